"""Reads documents that are text alone: reports, letters on a page, feeds whose tags are gone."""
