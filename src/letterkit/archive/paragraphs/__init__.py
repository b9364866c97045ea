"""Parts text into paragraphs and says what each is: body, heading, caption, pull quote or boilerplate."""
