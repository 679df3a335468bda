"""Filling a Word note: brackets in paragraphs and headers, and blocks that take the place of a paragraph."""
