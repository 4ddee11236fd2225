"""What is wrong in a package: every mistake at once, in Dutch, with its file and line."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

_FEW = 15
"""As many names as a reader still looks through when none of them is near."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file of the package and the keys that lead to it.

    A key is that of a block, a number in a list, or (key, value): the entry of a list that has this value there.
    """

    file: str
    way: tuple[Any, ...] = ()

    def at(self, *keys: Any) -> "Place":
        """A place within this one."""
        return replace(self, way=(*self.way, *keys))


@dataclass(slots=True)
class Mistakes:
    """Collects all mistakes of a package, so that an author sees them at once.

    trees: the files that were read, by name, with their line numbers. read: gives one that was not read yet, as far as
    it is there: a rule that comes from the checked copy has lines only when something is wrong with it.
    """

    noted: list[tuple[str, int | None, str]] = field(default_factory=list)
    trees: dict[str, Any] = field(default_factory=dict)
    read: Callable[[str], Any] | None = None

    def add(self, file: str, line: int | None, message: str) -> None:
        """Note a mistake in Dutch; `line` counts from 1."""
        self.noted.append((file, line, message))

    def at(self, place: Place, message: str) -> None:
        """Note a mistake in Dutch at a place; without a line when the place is in none of the files that were read."""
        if place.file not in self.trees and self.read:
            self.trees[place.file] = self.read(place.file)
        tree = self.trees.get(place.file)
        self.add(place.file, line_of(tree, place.way) if tree is not None else None, message)

    def are_in(self, file: str) -> bool:
        """Whether there is one in this file."""
        return any(each == file for each, _, _ in self.noted)

    @property
    def found(self) -> tuple[str, ...]:
        """The sentences, by file and line, each once."""
        ordered = sorted(dict.fromkeys(self.noted), key=lambda each: (each[0], each[1] or 0))
        return tuple(f"{file}, regel {line}: {said}" if line else f"{file}: {said}" for file, line, said in ordered)


def line_of(node: Any, way: Iterable[Any]) -> int | None:
    """The line (from 1) of what stands at the end of the way in a tree of `read_yaml`, or as near as the way goes.

    None when it does not even begin there.
    """
    keys = list(way)
    line: int | None = None if keys else 1
    for key in keys:
        marks: Any = getattr(node, "lc", None)
        if marks is None:
            break
        try:
            if isinstance(key, tuple):
                key = next(n for n, each in enumerate(node) if isinstance(each, Mapping) and each.get(key[0]) == key[1])
            line = (marks.key(key) if isinstance(node, Mapping) else marks.item(key))[0] + 1
            node = node[key]
        except (KeyError, IndexError, TypeError, StopIteration):
            break
    return line


def hint(word: object, known: Iterable[object]) -> str:
    """What somebody may have meant who wrote this word: the nearest that is known, else all when they are few."""
    names = list(dict.fromkeys(map(str, sorted(known, key=str) if isinstance(known, Set) else known)))
    if near := get_close_matches(str(word), names, n=1):
        return f" Bedoelt u `{near[0]}`?"
    return f" Toegestaan: {', '.join(names)}." if 0 < len(names) <= _FEW else ""
