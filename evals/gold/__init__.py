"""The labelled texts, read into documents and labels; never part of the repository."""
