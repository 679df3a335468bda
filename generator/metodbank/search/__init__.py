"""The index of the search: small scripts of data, made again only where something changed."""
