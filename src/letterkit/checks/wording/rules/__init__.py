"""What each kind of difference means: one rule, one function."""
