"""Folders for temporary files of a process that reads: removed by its parent, and leftovers at the next start."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

PREFIX = "plancheck-lezen-"
_OLD = 86_400.0
"""Seconds after which a folder can belong to no run that still goes on."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A fresh folder, gone afterwards with all that stands in it."""
    root = Path(tempfile.gettempdir())
    _remove_leftovers_once(root)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _remove_leftovers_once(root: Path) -> None:
    remove_leftovers(root)


def remove_leftovers(root: Path) -> None:
    """Remove folders of runs that were cut off: their process is gone, or they are older than a day."""
    for folder in root.glob(f"{PREFIX}*"):
        try:
            left = not folder.is_symlink() and (_is_gone(folder) or time.time() - folder.stat().st_mtime > _OLD)
        except OSError:  # another run removed it just now
            continue
        if left:
            shutil.rmtree(folder, ignore_errors=True)


def _is_gone(folder: Path) -> bool:
    """Whether the process that made the folder has ended; not known on Windows, where asking would end it."""
    number = folder.name.removeprefix(PREFIX).partition("-")[0]
    if os.name == "nt" or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
