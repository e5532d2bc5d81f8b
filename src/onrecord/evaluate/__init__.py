"""Scores of the readers on texts with known answers."""
