"""Filling a spreadsheet: only the cells that ask, their notes, and one more sheet with all grounds."""
