"""Puts claims that somebody proposes into the files of a library, where every line keeps its place."""
