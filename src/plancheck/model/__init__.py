"""The values that flow through plancheck. Standard library only."""
