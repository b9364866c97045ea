"""A DOCX as anybody's program may have saved it, read in one view: one file for each part of the package."""
