"""Does procedure.yaml fit the rest of the package? Every mistake in Dutch. Asks for a tree that `schema.sound` gave."""

from collections.abc import Iterator, Mapping
from typing import Any

from plancheck.rules.authority import check_authority
from plancheck.rules.conditions import check_entry
from plancheck.rules.mistakes import Mistakes, Place, hint
from plancheck.rules.procedure import UNITS

Raw = dict[str, Any]
_EARLIER = ("volgt", "niet-voor")
"""Keys of a moment that name the term before it."""
FILE = "procedure.yaml"


def check_procedure(raw: Raw, rules: frozenset[str] | None, mistakes: Mistakes) -> None:
    """rules: the ids of all rules of the package, those that a milestone takes over included; None: not to be known."""
    procedure, package = raw["procedure"], raw["pakket"]
    moments, sources = procedure.get("momenten", {}), package.get("bronnen")
    for name, moment in (moments or {}).items():
        place = Place(FILE, ("momenten", name))
        for key in (key for key in _EARLIER if moment.get(key)):
            _check_term(moment[key], moments, place.at(key), mistakes)
        if moment.keys() >= set(_EARLIER):
            mistakes.at(place.at("niet-voor"), "een moment heeft `volgt` of `niet-voor`, niet allebei.")
    if circle := next(_circles(moments or {}), None):
        place = Place(FILE, ("momenten", circle[0]))
        mistakes.at(place, f"deze momenten verwijzen in een kring naar elkaar: {' > '.join(circle)}.")
    for step in procedure.get("stappen") or ():
        place = Place(FILE, ("stappen", ("id", step.get("id"))))
        check_entry(step, package.get("feiten", {}), place, mistakes)
        check_authority(step, place, mistakes)
        if step.get("termijn"):
            _check_term(step["termijn"], moments, place.at("termijn"), mistakes)
        document = (step.get("bron") or {}).get("document")
        if None not in (sources, document) and document not in sources:
            message = f"de bron `{document}` staat niet bij `bronnen` in pakket.yaml.{hint(document, sources)}"
            mistakes.at(place.at("bron", "document"), message)
        for number, key in enumerate(step.get("onderdelen") or ()):
            if rules is not None and key not in rules:
                mistakes.at(place.at("onderdelen", number), f"de regel `{key}` bestaat niet.{hint(key, rules)}")


def _check_term(term: Raw, moments: Mapping[str, Any] | None, place: Place, mistakes: Mistakes) -> None:
    units = [unit for unit in UNITS if unit in term]
    if not units and term.keys() == {"tekst"}:
        return
    if len(units) != 1 or not {"soort", "vanaf"} <= term.keys():
        form = "{soort: duurt, weken: 6, vanaf: MOMENT}, met dagen, weken, maanden of jaren, of alleen {tekst: ...}"
        mistakes.at(place, f"een termijn heeft deze vorm: {form}.")
    elif moments is not None and term["vanaf"] not in moments:
        start = term["vanaf"]
        mistakes.at(place.at("vanaf"), f"het moment `{start}` staat niet bij `momenten`.{hint(start, moments)}")


def _earlier(moment: Raw) -> str | None:
    """The moment before this one, from which its day is counted."""
    return next((moment[key].get("vanaf") for key in _EARLIER if moment.get(key)), None)


def _circles(moments: Mapping[str, Any]) -> Iterator[list[str]]:
    """The moments that in the end come before themselves, as a way to read."""
    for first in moments:
        way = [first]
        while (following := _earlier(moments.get(way[-1], {}))) is not None:
            way.append(following)
            if following in way[:-1]:
                yield way
                break
