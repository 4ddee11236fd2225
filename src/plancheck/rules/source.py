"""YAML and JSON Schema: from files to checked plain values, with every mistake in Dutch and its line."""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

MAX_BYTES = 1_000_000
"""A rule file larger than this is refused: it is no rule, or it is meant to hurt."""

_TYPES = {
    "object": "een blok met sleutels",
    "array": "een lijst",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "boolean": "true of false",
}


@dataclass(slots=True)
class Mistakes:
    """Collects all mistakes of a package, so that an author sees them at once."""

    found: list[str] = field(default_factory=list)

    def add(self, path: Path | str, line: int | None, message: str) -> None:
        """Note a mistake in Dutch; `line` counts from 1."""
        place = f"{path}, regel {line}" if line else str(path)
        self.found.append(f"{place}: {message}")


def rules_root() -> Path:
    """The folder with the shipped packages: in the installed package first, else in the checkout."""
    inside = Path(__file__).resolve().parent.parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "rules"


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema `rules/schema/<name>.schema.json`."""
    text = (rules_root() / "schema" / f"{name}.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def read_yaml(path: Path, mistakes: Mistakes, shown: str) -> Any:
    """The content of a YAML 1.2 file with line numbers, None when it cannot be read (noted)."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    if path.stat().st_size > MAX_BYTES:
        mistakes.add(shown, None, "dit bestand is te groot voor een regel (meer dan 1 MB).")
        return None
    text = path.read_text("utf-8", errors="replace")
    if any(line.lstrip().startswith(("&", "*")) or ": &" in line or ": *" in line for line in text.splitlines()):
        mistakes.add(shown, None, "ankers en verwijzingen (& en *) zijn niet toegestaan; schrijf de tekst uit.")
        return None
    try:
        return YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes.add(shown, mark.line + 1 if mark else None, _yaml_problem(error.problem or "", text, mark))
        return None


def _yaml_problem(problem: str, text: str, mark: Any) -> str:
    line = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in line:
        return "gebruik spaties in plaats van een tab om in te springen."
    if "duplicate key" in problem:
        return "deze sleutel staat er twee keer; laat er één staan."
    return "dit is geen geldige YAML. Let op inspringen, dubbele punten en aanhalingstekens."


def line_of(node: Any, path: Iterable[Any]) -> int | None:
    """The line (from 1) of the value at `path` in a tree that was read by `read_yaml`."""
    line: int | None = None
    for key in path:
        marks: Any = getattr(node, "lc", None)
        if marks is None:
            break
        try:
            found = marks.key(key) if isinstance(node, Mapping) else marks.item(key)
            line = found[0] + 1
            node = node[key]
        except (KeyError, IndexError, TypeError):
            break
    return line or 1


def check_schema(tree: Any, name: str, mistakes: Mistakes, shown: str) -> bool:
    """Validate against a schema; note every mistake. True when there is none."""
    from jsonschema import Draft202012Validator

    errors = sorted(Draft202012Validator(schema(name)).iter_errors(tree), key=lambda error: list(map(str, error.path)))
    for error in errors:
        for message, extra in _messages(error):
            mistakes.add(shown, line_of(tree, [*error.absolute_path, *extra]), message)
    return not errors


def _messages(error: Any) -> list[tuple[str, list[Any]]]:
    """Dutch sentences for one schema error, each with what to add to the path for its line."""
    kind, value, instance = error.validator, error.validator_value, error.instance
    keys = [key for key in error.absolute_path if isinstance(key, str)]
    name = f"`{keys[-1]}`" if keys else "het bestand"
    if kind == "required":
        return [(f"de sleutel `{key}` ontbreekt in {name}.", []) for key in value if key not in instance][:1]
    if kind == "additionalProperties" and value is False:
        allowed = sorted(error.schema.get("properties", {}))
        unknown = [key for key in instance if key not in allowed]
        return [(_unknown(str(key), allowed, "sleutel"), [key]) for key in unknown]
    if kind == "enum":
        return [(_unknown(str(instance), [str(option) for option in value], "waarde"), [])]
    if kind == "type":
        return [(f"{name} moet {_TYPES.get(str(value), str(value))} zijn.", [])]
    if kind == "pattern":
        return [(f"{name} heeft niet de vorm die hier hoort ({_form(str(value))}).", [])]
    if kind in ("minItems", "minLength"):
        return [(f"{name} is te kort (minstens {value}).", [])]
    if kind in ("maxItems", "maxLength", "maximum"):
        return [(f"{name} is te groot of te lang (hoogstens {value}).", [])]
    if kind == "uniqueItems":
        return [(f"in {name} staat iets twee keer.", [])]
    if kind is None:
        return [(f"{name} hoort niet bij deze soort bewijs.", [])]
    return [(f"{name} klopt niet: {instance!r}.", [])]


def _form(pattern: str) -> str:
    if pattern == "\\?$":
        return "een vraag die eindigt op een vraagteken"
    if pattern == "^[a-z-]+$":
        return "kleine letters en streepjes"
    return "kleine letters, cijfers en streepjes" + (", met één punt: map.onderdeel" if "\\." in pattern else "")


def _unknown(word: str, allowed: list[str], what: str) -> str:
    near = difflib.get_close_matches(word, allowed, n=1)
    hint = f" Bedoelt u `{near[0]}`?" if near else ""
    return f"de {what} `{word}` bestaat hier niet.{hint} Toegestaan: {', '.join(allowed)}."


def plain(node: Any) -> Any:
    """A tree without YAML line numbers: dicts, lists, strings and numbers only."""
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain(value) for value in node]
    if isinstance(node, bool | int | float) or node is None:
        return node
    return str(node)
