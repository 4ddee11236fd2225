"""The files of a package: where packages are, which files are theirs, and YAML that bears any content."""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancheck.rules.mistakes import Mistakes
from plancheck.rules.traps import harmless

MAX_BYTES = 1_000_000
"""A rule file larger than this is refused: it is no rule, or it is meant to hurt."""


def rules_root() -> Path:
    """The folder with the shipped packages: in the installed package first, else in the checkout."""
    inside = Path(__file__).resolve().parent.parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "rules"


def shipped() -> tuple[str, ...]:
    """The ids of the packages that come with plancheck, which are also the names of their folders."""
    return tuple(sorted(path.parent.name for path in rules_root().glob("*/pakket.yaml")))


def read_text(path: Path, mistakes: Mistakes, shown: str) -> str | None:
    """The text of a file of a package, None when it cannot be read as such (noted)."""
    if path.stat().st_size > MAX_BYTES:
        mistakes.add(shown, None, "dit bestand is te groot voor een regel (meer dan 1 MB).")
        return None
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        mistakes.add(shown, None, "dit bestand is niet als UTF-8 opgeslagen; kies dat bij opslaan.")
        return None


def read_yaml(path: Path, mistakes: Mistakes, shown: str) -> Any:
    """The content of a YAML 1.2 file with line numbers, None when it cannot be read (noted)."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    text = read_text(path, mistakes, shown)
    if text is None:
        return None
    try:
        if not harmless(text, mistakes, shown):
            return None
        yaml = YAML(typ="rt")
        yaml.allow_duplicate_keys = True  # noted already, each with its line
        tree = yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes.add(shown, mark.line + 1 if mark else None, _yaml_problem(text, mark))
        return None
    except (YAMLError, ValueError):
        mistakes.add(shown, *_bad_value(text))
        return None
    if tree is None:
        mistakes.add(shown, None, "dit bestand is leeg.")
    mistakes.trees[shown] = tree
    return tree


def _bad_value(text: str) -> tuple[int | None, str]:
    """Where and why YAML cannot make a value: mostly a date that is on no calendar."""
    for number, line in enumerate(text.splitlines(), 1):
        for written in re.findall(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", line):
            try:
                datetime.date.fromisoformat(written)
            except ValueError:
                return number, f"{written} is geen bestaande datum."
    return None, "in dit bestand staan tekens of waarden die in YAML niet mogen."


def files(directory: Path, pattern: str, mistakes: Mistakes, *, quiet: bool = False) -> list[Path]:
    """The files of a package by glob, sorted; what leads out of its folder, or is no file, is noted and left out.

    quiet: nothing is noted.
    """
    root = directory.resolve()
    found: list[Path] = []
    for path in sorted(directory.glob(pattern)):
        shown = path.relative_to(directory).as_posix()
        outside = not path.resolve().is_relative_to(root)
        if quiet and (outside or not path.is_file()):
            continue
        if outside:
            mistakes.add(shown, None, "dit verwijst naar buiten de map van het pakket; zet het bestand er zelf in.")
        elif not path.is_file():
            mistakes.add(shown, None, "dit is geen bestand.")
        else:
            found.append(path)
    return found


def _yaml_problem(text: str, mark: Any) -> str:
    line = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in line:
        return "gebruik spaties in plaats van een tab om in te springen."
    return "dit is geen geldige YAML. Let op inspringen, dubbele punten en aanhalingstekens."


def plain(node: Any) -> Any:
    """A tree without YAML line numbers: dicts, lists, strings and numbers only."""
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain(value) for value in node]
    if isinstance(node, bool | int | float) or node is None:
        return node
    return str(node)
