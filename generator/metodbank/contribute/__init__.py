"""What people bring into a base: scaffolds of records, made from the models."""
