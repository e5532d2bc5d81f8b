"""Who met whom, who said what and who denies it, each line on its exact words."""

__version__ = "0.1.0"
