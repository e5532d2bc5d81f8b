"""The steps that bring an archive from one schema to the next, oldest first."""
