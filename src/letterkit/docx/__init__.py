"""Letters as Word documents: a look and a letter make a DOCX that Word, LibreOffice and we can read."""
