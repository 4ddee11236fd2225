"""dekking.yaml: from each passage of the sources to the rules and steps that rest on it, or why there are none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules import source
from plancheck.rules.mistakes import Mistakes, Place, hint
from plancheck.rules.schema import check_schema

FILE = "dekking.yaml"
_BASES = ("regels", "stappen", "geen-regel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage of a source.

    document: its key in `bronnen`. place: where it stands. says: what it says, in words of our own, Dutch.
    rules, steps: ids of what rests on it. reason: Dutch, why nothing does, "" when something does.
    """

    document: str
    place: str
    says: str
    rules: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    reason: str = ""


def read_coverage(directory: Path) -> tuple[Passage, ...]:
    """The passages in the order of the file; none for a package without dekking.yaml.

    Raises:
        InvalidRule: the file is not what it should be.
    """
    mistakes = Mistakes()
    tree = _tree(directory, mistakes)
    if mistakes.found:
        raise InvalidRule("de dekking is niet te lezen.", path=str(directory / FILE), mistakes=mistakes.found)
    return tuple(
        Passage(
            document=str(entry["document"]),
            place=str(passage["plaats"]),
            says=str(passage["zegt"]),
            rules=tuple(map(str, passage.get("regels", ()))),
            steps=tuple(map(str, passage.get("stappen", ()))),
            reason=str(passage.get("geen-regel", "")),
        )
        for entry in (tree or {}).get("bronnen", ())
        for passage in entry["passages"]
    )


def check_coverage(
    directory: Path,
    sources: Mapping[str, Any] | None,
    rules: frozenset[str] | None,
    steps: frozenset[str] | None,
    mistakes: Mistakes,
) -> None:
    """Every passage has a rule, a step or a reason, and all it names exists. None for what cannot be known."""
    for place, entry in _entries(_tree(directory, mistakes)):
        document = entry.get("document")
        if sources is not None and isinstance(document, str) and document not in sources:
            message = f"de bron `{document}` staat niet bij `bronnen` in pakket.yaml.{hint(document, sources)}"
            mistakes.at(place.at("document"), message)
        if "plaats" in entry:
            for key, message in _passage(entry, rules, steps):
                mistakes.at(place.at(key) if key else place, message)


def _tree(directory: Path, mistakes: Mistakes) -> Any:
    """The file with line numbers; None when there is none or it cannot be read (noted)."""
    found = source.files(directory, FILE, mistakes)
    tree = source.read_yaml(found[0], mistakes, FILE) if found else None
    if tree is not None:
        check_schema(tree, "dekking", mistakes, Place(FILE))
    return tree


def _entries(tree: Any) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Every source and passage that has the form of one."""
    for number, entry in _blocks(tree, "bronnen"):
        place = Place(FILE, ("bronnen", number))
        yield place, entry
        for of_entry, passage in _blocks(entry, "passages"):
            yield place.at("passages", of_entry), passage


def _blocks(tree: Any, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    entries = tree.get(key) if isinstance(tree, Mapping) else None
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, Mapping):
            yield number, entry


def _passage(passage: Any, rules: frozenset[str] | None, steps: frozenset[str] | None) -> Iterator[tuple[str, str]]:
    """The key and what is wrong there."""
    named = [key for key in _BASES if key in passage]
    if not named:
        said = "deze passage heeft geen `regels` en geen `stappen`"
        yield "", f"{said}; noem ze, of zeg bij `geen-regel` waarom er geen is."
    if "geen-regel" in named and len(named) > 1:
        yield "geen-regel", "`geen-regel` past niet bij een passage die regels of stappen noemt."
    for key, what, known in (("regels", "regel", rules), ("stappen", "stap", steps)):
        ids = passage.get(key)
        for each in ids if known is not None and isinstance(ids, list) else ():
            if known is not None and isinstance(each, str) and each not in known:
                yield key, f"de {what} `{each}` bestaat niet.{hint(each, known)}"
