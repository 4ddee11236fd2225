"""Two versions of a rule package: what changes for somebody who has a plan judged."""

from collections.abc import Callable

from plancheck.model.requirement import Requirement
from plancheck.rules.explain import condition_text, level_text, valid_text
from plancheck.rules.ruleset import RuleSet

_SHOWN: tuple[tuple[str, Callable[[Requirement], str]], ...] = (
    ("titel", lambda each: each.title),
    ("niveau", level_text),
    ("geldt als", lambda each: condition_text(each.when)),
    ("bron", lambda each: f"{each.source.title or each.source.document}, {each.source.place}"),
    ("gezag", lambda each: each.source.authority),
    ("geldig", lambda each: valid_text(each.source)),
)


def differences(old: RuleSet, new: RuleSet) -> tuple[str, ...]:
    """Dutch lines, in the order of the packages; none when nothing changes for a user."""
    lines = [
        f"vervallen: {key} ({each.title})" for key, each in old.requirements.items() if key not in new.requirements
    ]
    for key, after in new.requirements.items():
        before = old.requirements.get(key)
        if before is None:
            lines.append(f"nieuw: {key} ({after.title}), {after.level}")
        else:
            lines += [f"gewijzigd: {key}: {change}" for change in _changes(before, after)]
    return (*lines, *_judged(old, new))


def _changes(before: Requirement, after: Requirement) -> list[str]:
    found = [f"{name} was '{of(before)}', wordt '{of(after)}'" for name, of in _SHOWN if of(before) != of(after)]
    old, new = ({aspect.id: aspect for aspect in each.aspects} for each in (before, after))
    found += [f"aspect `{key}` vervalt" for key in old if key not in new]
    found += [f"aspect `{key}` komt erbij ({new[key].title})" for key in new if key not in old]
    for key in (key for key in new if key in old and new[key] != old[key]):
        same = old[key].evidence == new[key].evidence
        found.append(f"aspect `{key}`: {'de tekst of wat meetelt' if same else 'het bewijs'} is anders")
    if before.recognition != after.recognition or before.mention_bar != after.mention_bar:
        found.append("de herkenning is anders")
    if before.advice != after.advice or before.why != after.why:
        found.append("de uitleg of het advies is anders")
    return found


def _judged(old: RuleSet, new: RuleSet) -> list[str]:
    """Where a rule that both have is judged in one version only."""
    kinds = {kind.milestone: set(kind.judged) for kind in old.kinds if kind.milestone}
    both = old.requirements.keys() & new.requirements.keys()
    lines: list[str] = []
    for kind in new.kinds:
        if kind.milestone not in kinds:
            lines += [f"nieuwe soort document: {kind.name}"] if kind.milestone else []
            continue
        was, now = kinds.pop(kind.milestone) & both, set(kind.judged) & both
        lines += [f"{kind.name}: beoordeelt nu ook {key}" for key in sorted(now - was)]
        lines += [f"{kind.name}: beoordeelt niet meer {key}" for key in sorted(was - now)]
    return lines + [f"vervallen soort document: {key}" for key in kinds]
