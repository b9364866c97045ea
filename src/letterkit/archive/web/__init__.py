"""Reads what was published on the web and still has its tags: saved pages, and RSS and Atom feeds."""
