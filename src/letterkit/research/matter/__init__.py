"""What a sentence tells of: figures and what they count, parties, places, topics."""
