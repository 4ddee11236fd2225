"""The version of plancheck."""

__version__ = "0.1.0"
