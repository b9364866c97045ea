"""Letter to HTML, letter to PDF."""
