"""How good and how fast the readers are; not part of the package."""
