"""dekking.yaml: from each passage of the sources to the rules and steps that rest on it, or why there are none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules import source
from plancheck.rules.mistakes import Mistakes, Place, hint
from plancheck.rules.schema import check_schema

FILE = "dekking.yaml"
_BASES = ("regels", "stappen", "geen-regel")
_UNCONFIRMED = "onbevestigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage of a source.

    document: its key in `bronnen`. place: where it stands. says: what it says, in words of our own, Dutch.
    rules, steps: ids of what rests on it. reason: Dutch, why nothing does, "" when something does.
    unconfirmed: what it says, or whether it holds, could not be confirmed. title, address: of the source, "" for none.
    """

    document: str
    place: str
    says: str
    rules: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    reason: str = ""
    unconfirmed: bool = False
    title: str = ""
    address: str = ""


def read_coverage(directory: Path) -> tuple[Passage, ...]:
    """The passages in the order of the file; none for a package without dekking.yaml.

    Raises:
        InvalidRule: the file is not what it should be.
    """
    mistakes = Mistakes()
    tree = _tree(directory, mistakes)
    if mistakes.found:
        raise InvalidRule("de dekking is niet te lezen.", path=str(directory / FILE), mistakes=mistakes.found)
    found = source.files(directory, "pakket.yaml", mistakes)
    sources = (source.plain(source.read_yaml(found[0], mistakes, "pakket.yaml")) or {}).get("bronnen", {})
    return tuple(
        Passage(
            document=str(entry["document"]),
            place=str(passage["plaats"]),
            says=str(passage["zegt"]),
            rules=tuple(map(str, passage.get("regels", ()))),
            steps=tuple(map(str, passage.get("stappen", ()))),
            reason=str(passage.get("geen-regel", "")),
            unconfirmed=bool(passage.get(_UNCONFIRMED)),
            title=sources.get(entry["document"], {}).get("titel", ""),
            address=sources.get(entry["document"], {}).get("adres", ""),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A rule or a step and the source on which it says to rest. what: "regel" or "stap". place: where it says so."""

    id: str
    what: str
    document: str
    place: Place


def check_all_named(
    directory: Path, sources: Mapping[str, Any], resting: Iterable[Resting], mistakes: Mistakes
) -> None:
    """The other way round: every source is gone through, and a passage of it names what rests on it.

    sources: those of the package itself. Not judged without dekking.yaml, nor while something else is wrong in it:
    a misspelt id is no gap.
    """
    tree = _tree(directory, Mistakes())
    if tree is None or mistakes.are_in(FILE):
        return
    named: dict[str, set[str]] = {}
    for _, entry in _entries(tree):
        if "passages" in entry:
            ids = named.setdefault(str(entry["document"]), set())
            for passage in entry["passages"]:
                ids.update(map(str, [*passage.get("regels", ()), *passage.get("stappen", ())]))
    for document in (document for document in sources if document not in named):
        message = f"van de bron `{document}` staat geen passage in {FILE}; loop haar na, of haal haar hier weg."
        mistakes.at(Place("pakket.yaml", ("bronnen", document)), message)
    for each in (each for each in resting if each.document in named and each.id not in named[each.document]):
        if each.place.file != "procedure.yaml" and mistakes.are_in(each.place.file):
            continue  # its id or its source may be what is wrong
        told = f"de {each.what} `{each.id}` rust op de bron `{each.document}`, maar geen passage daarvan in {FILE}"
        mistakes.at(each.place, f"{told} noemt hem. Zet hem bij de passage waar hij vandaan komt.")


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
