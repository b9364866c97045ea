"""Finds a quote in a work, exactly, and says what is wrong with one that is not there."""
