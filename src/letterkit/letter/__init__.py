"""The letter as a value, and the small markup."""
