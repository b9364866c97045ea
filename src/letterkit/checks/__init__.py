"""Rules that give findings."""
