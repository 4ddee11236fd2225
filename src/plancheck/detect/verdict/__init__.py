"""From evidence to a finding: the verdict, the quotes that show it, what does not count, and where it belongs."""
