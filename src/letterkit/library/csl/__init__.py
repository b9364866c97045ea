"""Sources as CSL-JSON, as reference managers write and read it."""
