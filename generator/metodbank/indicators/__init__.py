"""Definitions, records and figures → scores that can be asked why; `scoring` is the door."""
