"""Measurements of whole commands: the workload and what is timed."""
