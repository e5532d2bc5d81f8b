"""Files whose text is made once, at ingest: PDF, DOCX, mail, wire items."""
