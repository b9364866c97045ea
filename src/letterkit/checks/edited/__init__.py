"""What a letter says once it has been edited: each claim, note and new sentence, the letter as a whole."""
