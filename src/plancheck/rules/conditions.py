"""Do the conditions and the days in a package fit together? Every mistake in Dutch; bears any type of value."""

import datetime
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from plancheck.rules import source

Raw = dict[str, Any]
_FORMS = ({"feit", "is"}, {"feit", "niet"}, {"alle"}, {"een-van"})
_FORM = "{feit: ..., is: [...]}, {feit: ..., niet: [...]}, {alle: [...]} of {een-van: [...]}"


def check_entry(entry: Raw, package: Mapping[str, Any], shown: str, mistakes: source.Mistakes) -> None:
    """The conditions and the days of one rule or step. shown: where the author finds it."""
    facts = package.get("feiten", {})
    for condition in _conditions(entry):
        _check_condition(condition, facts if isinstance(facts, dict) else None, shown, mistakes)
    _check_levels(entry, shown, mistakes)
    _check_days(entry, shown, mistakes)


def _conditions(entry: Raw) -> Iterator[Raw]:
    others = entry.get("niveau-als")
    for holder in [entry, *(others if isinstance(others, list) else [])]:
        if isinstance(holder, dict) and isinstance(holder.get("wanneer"), dict):
            yield holder["wanneer"]


def _check_condition(
    condition: Raw, facts: Mapping[str, Any] | None, shown: str, mistakes: source.Mistakes, *, whole: bool = True
) -> None:
    if set(condition) not in (_FORMS if whole else _FORMS[:2]):
        form = _FORM if whole else _FORM.partition(", {alle")[0].replace("]}, {", "]} of {")
        mistakes.add(shown, None, f"een voorwaarde heeft één van deze vormen: {form}.")
        return
    parts = condition.get("alle", condition.get("een-van"))
    if parts is not None:
        for part in parts if isinstance(parts, list) else []:
            if isinstance(part, dict):
                _check_condition(part, facts, shown, mistakes, whole=False)
        return
    if facts is not None:
        _check_fact(condition, facts, shown, mistakes)


def _check_fact(condition: Raw, facts: Mapping[str, Any], shown: str, mistakes: source.Mistakes) -> None:
    name, wanted = condition["feit"], condition.get("is", condition.get("niet"))
    if not isinstance(name, str):
        return  # the schema has named that mistake
    if name not in facts:
        near = get_close_matches(name, facts, n=1)
        hint = f" Bedoelt u `{near[0]}`?" if near else ""
        mistakes.add(shown, None, f"het feit `{name}` staat niet bij `feiten` in pakket.yaml.{hint}")
        return
    values = facts[name].get("waarden") if isinstance(facts[name], dict) else None
    if not isinstance(values, dict) or not isinstance(wanted, list):
        return
    for value in (value for value in map(str, wanted) if value not in values):
        allowed = ", ".join(values)
        mistakes.add(shown, None, f"het feit `{name}` kent geen waarde `{value}`. Toegestaan: {allowed}.")


def _check_levels(entry: Raw, shown: str, mistakes: source.Mistakes) -> None:
    others = entry.get("niveau-als")
    for other in others if isinstance(others, list) else []:
        if not isinstance(other, dict):
            continue
        if not other.keys() & {"wanneer", "vanaf"}:
            mistakes.add(shown, None, "bij `niveau-als` hoort `wanneer`, `vanaf` of allebei; anders geldt het altijd.")
        day = other.get("vanaf")
        if isinstance(day, str) and day[:1].isdigit() and not is_date(day):
            mistakes.add(shown, None, f"de datum `{day}` bij `niveau-als` bestaat niet.")


def _check_days(entry: Raw, shown: str, mistakes: source.Mistakes) -> None:
    """Only a law has a start, the days exist, and the last one does not come before the first."""
    start, end, reference = entry.get("geldig-vanaf"), entry.get("geldig-tot"), entry.get("bron")
    if isinstance(start, str) and isinstance(reference, dict) and reference.get("gezag") != "wet":
        mistakes.add(shown, None, "`geldig-vanaf` past alleen bij een bron met `gezag: wet`.")
    for key, day in (("geldig-vanaf", start), ("geldig-tot", end)):
        if isinstance(day, str) and day[:1].isdigit() and not is_date(day):
            mistakes.add(shown, None, f"de datum `{day}` bij `{key}` bestaat niet.")
    if isinstance(start, str) and isinstance(end, str) and start[:1].isdigit() and end < start:
        mistakes.add(shown, None, f"`geldig-tot` ({end}) ligt voor `geldig-vanaf` ({start}).")


def is_date(text: str) -> bool:
    """Whether the text is an ISO date that exists."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
