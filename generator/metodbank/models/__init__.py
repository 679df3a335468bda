"""What a record is: one module a kind, shared field types, the table of kinds."""
