"""Reads PDF reports: from words with their places on a page to paragraphs in reading order."""
