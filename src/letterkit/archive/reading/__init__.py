"""Chooses the reader of a document, and runs it where it can do no harm: in a process with limits."""
