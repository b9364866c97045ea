"""Makes a library of one's own: its files, examples, and schemas for editors."""
