"""What can go wrong that a user can do something about: one Dutch sentence each."""

import errno
from typing import Literal

ErrorCode = Literal[
    "bestaat-niet",
    "geen-bestand",
    "leeg",
    "geen-toegang",
    "vergrendeld",
    "onbekend-formaat",
    "oud-word-formaat",
    "afbeelding",
    "beschadigd",
    "beveiligd",
    "alleen-afbeeldingen",
    "geen-paginas",
    "geen-tekst",
    "te-groot",
    "te-lang-bezig",
    "interne-fout",
]
"""The closed list of codes that a report may carry for a file that was not judged."""


FULL = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))
"""Numbers of system errors: the disk is full, or what a user may have of it, or a file may not grow any further.

Not every system has all of them.
"""


class PlancheckError(Exception):
    """A problem that one Dutch sentence explains: what is wrong, and what the user can do.

    `path` is the file or folder it is about, as the user gave it; empty when there is none.
    `hint` says what to do; it may be empty.
    """

    code: ErrorCode = "interne-fout"

    def __init__(self, message: str, *, path: str = "", hint: str = "", code: ErrorCode | None = None) -> None:
        super().__init__(message, path, hint, code)
        self.message = message
        self.path = path
        self.hint = hint
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        sentence = f"{self.path}: {self.message}" if self.path else self.message
        return f"{sentence} {self.hint}".rstrip()

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.hint, self.code)


def _rebuild(kind: type[PlancheckError], message: str, path: str, hint: str, code: ErrorCode) -> PlancheckError:
    return kind(message, path=path, hint=hint, code=code)


class UnreadableFile(PlancheckError):
    """The file cannot be read as a document (missing, damaged, no text, unknown format)."""

    code: ErrorCode = "beschadigd"


class EncryptedFile(UnreadableFile):
    """The file is protected with a password."""

    code: ErrorCode = "beveiligd"


class LimitExceeded(UnreadableFile):
    """Reading the file would break a limit on size, nesting or time."""

    code: ErrorCode = "te-groot"


class InvalidRule(PlancheckError):
    """A rule package is wrong. `mistakes` holds every mistake found, in Dutch, with file and line."""

    def __init__(
        self,
        message: str,
        *,
        path: str = "",
        hint: str = "",
        code: ErrorCode | None = None,
        mistakes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, path=path, hint=hint, code=code)
        self.mistakes = mistakes


class InvalidSettings(InvalidRule):
    """A plancheck.yaml is wrong. `mistakes` holds every mistake found, in Dutch, with file and line."""


class InvalidCorpus(PlancheckError):
    """A file to measure with is wrong: passages or a gold file that cannot be read as such."""


class WrongUse(PlancheckError):
    """The call itself is wrong: an unknown value, or options that do not fit together."""
