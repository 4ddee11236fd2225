"""What a part of a package means, apart from how its file says it: so that two versions can be compared."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from plancheck.rules.ruleset import Concept

_ALIKE = ("concepts", "parts")
"""Fields in which no group goes first."""


def meaning(value: Any, concepts: Mapping[str, Concept]) -> Hashable:
    """A value that is equal for two values that do the same.

    White space, the order of words, of values and of kinds of evidence make no difference, and a concept is the words
    it stands for. Of groups of terms the first stays first: that one is looked for in the unit itself.
    """
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return frozenset((key, meaning(each, concepts)) for key, each in value.items())
    if isinstance(value, tuple | list | set | frozenset):
        return _of_many(tuple(value), concepts)
    if is_dataclass(value):
        return tuple((each.name, _of_field(each.name, getattr(value, each.name), concepts)) for each in fields(value))
    return value if isinstance(value, Hashable) else repr(value)


def _of_field(name: str, value: Any, concepts: Mapping[str, Concept]) -> Hashable:
    if name in _ALIKE and isinstance(value, tuple):
        return frozenset(meaning(each, concepts) for each in value)
    return meaning(value, concepts)


def _of_many(values: tuple[Any, ...], concepts: Mapping[str, Concept]) -> Hashable:
    if values and all(isinstance(each, str) for each in values):
        return frozenset(_words(values, concepts, ()))
    if values and all(isinstance(each, tuple) for each in values):
        first, *others = (meaning(each, concepts) for each in values)
        return (first, frozenset(others))
    return frozenset(meaning(each, concepts) for each in values)


def _words(terms: Iterable[str], concepts: Mapping[str, Concept], within: tuple[str, ...]) -> Iterable[Hashable]:
    """The terms, with the words of a concept in its place. Words that a concept leaves out stay with it."""
    for term in terms:
        name = term[1:-1] if term.startswith("<") and term.endswith(">") else ""
        concept = concepts.get(name)
        if concept is None or name in within:
            yield " ".join(term.split())
        elif concept.excluded:
            words = frozenset(_words(concept.words, concepts, (*within, name)))
            yield (words, frozenset(_words(concept.excluded, concepts, (*within, name))))
        else:
            yield from _words(concept.words, concepts, (*within, name))
