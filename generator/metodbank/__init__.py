"""Методбанк: a git repository of YAML records in, a Russian knowledge-base site out."""

__version__ = "0.1.0"
