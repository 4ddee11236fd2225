"""A package that extends another: the other is named by its id, never by a path, and both become one tree."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancheck.rules import source
from plancheck.rules.mistakes import Mistakes, Place, hint

Raw = dict[str, Any]
_BY_ID = (("pakket", "mijlpalen", "id"), ("pakket", "geen-mijlpaal", "naam"), ("procedure", "stappen", "id"))
"""Lists of which an entry stands in the place of the one with the same name: file, key, what names an entry."""
_NAMED = (("pakket", "bronnen"), ("pakket", "feiten"), ("procedure", "momenten"))
_NOT_INHERITED = ("wijzigingen",)
"""What tells of the versions of one package."""
_JOINED = ("onderwerp", "alledaags", "geen-namen", "telt-mee")
_OFF = Place("pakket.yaml", ("uitgezet",))


def base_folder(name: str, directory: Path) -> Path | None:
    """The folder of the package with this id: one that comes with plancheck, else one beside `directory`."""
    for root in (source.rules_root(), directory.resolve().parent):
        folder = root / name
        if folder.is_dir() and not folder.is_symlink() and (folder / "pakket.yaml").is_file():
            return folder
    return None


def merge(base: Raw, own: Raw, mistakes: Mistakes) -> Raw:
    """The tree of the base with what an extending package adds and replaces; the rules are still those of the base.

    Notes what the merge would hide: a fact that loses a value. What is None, because it could not be read, stays None.
    """
    inherited = {key: value for key, value in base["pakket"].items() if key not in _NOT_INHERITED}
    merged: Raw = {
        "pakket": {**inherited, **own["pakket"]},
        "begrippen": None if own["begrippen"] is None else {**base["begrippen"], **own["begrippen"]},
        "procedure": None if own["procedure"] is None else {**base["procedure"], **own["procedure"]},
        "regels": dict(base["regels"]),
        "herkomst": dict(base.get("herkomst") or dict.fromkeys(base["regels"], base["pakket"]["id"])),
        "uitgezet": list(base.get("uitgezet", ())),
    }
    for file, key, name in _BY_ID:
        entries = [*_list(base[file].get(key)), *_list((own[file] or {}).get(key))]
        if entries and _is_known(own, file, key):
            merged[file][key] = list({entry.get(name): entry for entry in entries}.values())
    for file, key in _NAMED:
        named = {**base[file].get(key, {}), **_mapping((own[file] or {}).get(key))}
        if named and _is_known(own, file, key):
            merged[file][key] = named
    for key in _JOINED:
        joined = dict.fromkeys([*base["pakket"].get(key, ()), *_texts(own["pakket"].get(key))])
        if joined:
            merged["pakket"][key] = list(joined)
    _check_facts(base, own, mistakes)
    return merged


def _is_known(own: Raw, file: str, key: str) -> bool:
    return own[file] is not None and own[file].get(key, ()) is not None


def switch_off(
    raw: Raw, own: frozenset[str], named: list[Any], known: frozenset[str] | None, mistakes: Mistakes
) -> None:
    """Note in `raw["uitgezet"]` which rules do not count: those of the base, unless written anew, and those named here.

    own: ids of the rules in the extending package. named: what it switches off. known: all ids; None: not to be known.
    """
    raw["uitgezet"] = [key for key in raw.get("uitgezet", ()) if key not in own]
    for number, key in enumerate(named):
        if not isinstance(key, str):
            continue  # the schema has named that mistake
        if key in own:
            mistakes.at(_OFF.at(number), f"`uitgezet` noemt `{key}`, maar die regel staat in dit pakket zelf.")
        elif known is not None and key not in known:
            mistakes.at(_OFF.at(number), f"`uitgezet` noemt `{key}`, maar die regel is er niet.{hint(key, known)}")
        raw["uitgezet"].append(key)


def check_left(raw: Raw, judged: Mapping[str, frozenset[str]], mistakes: Mistakes) -> None:
    """In every kind of document something is left to judge. judged: kind -> ids, those switched off as well."""
    off = frozenset(raw.get("uitgezet", ()))
    for kind, ids in judged.items():
        if ids and ids <= off:
            mistakes.at(_OFF, f"door `uitgezet` blijft er voor `{kind}` geen enkele regel over.")


def _check_facts(base: Raw, own: Raw, mistakes: Mistakes) -> None:
    """Rules of the base ask for values of facts, so that a fact that is written anew keeps them."""
    for name, fact in _mapping(own["pakket"].get("feiten")).items():
        before = base["pakket"].get("feiten", {}).get(name, {}).get("waarden", {})
        now = _mapping(fact).get("waarden")
        for value in (value for value in before if isinstance(now, dict) and value not in now):
            told = f"het feit `{name}` mist de waarde `{value}`, die het in {base['pakket']['id']} wel heeft."
            mistakes.at(Place("pakket.yaml", ("feiten", name)), told)


def _list(value: Any) -> list[Raw]:
    """The blocks of a list; nothing of what the schema has already refused."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def _mapping(value: Any) -> Raw:
    return value if isinstance(value, dict) else {}
