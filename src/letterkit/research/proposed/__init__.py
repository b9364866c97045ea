"""Judges claims that somebody proposes beside those that the store has."""
