"""Writing a report so that there is never half of one."""

import os
import tempfile
from pathlib import Path

from plancheck.errors import FULL, WrongUse


def write_whole(target: Path, content: bytes) -> None:
    """Write the file in one go: beside the target first, then in its place.

    Raises:
        WrongUse: the folder is not there, or may not be written to.
    """
    temporary = _write_beside(target, content)
    try:
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _refused(target, error) from error


def check_target(target: Path) -> None:
    """Refuse, before the work begins, a place where no file can be written.

    Raises:
        WrongUse: the folder is not there, or the target is a folder itself, a pipe or a device.
    """
    if target.is_dir():
        raise WrongUse("dit is een map.", path=str(target), hint="Geef bij --output ook de naam van het bestand.")
    if target.exists() and not target.is_file():
        raise WrongUse(
            "dit is geen gewoon bestand.",
            path=str(target),
            hint="Kies een andere naam; met --output - komt het rapport op het scherm.",
        )
    if not target.parent.is_dir():
        raise WrongUse(
            "de map voor dit rapport bestaat niet.", path=str(target), hint="Maak de map eerst, of kies een andere."
        )


def _write_beside(target: Path, content: bytes) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise _refused(target, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _refused(target, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: Path) -> int:
    """The rights the file had, or those a new file gets: a temporary file is for its maker only."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refused(target: Path, error: OSError) -> WrongUse:
    if error.errno in FULL:
        return WrongUse(
            "er is geen ruimte meer om dit rapport op te slaan.",
            path=str(target),
            hint="Maak ruimte op de schijf of kies een andere plaats.",
        )
    return WrongUse(
        "dit rapport kan niet worden opgeslagen.",
        path=str(target),
        hint="Staat het bestand nog open, of is de map beveiligd? Sluit het of kies een andere plaats.",
    )
