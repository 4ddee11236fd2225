"""Does procedure.yaml fit the rest of the package? Every mistake in Dutch. Asks for trees that their schema accepts."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from plancheck.rules import source
from plancheck.rules.conditions import check_entry
from plancheck.rules.procedure import UNITS

Raw = dict[str, Any]
_EARLIER = ("volgt", "niet-voor")
"""Keys of a moment that name the term before it."""


def check_procedure(raw: Raw, rules: frozenset[str], mistakes: source.Mistakes) -> None:
    """rules: the ids of all rules of the package, those that a milestone takes over included."""
    procedure, package = raw.get("procedure") or {}, raw["pakket"]
    moments = procedure.get("momenten", {})
    for name, moment in moments.items():
        shown = f"procedure.yaml (moment {name})"
        for key in (key for key in _EARLIER if key in moment):
            _check_term(moment[key], moments, shown, mistakes)
        if moment.keys() >= set(_EARLIER):
            mistakes.add(shown, None, "een moment heeft `volgt` of `niet-voor`, niet allebei.")
    if circle := next(_circles(moments), None):
        mistakes.add("procedure.yaml", None, f"deze momenten verwijzen in een kring naar elkaar: {circle}.")
    for step in procedure.get("stappen", ()):
        shown = f"procedure.yaml (stap {step['id']})"
        check_entry(step, package, shown, mistakes)
        if "termijn" in step:
            _check_term(step["termijn"], moments, shown, mistakes)
        document = step["bron"]["document"]
        if document not in package["bronnen"]:
            mistakes.add(shown, None, f"de bron `{document}` staat niet bij `bronnen` in pakket.yaml.")
        for key in (key for key in step.get("onderdelen", ()) if key not in rules):
            mistakes.add(shown, None, f"de regel `{key}` bestaat niet.{_hint(key, rules)}")


def _check_term(term: Raw, moments: Mapping[str, Any], shown: str, mistakes: source.Mistakes) -> None:
    units = [unit for unit in UNITS if unit in term]
    if not units and term.keys() == {"tekst"}:
        return
    if len(units) != 1 or not {"soort", "vanaf"} <= term.keys():
        form = "{soort: duurt, weken: 6, vanaf: MOMENT}, met dagen, weken, maanden of jaren, of alleen {tekst: ...}"
        mistakes.add(shown, None, f"een termijn heeft deze vorm: {form}.")
    elif term["vanaf"] not in moments:
        start = term["vanaf"]
        mistakes.add(shown, None, f"het moment `{start}` staat niet bij `momenten`.{_hint(start, moments)}")


def _hint(word: str, known: Mapping[str, Any] | frozenset[str]) -> str:
    near = get_close_matches(word, sorted(known), n=1)
    return f" Bedoelt u `{near[0]}`?" if near else ""


def _earlier(moment: Raw) -> str | None:
    """The moment before this one, from which its day is counted."""
    return next((moment[key].get("vanaf") for key in _EARLIER if key in moment), None)


def _circles(moments: Mapping[str, Any]) -> Iterator[str]:
    """The moments that in the end come before themselves, as a way to read."""
    for first in moments:
        way = [first]
        while (following := _earlier(moments.get(way[-1], {}))) is not None:
            way.append(following)
            if following in way[:-1]:
                yield " > ".join(way)
                break
