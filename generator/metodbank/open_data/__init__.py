"""What programs read of a base: one documented shape for the site's data files and for commands."""
