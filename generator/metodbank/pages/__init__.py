"""Which pages exist, and what each shows."""
