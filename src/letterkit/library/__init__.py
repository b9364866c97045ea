"""The curated store as values."""
