"""Values that rules and steps share: from checked Dutch keys to the model."""

from collections.abc import Mapping
from typing import Any

from plancheck.model.condition import Combination, Condition, When
from plancheck.model.requirement import Reference

Raw = Mapping[str, Any]
UNKNOWN = "onbekend"
"""The value of `geldig-vanaf` for a law whose start is not confirmed."""


def reference(rule: Raw, sources: Raw) -> Reference:
    """The source of a rule or a step, with the days between which it asks this."""
    entry, valid_from = rule["bron"], rule.get("geldig-vanaf", "")
    document = sources.get(entry["document"], {})
    return Reference(
        document=entry["document"],
        place=entry["plaats"],
        authority=entry["gezag"],
        title=document.get("titel", ""),
        address=document.get("adres", ""),
        accessed=document.get("gelezen", ""),
        no_address=document.get("geen-adres", ""),
        extent=entry.get("mate", ""),
        in_force=document.get("in-werking", ""),
        text_of=document.get("tekst-van", ""),
        valid_from=None if valid_from == UNKNOWN else valid_from,
        valid_until=rule.get("geldig-tot", ""),
    )


def condition(entry: Raw | None) -> When | None:
    """`wanneer`; None: always."""
    if not entry:
        return None
    for key, every in (("alle", True), ("een-van", False)):
        if key in entry:
            return Combination(parts=tuple(_simple(part) for part in entry[key]), every=every)
    return _simple(entry)


def _simple(entry: Raw) -> Condition:
    negated = "niet" in entry
    return Condition(fact=entry["feit"], values=tuple(entry["niet" if negated else "is"]), negated=negated)


def rule_file(rule: str) -> str:
    """The file of a rule, seen from the folder of its package."""
    return f"{rule.replace('.', '/', 1)}.yaml"


def all_rules(package: Raw, own: Mapping[str, Raw]) -> dict[str, tuple[Raw, str]]:
    """Id -> a rule and the id under which it is written.

    The rules of the package itself, and those that a milestone takes over under an id of its own, with its overrides.
    """
    found = {key: (rule, key) for key, rule in own.items()}
    for milestone in (each for each in package.get("mijlpalen") or () if each.get("neemt-over") and each.get("id")):
        taken = milestone["neemt-over"]
        for key, rule in own.items():
            folder, part = key.split(".")
            new = f"{milestone['id']}.{part}"
            if folder == taken["van"] and part not in taken.get("behalve", ()) and new not in own:
                found[new] = ({**rule, **taken.get("aangepast", {}).get(part, {}), "id": new}, key)
    return found


def taken_over(package: Raw, own: Mapping[str, Raw]) -> dict[str, Raw]:
    """All rules by id, with those that a milestone takes over."""
    return {key: rule for key, (rule, _) in all_rules(package, own).items()}
