"""Reads a report for what a claim could say, and a proposed claim for what the store says already."""
