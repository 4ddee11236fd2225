"""`python -m plancheck` does what the command `plancheck` does."""

import sys

from plancheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
