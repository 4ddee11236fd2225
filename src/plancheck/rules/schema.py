"""JSON Schema: are the keys, types and words of a file those that a package has? Every mistake in Dutch."""

import copy
import datetime
import json
from collections.abc import Container, Iterable
from functools import cache
from typing import Any

from plancheck.rules.mistakes import Mistakes, Place, hint
from plancheck.rules.source import rules_root

_TYPES = {
    "object": "een blok met sleutels",
    "array": "een lijst",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "boolean": "true of false",
    "['integer', 'array']": "een geheel getal of een lijst van gehele getallen",
}

_BOUNDS = {
    "minimum": ("te klein (minstens", "", ""),
    "minLength": ("te kort (minstens", "teken", "tekens"),
    "minItems": ("te kort (minstens", "waarde in de lijst", "waarden in de lijst"),
    "minProperties": ("te kort (minstens", "sleutel", "sleutels"),
    "maximum": ("te groot (hoogstens", "", ""),
    "maxLength": ("te lang (hoogstens", "teken", "tekens"),
    "maxItems": ("te lang (hoogstens", "waarde in de lijst", "waarden in de lijst"),
}
"""What is told of a size: in words before the number, and what is counted."""


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema `rules/schema/<name>.schema.json`."""
    text = (rules_root() / "schema" / f"{name}.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def check_schema(
    tree: Any, name: str, mistakes: Mistakes, place: Place, *, part: str = "", own: Container[Any] | None = None
) -> list[list[Any]]:
    """Validate against a schema, or a part of its `$defs`, and note every mistake; the ways to where they are.

    place: where the tree stands. own: the keys that stand there, None for all; mistakes under others are passed over.
    """
    from jsonschema import Draft202012Validator

    whole = schema(name)
    chosen = {"$ref": f"#/$defs/{part}", "$defs": whole["$defs"]} if part else whole
    errors = sorted(Draft202012Validator(chosen).iter_errors(tree), key=lambda error: list(map(str, error.path)))
    ways: list[list[Any]] = []
    for error in errors:
        way = list(error.absolute_path)
        if own is None or not way or way[0] in own:
            ways.append(way)
            for message, extra in _messages(error):
                mistakes.at(place.at(*way, *extra), message)
    return ways


def sound(tree: dict[str, Any], faults: Iterable[list[Any]], *, depth: int = 2) -> dict[str, Any]:
    """A tree in which what the schema refused cannot hurt: it is None, so that other mistakes can be looked for.

    An entry keeps its name and all that is right in it, so that nothing that is named is taken for missing.
    depth: 1 when the keys of the file are entries, 2 when they hold entries; their keys are the smallest part to go.
    """
    kept: dict[str, Any] = copy.deepcopy(tree)
    for way in faults:
        holder: Any = kept
        for level, step in enumerate(way[: depth + 1]):
            key = str(step) if isinstance(holder, dict) else step  # YAML may have read a number
            last = level == min(len(way) - 1, depth)
            if last and not (level == depth - 1 and isinstance(holder[key], dict)):
                holder[key] = {} if level == depth - 1 else None
            holder = holder[key]
            if not isinstance(holder, dict | list):
                break
    return kept


def _messages(error: Any) -> list[tuple[str, list[Any]]]:
    """Dutch sentences for one schema error, each with what to add to the path for its line."""
    kind, value, instance = error.validator, error.validator_value, error.instance
    keys = [key for key in error.absolute_path if isinstance(key, str)]
    name = f"`{keys[-1]}`" if keys else "het bestand"
    if kind == "required":
        key = error.message.split("'")[1]  # one error for each key, and only the message says which
        return [(f"de sleutel `{key}` ontbreekt in {name}.", [])]
    if kind == "additionalProperties" and value is False:
        allowed = sorted(error.schema.get("properties", {}))
        unknown = [key for key in instance if key not in allowed]
        return [(_unknown(str(key), allowed, "sleutel"), [key]) for key in unknown]
    if kind == "enum" and instance is None:
        return [(f"{name} is leeg. Toegestaan: {', '.join(map(str, value))}.", [])]
    if kind == "enum":
        return [(_unknown(str(instance), [str(option) for option in value], "waarde"), [])]
    if kind == "type" and isinstance(instance, datetime.date):
        return [(f"zet de datum bij {name} tussen aanhalingstekens.", [])]
    if kind == "type":
        quotes = " Zet de waarde tussen aanhalingstekens." if value == "string" and _is_bare(instance) else ""
        return [(f"{name} moet {_TYPES.get(str(value), str(value))} zijn.{quotes}", [])]
    if kind == "pattern" and "propertyNames" in error.absolute_schema_path:
        form = _form(str(value))
        return [(f"de naam `{instance}` in {name} heeft niet de vorm die hier hoort ({form}).", [instance])]
    if kind == "pattern":
        return [(f"{name} heeft niet de vorm die hier hoort ({_form(str(value))}).", [])]
    if kind in _BOUNDS:
        told, one, many = _BOUNDS[kind]
        return [(f"{name} is {told} {value}{f' {one if value == 1 else many}' if many else ''}).", [])]
    if kind == "uniqueItems":
        return [(f"in {name} staat iets twee keer.", [])]
    if kind is None:
        return [(f"{name} hoort niet bij deze soort bewijs.", [])]
    return [(f"{name} klopt niet: {instance!r}.", [])]


def _is_bare(value: Any) -> bool:
    return isinstance(value, bool | int | float)


def _form(pattern: str) -> str:
    if pattern == "\\?$":
        return "een vraag die eindigt op een vraagteken"
    if pattern.startswith("^[0-9]{4}"):
        return "een datum als 2026-12-31"
    if pattern.startswith("^(k"):
        return "een k met twaalf tekens, zoals het in het rapport staat"
    if pattern == "^[1-9]$":
        return "een cijfer van 1 tot en met 9"
    if pattern.startswith("^[0-9]+"):
        return "een versie als 1.0.0"
    if pattern == "^[a-z-]+$":
        return "kleine letters en streepjes"
    if "onbekend" in pattern:
        return "onbekend, of een datum als 2027-01-01"
    return "kleine letters, cijfers en streepjes" + (", met één punt: map.onderdeel" if "\\." in pattern else "")


def _unknown(word: str, allowed: list[str], what: str) -> str:
    near = hint(word, allowed)
    also = "" if near.startswith(" Toegestaan") else f" Toegestaan: {', '.join(allowed)}."
    return f"de {what} `{word}` bestaat hier niet.{near}{also}"
