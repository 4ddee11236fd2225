"""Files to documents."""

import errno
import os
from pathlib import Path

from plancheck.errors import LimitExceeded, UnreadableFile
from plancheck.model.document import Document
from plancheck.readers.formats import parse
from plancheck.readers.language import with_language
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.readers.objects import refuse_too_many

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]

_IN_USE = (32, 33)
"""Errors of Windows for a file that another program holds open or locked."""


def read(path: str | Path, *, label: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a document (Word, OpenDocument, PDF, web page, Markdown, plain text) by its content, whatever its name.

    label: the path as the report shows it; the path as given when None.

    Raises:
        UnreadableFile, EncryptedFile, LimitExceeded: the file cannot be read; one Dutch sentence says why.
    """
    shown = label if label is not None else os.fspath(path).replace("\\", "/")
    content = _bytes(Path(path), shown, limits)
    refuse_too_many(content, shown, limits)
    return with_language(parse(content, shown, limits))


def _bytes(path: Path, shown: str, limits: Limits) -> bytes:
    if path.name.startswith("~$"):
        raise UnreadableFile(
            "dit is een vergrendelbestand van Word, geen document.",
            path=shown,
            hint="Kies het document zelf (dezelfde naam zonder ~$).",
            code="vergrendeld",
        )
    try:
        if path.is_dir():
            raise UnreadableFile("dit is een map.", path=shown, hint="Kies een bestand.", code="geen-bestand")
        if path.exists() and not path.is_file():
            raise UnreadableFile(
                "dit is geen gewoon bestand maar een pijp of een apparaat.",
                path=shown,
                hint="Kies een document.",
                code="geen-bestand",
            )
        if path.stat().st_size > limits.file_bytes:
            raise LimitExceeded("dit bestand is te groot om te lezen.", path=shown, hint="Splits het document.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(error, shown) from error


def _unreadable(error: OSError | ValueError, shown: str) -> UnreadableFile:
    """What the operating system refused, in one sentence. A ValueError is a name no system can have."""
    if isinstance(error, FileNotFoundError | ValueError):
        return UnreadableFile(
            "dit bestand bestaat niet.", path=shown, hint="Controleer de naam en de map.", code="bestaat-niet"
        )
    if getattr(error, "winerror", None) in _IN_USE:
        return UnreadableFile(
            "dit bestand is in gebruik door een ander programma.",
            path=shown,
            hint="Sluit het in Word en probeer het opnieuw.",
            code="vergrendeld",
        )
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return UnreadableFile(
            "deze koppeling wijst naar zichzelf.", path=shown, hint="Kies het document zelf.", code="bestaat-niet"
        )
    if isinstance(error, PermissionError):
        return UnreadableFile(
            "dit bestand mag niet worden gelezen.", path=shown, hint="Vraag om leesrechten.", code="geen-toegang"
        )
    return UnreadableFile(
        "dit bestand kan niet worden geopend.", path=shown, hint="Controleer de naam en de schijf.", code="geen-toegang"
    )
