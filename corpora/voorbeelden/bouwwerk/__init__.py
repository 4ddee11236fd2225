"""Builds the example plans from their text sources: Markdown in, Word and PDF out, the same bytes every time."""
