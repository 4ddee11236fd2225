"""YAML and JSON Schema: from files to checked plain values, with every mistake in Dutch and its line."""

import datetime
import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

MAX_BYTES = 1_000_000
"""A rule file larger than this is refused: it is no rule, or it is meant to hurt."""
MAX_DEPTH = 20
"""The deepest nesting of lists and blocks; the deepest that a package needs is half of it."""

_TYPES = {
    "object": "een blok met sleutels",
    "array": "een lijst",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "boolean": "true of false",
    "['integer', 'array']": "een geheel getal of een lijst van gehele getallen",
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


def shipped() -> tuple[str, ...]:
    """The ids of the packages that come with plancheck, which are also the names of their folders."""
    return tuple(sorted(path.parent.name for path in rules_root().glob("*/pakket.yaml")))


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema `rules/schema/<name>.schema.json`."""
    text = (rules_root() / "schema" / f"{name}.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def read_yaml(path: Path, mistakes: Mistakes, shown: str) -> Any:
    """The content of a YAML 1.2 file with line numbers, None when it cannot be read (noted)."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if path.stat().st_size > MAX_BYTES:
        mistakes.add(shown, None, "dit bestand is te groot voor een regel (meer dan 1 MB).")
        return None
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        mistakes.add(shown, None, "dit bestand is niet als UTF-8 opgeslagen; kies dat bij opslaan.")
        return None
    try:
        if trap := _trap(text):
            mistakes.add(shown, *trap)
            return None
        tree = YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes.add(shown, mark.line + 1 if mark else None, _yaml_problem(error.problem or "", text, mark))
        return None
    except (YAMLError, ValueError):
        mistakes.add(shown, *_bad_value(text))
        return None
    if tree is None:
        mistakes.add(shown, None, "dit bestand is leeg.")
    return tree


def _bad_value(text: str) -> tuple[int | None, str]:
    """Where and why YAML cannot make a value: mostly a date that is on no calendar."""
    for number, line in enumerate(text.splitlines(), 1):
        for written in re.findall(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", line):
            try:
                datetime.date.fromisoformat(written)
            except ValueError:
                return number, f"{written} is geen bestaande datum."
    return None, "in dit bestand staan tekens of waarden die in YAML niet mogen."


def _trap(text: str) -> tuple[int, str] | None:
    """The first thing in YAML that a rule never needs and that can hurt: its line and what is wrong with it.

    Reads the stream of events, so that nothing is built from a file that nests or refers without end.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

    depth = 0
    for event in YAML(typ="rt").parse(text):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            return line, "ankers en verwijzingen (& en *) zijn niet toegestaan; schrijf de tekst uit."
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return line, f"dit is dieper genest dan een regel nodig heeft (meer dan {MAX_DEPTH} lagen)."
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if getattr(event, "tag", None):
            return line, "typen met een uitroepteken (!) zijn niet toegestaan."
    return None


def files(directory: Path, pattern: str, mistakes: Mistakes) -> list[Path]:
    """The files of a package by glob, sorted; what leads out of its folder, or is no file, is noted and left out."""
    root = directory.resolve()
    found: list[Path] = []
    for path in sorted(directory.glob(pattern)):
        shown = path.relative_to(directory).as_posix()
        if not path.resolve().is_relative_to(root):
            mistakes.add(shown, None, "dit verwijst naar buiten de map van het pakket; zet het bestand er zelf in.")
        elif not path.is_file():
            mistakes.add(shown, None, "dit is geen bestand.")
        else:
            found.append(path)
    return found


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


def check_schema(tree: Any, name: str, mistakes: Mistakes, shown: str, *, part: str = "") -> bool:
    """Validate against a schema, or a part of its `$defs`; note every mistake. True when there is none."""
    from jsonschema import Draft202012Validator

    whole = schema(name)
    chosen = {"$ref": f"#/$defs/{part}", "$defs": whole["$defs"]} if part else whole
    errors = sorted(Draft202012Validator(chosen).iter_errors(tree), key=lambda error: list(map(str, error.path)))
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
        key = error.message.split("'")[1]  # one error for each key, and only the message says which
        return [(f"de sleutel `{key}` ontbreekt in {name}.", [])]
    if kind == "additionalProperties" and value is False:
        allowed = sorted(error.schema.get("properties", {}))
        unknown = [key for key in instance if key not in allowed]
        return [(_unknown(str(key), allowed, "sleutel"), [key]) for key in unknown]
    if kind == "enum":
        return [(_unknown(str(instance), [str(option) for option in value], "waarde"), [])]
    if kind == "type" and isinstance(instance, datetime.date):
        return [(f"zet de datum bij {name} tussen aanhalingstekens.", [])]
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
    if pattern.startswith("^[0-9]{4}"):
        return "een datum als 2026-12-31"
    if pattern.startswith("^(k"):
        return "een k met twaalf tekens, zoals het in het rapport staat"
    if pattern == "^[a-z-]+$":
        return "kleine letters en streepjes"
    if "onbekend" in pattern:
        return "onbekend, of een datum als 2027-01-01"
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
