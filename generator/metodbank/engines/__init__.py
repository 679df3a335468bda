"""Theme engines: a staged docs tree in, drawn pages and the theme's assets out."""
