"""Just enough grammar for rules: words, noun phrases, subjects and objects."""
