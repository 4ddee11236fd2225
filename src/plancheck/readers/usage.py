"""What another process uses, and ending it with all that it started.

A program that reads for us has a process group of its own. Its number stands in the scratch folder while it runs, so
that it is found when the process that started it is no longer there to be asked.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NOTED_IN = "PLANCHECK_GROEPEN"
"""Environment variable: the folder where the groups of running programs are noted; without it nothing is noted."""
_NOTE = "groep-"


@contextlib.contextmanager
def noted_group(leader: int) -> Iterator[None]:
    """Note the process group that this process leads, as long as it runs."""
    folder = os.environ.get(NOTED_IN, "")
    note = Path(folder, f"{_NOTE}{leader}") if folder and sys.platform != "win32" else None
    if note is not None:
        note.touch()
    try:
        yield
    finally:
        if note is not None:
            note.unlink(missing_ok=True)


def end_groups(folder: Path) -> None:
    """End every process group that is noted in a folder; Windows has none."""
    if sys.platform == "win32":
        return
    for note in folder.glob(f"{_NOTE}*"):
        with contextlib.suppress(OSError, ValueError):
            os.killpg(int(note.name.removeprefix(_NOTE)), signal.SIGKILL)


def end_tree(process: "subprocess.Popen[bytes]") -> None:
    """End the process and its children, whatever they do; returns when it is gone."""
    if process.poll() is None:
        if sys.platform == "win32":
            _quiet(["taskkill", "/F", "/T", "/PID", str(process.pid)])
        else:
            for child in _below(process.pid):
                _kill(child)
        process.kill()
    process.wait()


def memory_of(pid: int) -> int:
    """Bytes of memory that the process occupies; 0 where that cannot be known."""
    if sys.platform == "win32":
        told = _quiet(["tasklist", "/FI", f"PID eq {pid}", "/FO", "CSV", "/NH"]).rsplit('","', 1)[-1]
    else:
        told = _quiet(["ps", "-o", "rss=", "-p", str(pid)])
    return int("".join(sign for sign in told if sign.isdigit()) or 0) * 1024


def _below(pid: int) -> list[int]:
    """The processes below this one, deepest last; empty where the system does not tell (only Linux has /proc)."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [each for child in told for each in (int(child), *_below(int(child)))]


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _quiet(command: list[str]) -> str:
    """What a small program of the system prints; "" when it is not there."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=10)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("ascii", errors="replace")
