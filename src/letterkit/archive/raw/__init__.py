"""What can be known of the bytes of a document before anything parses it: kind, characters, dangers."""
