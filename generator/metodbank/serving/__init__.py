"""The preview: the last good site over http, rebuilt as files are saved, and what is wrong in the page."""
