"""Which records are like a record, and by what: of so many neighbours, without any weights of the base."""
