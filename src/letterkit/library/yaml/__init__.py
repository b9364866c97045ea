"""Reads the YAML of a library, with findings for all that is wrong in it, and writes lists of entries."""
