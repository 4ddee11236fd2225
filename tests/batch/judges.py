"""Judges for the tests: importable, so that another process can use them."""

import os
import time
from pathlib import Path

from plancheck.batch.judge import crashed
from plancheck.errors import UnreadableFile
from plancheck.model.finding import Result, Unreadable
from tests.reports.builders import make_missing, make_none, make_present, make_report


def by_name(path: str) -> Result:
    """What the file's name says: `crash` ends the process, `slow` waits, `bad` cannot be read."""
    name = Path(path).name
    if "crash" in name:
        os._exit(13)
    if "slow" in name:
        time.sleep(0.3)
    if "bad" in name:
        return Unreadable(path=path, error=UnreadableFile("dit bestand is beschadigd.", path=path))
    if "kapot" in name:
        return crashed(path, KeyError("x"))
    if "aanvullend" in name:
        return make_report(make_missing(level="aanvullend"), make_present(), path=path)
    if "gaten" in name:
        return make_report(make_missing(), path=path)
    if "nieuws" in name:
        return make_none(path)
    return make_report(make_present(), path=path)
