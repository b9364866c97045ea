"""What a letter says after somebody has edited it: each claim, each note, each new sentence, the letter as a whole."""
