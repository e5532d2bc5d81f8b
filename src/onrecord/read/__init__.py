"""Reading: from a document to its record."""
