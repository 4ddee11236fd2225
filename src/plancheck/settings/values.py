"""What a plancheck.yaml says, as values."""

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from plancheck.model.decision import Exemption, Ruling

FILE = "plancheck.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """The kind of document of the files that fit a pattern."""

    pattern: str
    milestone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The content of one plancheck.yaml. Its ids and values are those of the package only after `checked`.

    path: as messages show it. folder: absolute, where patterns begin. rules: absolute path of a package, "" for the
    shipped one. fail_on: "" when not set. tree: the file as read, with its lines, for messages.
    """

    path: str
    folder: str
    rules: str = ""
    fail_on: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[FileKind, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    tree: Any = field(default=None, compare=False, repr=False)

    @property
    def decisions(self) -> tuple[Exemption | Ruling, ...]:
        """Everything that people decided: rulings first, the newest of them first."""
        return (*sorted(self.rulings, key=lambda ruling: ruling.date, reverse=True), *self.exemptions)

    def milestone_of(self, path: str) -> str | None:
        """The kind that is set for a file; the first pattern that fits decides. None: not set."""
        return next((kind.milestone for kind in self.kinds if self.fits(kind.pattern, path)), None)

    def fits(self, pattern: str, path: str) -> bool:
        """Whether a file fits a pattern: by its way from the folder when that has a slash, else by its name.

        Capitals make no difference. An empty pattern fits every file.
        """
        if not pattern:
            return True
        place = Path(os.path.realpath(Path(path).parent), Path(path).name)
        below = place.is_relative_to(self.folder)
        whole = place.relative_to(self.folder).as_posix() if below else place.as_posix()
        pattern = _plain(pattern.removeprefix("./"))
        name = _plain(whole if "/" in pattern else place.name)
        return name == pattern or fnmatchcase(name, pattern)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\\", "/")).casefold()
