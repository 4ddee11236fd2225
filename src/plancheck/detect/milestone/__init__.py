"""Which document this is, and which others stand in it."""
