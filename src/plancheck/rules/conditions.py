"""Do the conditions and the days in a package fit together? Every mistake in Dutch; bears any type of value."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from plancheck.rules.mistakes import Mistakes, Place, hint

Raw = dict[str, Any]
_FORMS = ({"feit", "is"}, {"feit", "niet"}, {"alle"}, {"een-van"})
_FORM = "{feit: ..., is: [...]}, {feit: ..., niet: [...]}, {alle: [...]} of {een-van: [...]}"


def check_entry(entry: Raw, facts: Mapping[str, Any] | None, place: Place, mistakes: Mistakes) -> None:
    """The conditions and the days of one rule or step. facts: those of the package; None when they cannot be known."""
    for found, condition in _conditions(entry, place):
        _check_condition(condition, facts, found, mistakes)
    _check_levels(entry, place, mistakes)
    _check_days(entry, place, mistakes)


def _conditions(entry: Raw, place: Place) -> Iterator[tuple[Place, Raw]]:
    others = entry.get("niveau-als")
    holders = [(place, entry)]
    holders += [(place.at("niveau-als", n), each) for n, each in enumerate(others if isinstance(others, list) else [])]
    for found, holder in holders:
        if isinstance(holder, dict) and isinstance(holder.get("wanneer"), dict):
            yield found.at("wanneer"), holder["wanneer"]


def _check_condition(
    condition: Raw, facts: Mapping[str, Any] | None, place: Place, mistakes: Mistakes, *, whole: bool = True
) -> None:
    if set(condition) not in (_FORMS if whole else _FORMS[:2]):
        form = _FORM if whole else _FORM.partition(", {alle")[0].replace("]}, {", "]} of {")
        mistakes.at(place, f"een voorwaarde heeft één van deze vormen: {form}.")
        return
    key = "alle" if "alle" in condition else "een-van"
    if key in condition:
        parts = condition[key]
        for number, part in enumerate(parts if isinstance(parts, list) else []):
            if isinstance(part, dict):
                _check_condition(part, facts, place.at(key, number), mistakes, whole=False)
    elif facts is not None:
        _check_fact(condition, facts, place, mistakes)


def _check_fact(condition: Raw, facts: Mapping[str, Any], place: Place, mistakes: Mistakes) -> None:
    name, key = condition["feit"], "is" if "is" in condition else "niet"
    wanted = condition[key]
    if not isinstance(name, str):
        return  # the schema has named that mistake
    if name not in facts:
        mistakes.at(place.at("feit"), f"het feit `{name}` staat niet bij `feiten` in pakket.yaml.{hint(name, facts)}")
        return
    values = facts[name].get("waarden") if isinstance(facts[name], dict) else None
    if not isinstance(values, dict) or not isinstance(wanted, list):
        return
    for number, value in enumerate(map(str, wanted)):
        if value not in values:
            message = f"het feit `{name}` kent geen waarde `{value}`. Toegestaan: {', '.join(values)}."
            mistakes.at(place.at(key, number), message)


def _check_levels(entry: Raw, place: Place, mistakes: Mistakes) -> None:
    others = entry.get("niveau-als")
    for number, other in enumerate(others if isinstance(others, list) else []):
        if not isinstance(other, dict):
            continue
        found = place.at("niveau-als", number)
        if not other.keys() & {"wanneer", "vanaf"}:
            mistakes.at(found, "bij `niveau-als` hoort `wanneer`, `vanaf` of allebei; anders geldt het altijd.")
        day = other.get("vanaf")
        if isinstance(day, str) and day[:1].isdigit() and not is_date(day):
            mistakes.at(found.at("vanaf"), f"de datum `{day}` bij `niveau-als` bestaat niet.")


def _check_days(entry: Raw, place: Place, mistakes: Mistakes) -> None:
    """Only a law has a start, the days exist, and the last one does not come before the first."""
    start, end, reference = entry.get("geldig-vanaf"), entry.get("geldig-tot"), entry.get("bron")
    if isinstance(start, str) and isinstance(reference, dict) and reference.get("gezag") != "wet":
        mistakes.at(place.at("geldig-vanaf"), "`geldig-vanaf` past alleen bij een bron met `gezag: wet`.")
    for key, day in (("geldig-vanaf", start), ("geldig-tot", end)):
        if isinstance(day, str) and day[:1].isdigit() and not is_date(day):
            mistakes.at(place.at(key), f"de datum `{day}` bij `{key}` bestaat niet.")
    if isinstance(start, str) and isinstance(end, str) and start[:1].isdigit() and end < start:
        mistakes.at(place.at("geldig-tot"), f"`geldig-tot` ({end}) ligt voor `geldig-vanaf` ({start}).")


def is_date(text: str) -> bool:
    """Whether the text is an ISO date that exists."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
