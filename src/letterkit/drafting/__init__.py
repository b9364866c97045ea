"""From a brief to a letter."""
