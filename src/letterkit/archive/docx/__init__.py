"""Reads Word documents: the parts of the file, the text as it stands with all changes accepted."""
