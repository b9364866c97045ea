"""Drafts evidence-based advocacy letters and checks them."""

__version__ = "0.1.0"
