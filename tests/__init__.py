"""Everything that `make tests` runs; CONTRIBUTING.md says what lies where."""
