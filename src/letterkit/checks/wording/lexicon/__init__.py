"""The words that the comparison knows: which mean the same, which are wider, which only weaken."""
