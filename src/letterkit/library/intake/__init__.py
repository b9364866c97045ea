"""Takes published documents into a library: the sources they add, their names, their files."""
