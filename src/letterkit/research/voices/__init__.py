"""Whose word a sentence is, and how surely it is said."""
