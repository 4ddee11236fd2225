"""From the paths a user gives to the files that are judged."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import UnreadableFile
from plancheck.model.finding import Unreadable
from plancheck.settings import FILE as SETTINGS

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".ott", ".pdf"})
"""What is taken from a folder. A file that is given by name is always tried: its content decides."""
_NOT_DOCUMENTS = ("~$", ".")
"""Begins of names: lock files of Word, and what systems hide: bins, lock files of LibreOffice, what macOS leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """inputs: paths to read, as the report shows them, or rows for what cannot be read. skipped: files passed over."""

    inputs: tuple[str | Unreadable, ...]
    skipped: int = 0


def collect(paths: Iterable[str]) -> Collected:
    """The files behind the given paths, each once, in the given order; those of a folder sorted by their path.

    Folders are walked to the bottom; links are not followed, and what is hidden (its name begins with a point) is
    passed over, unless it is given by name. A folder without documents is a row of its own.
    """
    inputs: list[str | Unreadable] = []
    seen: set[str] = set()
    skipped = 0
    for given in paths:
        if not given.strip():
            inputs.append(_no_path(given))
            continue
        if not Path(given).is_dir():
            inputs += _new([given], seen)
            continue
        files, passed, closed = _walk(Path(given))
        skipped += passed
        shown = [_below(given, path) for path in files]
        inputs += _new(shown, seen)
        inputs += closed
        if not shown and not closed:
            inputs.append(_empty_folder(given))
    return Collected(inputs=tuple(inputs), skipped=skipped)


def _new(paths: Iterable[str], seen: set[str]) -> list[str]:
    """The paths whose file was not seen before."""
    found: list[str] = []
    for path in paths:
        key = os.path.normcase(os.path.realpath(path))
        if key not in seen:
            seen.add(key)
            found.append(_slashed(path))
    return found


def _walk(folder: Path) -> tuple[list[Path], int, list[Unreadable]]:
    """Documents below the folder, how many files were passed over, and a row for each closed folder."""
    found: list[Path] = []
    closed: list[Unreadable] = []
    skipped = 0

    def on_error(error: OSError) -> None:
        closed.append(_closed_folder(str(error.filename)))

    for root, folders, names in os.walk(folder, onerror=on_error, followlinks=False):
        folders.sort()
        skipped += sum(Path(root, name).is_symlink() or name.startswith(".") for name in folders)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            if _is_document(path):
                found.append(path)
            elif name != SETTINGS:
                skipped += 1
    return sorted((path.relative_to(folder) for path in found), key=lambda path: path.parts), skipped, closed


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(_NOT_DOCUMENTS) and not path.is_symlink()


def _below(given: str, path: Path) -> str:
    return f"{_slashed(given).rstrip('/')}/{path.as_posix()}"


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")


def _no_path(given: str) -> Unreadable:
    path = given or "(leeg)"
    return Unreadable(
        path=path,
        error=UnreadableFile(
            "hier staat geen naam van een bestand of map.",
            path=path,
            hint="Geef een bestand of een map; de map waarin u nu bent, heet een punt (.).",
            code="geen-bestand",
        ),
    )


def _empty_folder(given: str) -> Unreadable:
    path = _slashed(given)
    return Unreadable(
        path=path,
        error=UnreadableFile(
            "in deze map staat geen document dat plancheck kan lezen.",
            path=path,
            hint="Geef een map met Word-, OpenDocument-, RTF- of PDF-bestanden.",
            code="geen-bestand",
        ),
    )


def _closed_folder(name: str) -> Unreadable:
    path = _slashed(name)
    return Unreadable(
        path=path,
        error=UnreadableFile(
            "deze map mag u niet openen.",
            path=path,
            hint="Vraag de beheerder om leesrechten, of geef een andere map.",
            code="geen-toegang",
        ),
    )
