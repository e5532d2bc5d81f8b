"""The measures: arithmetic alone, which knows neither readers nor data."""
