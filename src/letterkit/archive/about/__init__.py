"""Cleans what documents say about themselves: names, dates and addresses."""
