"""Whether an edited sentence still says what was checked: no score, only what is found again and what is not.

A sentence becomes units (`lexer`), each unit is bound to the one that it belongs to (`binding`), the units
of the two sentences are laid side by side (`pairing`), and rules say what the differences mean (`rules`).
"""
