"""The questions that people ask of an archive: one set for commands, Python and API."""
