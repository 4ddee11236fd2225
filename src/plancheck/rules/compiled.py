"""The checked copy of a package in one file: it loads in a fraction of the time that its YAML files take."""

import hashlib
import json
from pathlib import Path
from typing import Any

from plancheck.rules.mistakes import Mistakes
from plancheck.rules.source import files

COMPILED = "pakket.json"
"""Holds the content of the package, with the hashes of the files from which it was made."""
_CHECKED = (".yaml", ".md")
"""Ends of the names of files whose content was checked; of the others only the name was."""

Raw = dict[str, Any]


def fingerprint(directory: Path) -> str:
    """The hash of all that is checked of a package: the names of its files, its YAML files and its examples."""
    digest = hashlib.sha256()
    for path in files(directory, "**/*", Mistakes(), quiet=True):
        shown = path.relative_to(directory)
        if shown.name != COMPILED and not any(part.startswith(".") for part in shown.parts):
            digest.update(shown.as_posix().encode())
            digest.update(_hash(path).encode() if path.suffix in _CHECKED else b"-")
    return digest.hexdigest()


def read_copy(directory: Path) -> Raw | None:
    """The content of the package; None when its files are no longer what they were."""
    compiled = _compiled(directory)
    return compiled["inhoud"] if compiled and compiled.get("hash") == fingerprint(directory) else None


def unchanged_rules(directory: Path) -> dict[str, Raw]:
    """The rules whose file is still what it was when the copy was made, by the name of the file."""
    compiled = _compiled(directory)
    hashes: dict[str, str] = compiled.get("bestanden", {})
    return {
        name: compiled["inhoud"]["regels"][name.removesuffix(".yaml").replace("/", ".")]
        for name, known in hashes.items()
        if (directory / name).is_file() and _hash(directory / name) == known
    }


def write_copy(directory: Path, raw: Raw) -> None:
    """Write the copy of a package that was read and checked."""
    rules = files(directory, "*/*.yaml", Mistakes())
    compiled = {
        "hash": fingerprint(directory),
        "bestanden": {path.relative_to(directory).as_posix(): _hash(path) for path in rules},
        "inhoud": raw,
    }
    text = json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (directory / COMPILED).write_text(text + "\n", "utf-8", newline="\n")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _compiled(directory: Path) -> Raw:
    """The checked copy, empty when there is none or it is damaged: then the YAML files decide."""
    path = directory / COMPILED
    if not path.is_file() or path.is_symlink():
        return {}
    try:
        compiled = json.loads(path.read_text("utf-8"))
    except ValueError:
        return {}
    return compiled if isinstance(compiled, dict) else {}
