"""A library on the disk: where it is, which files it has, and how files are written whole or not at all."""
