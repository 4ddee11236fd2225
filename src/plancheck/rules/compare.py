"""Two versions of a rule package: what changes for somebody who has a plan judged.

The packages are compared as they were loaded, so that the order of files, spaces and examples make no difference.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from plancheck.model.procedure import Moment, Step
from plancheck.model.requirement import Reference, Requirement
from plancheck.rules.explain import condition_text, level_text, valid_text
from plancheck.rules.meaning import meaning
from plancheck.rules.ruleset import FactRule, KindRule, RuleSet

T = TypeVar("T")
Part = tuple[str, Callable[[T], object]]

_SHOWN: tuple[tuple[str, Callable[[Requirement], object], Callable[[Requirement], str]], ...] = (
    ("titel", lambda each: each.title, lambda each: each.title),
    ("niveau", lambda each: (each.level, each.other_levels), lambda each: level_text(each)),
    ("geldt als", lambda each: each.when, lambda each: condition_text(each.when)),
    ("bron", lambda each: _named(each.source), lambda each: _named(each.source)),
    ("adres van de bron", lambda each: each.source.address, lambda each: each.source.address or "geen"),
    ("gezag", lambda each: each.source.authority, lambda each: each.source.authority),
    ("geldig", lambda each: valid_text(each.source), lambda each: valid_text(each.source)),
)
"""What is told with its old and new text: its name, what is compared, what is shown."""
_OF_RULES: tuple[Part[Requirement], ...] = (
    ("de herkenning is anders", lambda each: (each.recognition, each.mention_bar, each.theme)),
    ("de uitleg of het advies is anders", lambda each: (each.advice, each.why)),
)
_OF_STEPS: tuple[Part[Step], ...] = (
    ("de tekst", lambda each: each.text),
    ("de korte tekst", lambda each: each.brief),
    ("wie", lambda each: each.who),
    ("de vorm", lambda each: each.form),
    ("wat vooraf gaat", lambda each: each.before),
    ("de voorwaarde", lambda each: each.when),
    ("de fase", lambda each: each.phases),
    ("de termijn", lambda each: each.term),
    ("de bron", lambda each: (_named(each.source), each.source.address, each.source.authority)),
    ("vanaf wanneer de stap geldt", lambda each: valid_text(each.source)),
    ("of de stap vrij is", lambda each: each.optional),
    ("wat niet is bevestigd", lambda each: each.unconfirmed),
    ("wat in een document ervan blijkt", lambda each: (each.shown_by, each.statements)),
    ("wat laat zien dat hij is gedaan", lambda each: each.proofs),
)
_OF_FACTS: tuple[Part[FactRule], ...] = (
    ("de naam", lambda each: each.title),
    ("de vraag", lambda each: each.question),
    ("de waarden", lambda each: tuple(each.values)),
    ("wat het in de tekst geeft", lambda each: each.values),
    ("wat zwijgen betekent", lambda each: each.silent),
    ("wat het is als delen verschillen", lambda each: each.division),
    ("waaruit het volgt", lambda each: each.follows),
)
_OF_MOMENTS: tuple[Part[Moment], ...] = (
    ("de naam", lambda each: each.title),
    ("waaraan het te zien is", lambda each: each.statements),
    ("waarvan het afhangt", lambda each: (each.follows, each.not_before)),
)
_OF_KINDS: tuple[Part[KindRule], ...] = (
    ("de naam", lambda each: each.name),
    (
        "waaraan het wordt herkend",
        lambda each: (each.titles, each.weak_titles, each.title_excluded, each.phrases, each.unmarking),
    ),
)
_OF_PACKAGE: tuple[Part[RuleSet], ...] = (
    ("`onderwerp`", lambda each: each.subject),
    ("`alledaags`", lambda each: each.everyday),
    ("`geen-namen`", lambda each: each.no_names),
    ("`telt-mee`", lambda each: each.counting),
    ("wat van voorbeelden is geleerd", lambda each: _content(each.weights)),
)


def differences(old: RuleSet, new: RuleSet) -> tuple[str, ...]:
    """Dutch lines, in the order of the packages; none when nothing changes for a user."""

    def changed(parts: Iterable[Part[T]], before: T, after: T) -> list[str]:
        return [name for name, of in parts if meaning(of(before), old.concepts) != meaning(of(after), new.concepts)]

    def named(
        words: tuple[str, str, str], both: tuple[Mapping[str, T], Mapping[str, T]], parts: Iterable[Part[T]]
    ) -> None:
        (gone, added, other), (was, now) = words, both
        lines.extend(f"{gone}: {key}" for key in was if key not in now)
        for key, each in now.items():
            if key not in was:
                lines.append(f"{added}: {key}")
            elif found := changed(parts, was[key], each):
                lines.append(f"{other}: {key} ({', '.join(found)})")

    lines = [
        f"vervallen: {key} ({each.title})" for key, each in old.requirements.items() if key not in new.requirements
    ]
    for key, after in new.requirements.items():
        before = old.requirements.get(key)
        if before is None:
            lines.append(f"nieuw: {key} ({after.title}), {after.level}")
        else:
            lines += [f"gewijzigd: {key}: {change}" for change in _changes(before, after, old, new)]
            lines += [f"gewijzigd: {key}: {change}" for change in changed(_OF_RULES, before, after)]
    lines += _judged(old, new)
    named(
        ("vervallen soort document", "nieuwe soort document", "soort document gewijzigd"), _kinds(old, new), _OF_KINDS
    )
    steps = ({each.id: each for each in old.steps}, {each.id: each for each in new.steps})
    named(("stap vervallen", "nieuwe stap", "stap gewijzigd"), steps, _OF_STEPS)
    if [key for key in steps[0] if key in steps[1]] != [key for key in steps[1] if key in steps[0]]:
        lines.append("de stappen staan in een andere volgorde")
    moments = ({each.id: each for each in old.moments}, {each.id: each for each in new.moments})
    named(("moment vervallen", "nieuw moment", "moment gewijzigd"), moments, _OF_MOMENTS)
    facts = ({each.name: each for each in old.facts}, {each.name: each for each in new.facts})
    named(("feit vervallen", "nieuw feit", "feit gewijzigd"), facts, _OF_FACTS)
    lines += [f"pakket gewijzigd: {name}" for name in changed(_OF_PACKAGE, old, new)]
    return tuple(lines)


def _changes(before: Requirement, after: Requirement, old: RuleSet, new: RuleSet) -> list[str]:
    """What is told of a rule with its old and new text, and of its aspects."""

    def same(one: object, other: object) -> bool:
        return meaning(one, old.concepts) == meaning(other, new.concepts)

    found = [
        f"{name} was '{shown(before)}', wordt '{shown(after)}'"
        for name, of, shown in _SHOWN
        if not same(of(before), of(after))
    ]
    was, now = ({aspect.id: aspect for aspect in each.aspects} for each in (before, after))
    found += [f"aspect `{key}` vervalt" for key in was if key not in now]
    found += [f"aspect `{key}` komt erbij ({now[key].title})" for key in now if key not in was]
    for key in (key for key in now if key in was and not same(was[key], now[key])):
        text = same(was[key].evidence, now[key].evidence)
        found.append(f"aspect `{key}`: {'de tekst of wat meetelt' if text else 'het bewijs'} is anders")
    return found


def _kinds(old: RuleSet, new: RuleSet) -> tuple[dict[str, KindRule], dict[str, KindRule]]:
    """The kinds of documents of both, by id; a kind that is no milestone by its name."""
    was, now = ({str(each.milestone or each.name): each for each in package.kinds} for package in (old, new))
    return was, now


def _judged(old: RuleSet, new: RuleSet) -> list[str]:
    """Where a rule that both have is judged in one version only."""
    was = {kind.milestone: set(kind.judged) for kind in old.kinds if kind.milestone}
    both = old.requirements.keys() & new.requirements.keys()
    lines: list[str] = []
    for kind in new.kinds:
        if kind.milestone is None or kind.milestone not in was:
            continue
        before, after = was[kind.milestone] & both, set(kind.judged) & both
        lines += [f"{kind.name}: beoordeelt nu ook {key}" for key in sorted(after - before)]
        lines += [f"{kind.name}: beoordeelt niet meer {key}" for key in sorted(before - after)]
    return lines


def _named(source: Reference) -> str:
    extent = f", {source.extent}" if source.extent else ""
    return f"{source.title or source.document}, {source.place}{extent}"


def _content(path: Path | None) -> bytes:
    return path.read_bytes() if path else b""
