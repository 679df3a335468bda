"""The commands: one module a command, one function that returns an exit code."""
