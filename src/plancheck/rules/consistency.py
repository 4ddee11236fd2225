"""Do the files of a package fit together? What a schema of one file cannot say, with every mistake in Dutch.

Asks for trees that `schema.sound` gave. A part that is None could not be read: nothing that depends on it is judged.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from plancheck.rules.authority import check_authority
from plancheck.rules.conditions import check_entry, is_date
from plancheck.rules.mistakes import Mistakes, Place, hint
from plancheck.rules.procedure_checks import check_procedure
from plancheck.rules.reading import rule_file, taken_over
from plancheck.rules.schema import check_schema
from plancheck.rules.taking import check_taking

Raw = dict[str, Any]
_PACKAGE = Place("pakket.yaml")
_CONCEPTS = Place("begrippen.yaml")
_TERM_KEYS = frozenset(
    "koppen begrippen niet samen over zonder kolom eenheid heet antwoord-samen antwoord-zonder".split()
)


def check_rule(rule: Raw, file: str, expected: str, raw: Raw | None, mistakes: Mistakes) -> None:
    """The id fits the file; sources, facts and concepts exist; no aspect twice. Bears any type of value.

    raw: the package around it; None when it extends one that cannot be read.
    """
    place = Place(file)
    if rule.get("id") != expected:
        message = f"het id is `{rule.get('id')}`, maar bij dit bestand hoort `{expected}`."
        mistakes.at(place.at("id") if "id" in rule else place, message)
    check_parts(rule, place, raw, mistakes)
    aspects = rule.get("aspecten")
    check_doubles(aspects if isinstance(aspects, list) else [], "id", "het aspect", place.at("aspecten"), mistakes)


def check_parts(rule: Raw, place: Place, raw: Raw | None, mistakes: Mistakes, *, own: Raw | None = None) -> None:
    """What a rule refers to. own: the part of it that stands at this place; the other terms are passed over."""
    package: Mapping[str, Any] = (raw or {}).get("pakket") or {}
    document = rule.get("bron", {}).get("document") if isinstance(rule.get("bron"), dict) else None
    sources = package.get("bronnen")
    if isinstance(document, str) and isinstance(sources, dict) and document not in sources:
        message = f"de bron `{document}` staat niet bij `bronnen` in pakket.yaml.{hint(document, sources)}"
        mistakes.at(place.at("bron", "document"), message)
    check_entry(rule, package.get("feiten", {}) if package else None, place, mistakes)
    check_authority(rule, place, mistakes)
    for way, term in terms(rule if own is None else own):
        check_term(term, (raw or {}).get("begrippen"), place.at(*way), mistakes)


def terms(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every term under the keys that hold terms, with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from (_flat if key in _TERM_KEYS else terms)(value, (*way, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from terms(value, (*way, number))


def _flat(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _flat(part, (*way, number))
    elif isinstance(value, str):
        yield way, value


def check_term(term: str, concepts: Mapping[str, Any] | None, place: Place, mistakes: Mistakes) -> None:
    """A term is written as terms are, and the concept that it names exists."""
    if term.startswith("<") and term.endswith(">"):
        name = term[1:-1]
        if concepts is not None and name not in concepts:
            mistakes.at(place, f"het begrip `{name}` staat niet in begrippen.yaml.{hint(name, concepts)}")
    elif term.strip("*= ") == "":
        mistakes.at(place, f"de term `{term}` is leeg.")
    elif any("*" in word[1:-1] for word in term.split()):
        mistakes.at(place, f"in de term `{term}` mag * alleen aan het begin of het eind van een woord staan.")


def check_doubles(entries: list[Any], name: str, what: str, place: Place, mistakes: Mistakes) -> None:
    """No two entries of a list bear the same name. Bears any type of value."""
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        word = entry.get(name) if isinstance(entry, dict) else None
        if isinstance(word, str) and word in seen:
            mistakes.at(place.at(number, name), f"{what} `{word}` staat er twee keer.")
        seen |= {word} if isinstance(word, str) else set()


def check_package(raw: Raw, mistakes: Mistakes) -> None:
    """Concept references, judged ids, take-overs, facts and steps must point to something that exists."""
    concepts, package = raw["begrippen"], raw["pakket"]
    for name, concept in (concepts or {}).items():
        for way, term in _flat(concept.get("woorden"), (name, "woorden")):
            check_term(term, concepts, _CONCEPTS.at(*way), mistakes)
    _check_circles(concepts or {}, mistakes)
    if package is None:
        return
    _check_facts(package.get("feiten") or {}, concepts, mistakes)
    _check_changes(package, mistakes)
    _check_judged(raw, mistakes)
    for way, term in terms(raw["procedure"] or {}):
        check_term(term, concepts, Place("procedure.yaml", _by_id(way, raw["procedure"])), mistakes)
    if raw["procedure"]:
        check_procedure(raw, known_ids(raw), mistakes)


def known_ids(raw: Raw) -> frozenset[str] | None:
    """The ids of all rules, those that a kind takes over included; None when it cannot be known which kinds there are.

    A kind of which that cannot be read may take over anything.
    """
    kinds = (raw["pakket"] or {}).get("mijlpalen")
    if kinds is None or not all(kind.get("id") for kind in kinds):
        return None
    parts = {key.split(".")[1] for key in raw["regels"]}
    maybe = {f"{kind['id']}.{part}" for kind in kinds if kind.get("neemt-over", {}) is None for part in parts}
    return frozenset(taken_over(raw["pakket"], raw["regels"])) | maybe


def _by_id(way: tuple[Any, ...], procedure: Raw) -> tuple[Any, ...]:
    """The way with the id of a step in the place of its number, which another package may have shifted."""
    if way[0] != "stappen":
        return way
    return ("stappen", ("id", procedure["stappen"][way[1]].get("id")), *way[2:])


def _check_judged(raw: Raw, mistakes: Mistakes) -> None:
    entries = raw["pakket"].get("mijlpalen") or ()
    kinds = [kind for kind in entries if kind.get("id")]
    own = raw["regels"]
    names = {key.split(".")[0] for key in own} | {kind["id"] for kind in kinds}
    known = known_ids(raw)
    for kind in kinds:
        place = _PACKAGE.at("mijlpalen", ("id", kind["id"]))
        for number, judged in enumerate(kind.get("beoordeelt") or ()):
            if known is not None and judged not in names | known:
                near = hint(judged, names | (known if "." in judged else frozenset()))
                message = f"`beoordeelt: {judged}` is geen map en geen id van een regel.{near}"
                mistakes.at(place.at("beoordeelt", number), message)
        for number, unmarking in enumerate(kind.get("kenmerkt-niet") or ()):
            if known is not None and unmarking not in known:
                message = f"`kenmerkt-niet: {unmarking}` is geen id van een regel.{hint(unmarking, known)}"
                mistakes.at(place.at("kenmerkt-niet", number), message)
    check_taking(kinds, own, mistakes)
    for kind in (kind for kind in kinds if kind.get("neemt-over")):
        _check_changed(kind, raw, mistakes)


def _check_changed(kind: Raw, raw: Raw, mistakes: Mistakes) -> None:
    """A rule that a kind takes over with changes is still a rule; what is wrong in the rule itself is told there."""
    source = kind["neemt-over"]["van"]
    for part, changed in kind["neemt-over"].get("aangepast", {}).items():
        rule = raw["regels"].get(f"{source}.{part}")
        if not rule or mistakes.are_in(rule_file(f"{source}.{part}")):
            continue
        place = _PACKAGE.at("mijlpalen", ("id", kind["id"]), "neemt-over", "aangepast", part)
        check_schema({**rule, **changed}, "regel", mistakes, place, own=changed)
        check_parts({**rule, **changed}, place, raw, mistakes, own=changed)


def _check_circles(concepts: Raw, mistakes: Mistakes) -> None:
    """A concept may name others, but never itself by a detour."""
    refers = {
        name: [term[1:-1] for _, term in _flat(entry.get("woorden"), ()) if term.startswith("<") and term.endswith(">")]
        for name, entry in concepts.items()
    }
    done: set[str] = set()
    for first in refers:
        way = [first]
        waiting = [list(refers[first])]
        while way:
            following = waiting[-1].pop() if waiting[-1] else None
            if following is None:
                done.add(way.pop())
                waiting.pop()
            elif following in way:
                circle = " > ".join([*way[way.index(following) :], following])
                message = f"deze begrippen verwijzen in een kring naar elkaar: {circle}."
                mistakes.at(_CONCEPTS.at(following), message)
            elif following not in done and following in refers:
                way.append(following)
                waiting.append(list(refers[following]))


def _check_facts(facts: Raw, concepts: Mapping[str, Any] | None, mistakes: Mistakes) -> None:
    """The terms of a fact exist, and so does the value that a denial gives."""
    for name, fact in ((name, fact) for name, fact in facts.items() if fact.get("waarden")):
        place, values = _PACKAGE.at("feiten", name), fact["waarden"]
        for way, term in terms(values, ("waarden",)):
            check_term(term, concepts, place.at(*way), mistakes)
        if fact.get("zwijgt") not in (None, *values):
            message = f"`zwijgt: {fact['zwijgt']}` is geen waarde van dit feit.{hint(fact['zwijgt'], values)}"
            mistakes.at(place.at("zwijgt"), message)
        for value, statements in values.items():
            for number, each in enumerate(statements):
                for key in (key for key in ("ontkend", "opengelaten") if key in each and each[key] not in values):
                    message = f"`{key}: {each[key]}` is geen waarde van dit feit.{hint(each[key], values)}"
                    mistakes.at(place.at("waarden", value, number, key), message)
        division = fact.get("verdeeld") or {}
        for way, term in terms(division.get("delen", ()), ("verdeeld", "delen")):
            check_term(term, concepts, place.at(*way), mistakes)
        among = [("waarde", division["waarde"]), *(("van", each) for each in division["van"])] if division else []
        for key, value in ((key, value) for key, value in among if value not in values):
            message = f"`verdeeld` noemt `{value}`, maar dat is geen waarde van dit feit.{hint(value, values)}"
            mistakes.at(place.at("verdeeld", key), message)
        if not division and any(each.get("deel") for many in values.values() for each in many):
            mistakes.at(place, "`deel` bij een uitspraak vraagt `verdeeld` bij het feit: wat is een deel?")
        if fact.get("volgt-uit"):
            _check_following(fact["volgt-uit"], name, facts, mistakes)


def _check_following(following: Raw, name: str, facts: Raw, mistakes: Mistakes) -> None:
    """What a fact follows from is another fact, with these values, that does not follow from something itself."""
    place, base = _PACKAGE.at("feiten", name, "volgt-uit"), following["feit"]
    if base not in facts or base == name:
        message = f"`volgt-uit` noemt `{base}`, maar dat is geen ander feit.{hint(base, set(facts) - {name})}"
        mistakes.at(place.at("feit"), message)
        return
    if facts[base].get("volgt-uit"):
        mistakes.at(place.at("feit"), f"`{base}` volgt zelf al uit een ander feit; noem dat feit.")
    known = facts[base].get("waarden")
    for value, many in following["waarden"].items():
        if value not in facts[name]["waarden"]:
            message = f"`volgt-uit` noemt `{value}`, maar dat is geen waarde van dit feit."
            mistakes.at(place.at("waarden", value), message + hint(value, facts[name]["waarden"]))
        for number, each in enumerate(many):
            if known and each not in known:
                message = f"het feit `{base}` kent geen waarde `{each}`.{hint(each, known)}"
                mistakes.at(place.at("waarden", value, number), message)


def _check_changes(package: Mapping[str, Any], mistakes: Mistakes) -> None:
    """The newest change is that of this version, and the others follow by date and version, going back."""
    changes = package.get("wijzigingen") or []
    place = _PACKAGE.at("wijzigingen")
    if not all(change.get("datum") and change.get("versie") for change in changes):
        return  # one of them is wrong in itself, so that their order cannot be judged
    if changes and package.get("versie") not in (None, changes[0]["versie"]):
        message = f"bij `wijzigingen` staat {changes[0]['versie']} bovenaan, maar het pakket is {package['versie']}."
        mistakes.at(place.at(0, "versie"), message)
    for number, change in enumerate(changes):
        if not is_date(change["datum"]):
            message = f"de datum `{change['datum']}` bij `wijzigingen` bestaat niet."
            mistakes.at(place.at(number, "datum"), message)
    for number, (newer, older) in enumerate(pairwise(changes), 1):
        if (_number(older["versie"]), older["datum"]) > (_number(newer["versie"]), newer["datum"]):
            message = f"`wijzigingen`: {older['versie']} staat na {newer['versie']}; zet de nieuwste bovenaan."
            mistakes.at(place.at(number), message)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
