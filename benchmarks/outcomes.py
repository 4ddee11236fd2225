"""What becomes of files that are read apart: counted by reason, with the slowest and the most memory."""

import resource
import sys
import time
from collections import Counter
from pathlib import Path

from plancheck.errors import PlancheckError
from plancheck.readers import Limits
from plancheck.readers.apart import read_apart

LIMITS = Limits(seconds=30)
_BAD_CODES = ("interne-fout", "te-lang-bezig")
_CRASHED = "liep een leesprogramma vast"
_TO_BYTES = 1 if sys.platform == "darwin" else 1024


def outcome_of(path: Path) -> tuple[str, float]:
    """What became of a file and the seconds it took: `gelezen`, `geweigerd: REASON`, or what went wrong."""
    start = time.perf_counter()
    try:
        read_apart(path, limits=LIMITS)
        what = "gelezen"
    except PlancheckError as error:
        what = f"geweigerd: {error.code}"
        if error.code in _BAD_CODES:
            what = f"{error.code}: {error.message}"
        elif _CRASHED in error.message:
            what = "gecrasht"
    return what, time.perf_counter() - start


def is_good(what: str) -> bool:
    """Whether a file was read, or refused with a sentence that says why."""
    return what == "gelezen" or what.startswith("geweigerd")


def show(found: list[tuple[str, str, float]]) -> list[str]:
    """Print the counts, the slowest, the most memory of one process, and each (what, name, seconds) that went wrong."""
    for what, total in Counter(what for what, _, _ in found).most_common():
        print(f"{what}: {total}")
    _, name, seconds = max(found, key=lambda each: each[2])
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _TO_BYTES
    print(f"traagste: {seconds:.1f} s ({name}); meeste geheugen: {memory / 1e6:.0f} MB")
    wrong = [f"{name}: {what}" for what, name, _ in found if not is_good(what)]
    print("\n".join(wrong))
    return wrong
