"""What another process uses, and ending it with all that it started."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path


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
