"""Judges a library and a drafted letter: one rule, one pure function, its findings; opens no file itself."""
