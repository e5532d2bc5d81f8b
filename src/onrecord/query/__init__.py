"""The questions that people ask of an archive, for commands, Python and the API alike."""
