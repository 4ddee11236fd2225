"""Programs beside plancheck that read what it cannot: LibreOffice and Tesseract. Used when they are there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from plancheck.readers.usage import noted_group

_FOLDERS = {
    "soffice": ("LibreOffice/program", "/Applications/LibreOffice.app/Contents/MacOS"),
    "tesseract": ("Tesseract-OCR", "/opt/homebrew/bin"),
}
"""Where their installers put them without telling the system: below the folder of programs of Windows, and on a Mac."""


def find_program(name: str) -> str | None:
    """The full path of a program, None when it is not installed."""
    if found := shutil.which(name):
        return found
    programs = (os.environ.get(each, "") for each in ("ProgramFiles", "ProgramFiles(x86)"))
    folders = [Path(root, folder) for root in programs if root for folder in _FOLDERS.get(name, ())]
    folders += [Path(folder) for folder in _FOLDERS.get(name, ()) if Path(folder).is_absolute()]
    candidates = (shutil.which(name, path=str(folder)) for folder in folders)
    return next((each for each in candidates if each), None)


def run(
    command: Sequence[str], *, seconds: float, sent: bytes = b"", environment: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Run a program without a window or a shell; its exit code and what it wrote.

    Raises:
        TimeoutError: it took too long and was ended, with what it started itself. OSError: it cannot be started.
    """
    process = subprocess.Popen(  # noqa: S603 - a list of our own, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with noted_group(process.pid):
        try:
            written, _ = process.communicate(sent, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(command[0]) from error
        finally:
            _end(process)
    return process.returncode, written


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and its children: LibreOffice starts another process."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        ended = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(ended, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # noqa: S603
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
