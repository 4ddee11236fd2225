"""Two versions of a rule package: what changes for somebody who has a plan judged."""

from collections.abc import Callable

from plancheck.model.procedure import Step
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
    return (*lines, *_judged(old, new), *_steps(old, new), *_facts(old, new))


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


_SHOWN_OF_STEPS: tuple[tuple[str, Callable[[Step], object]], ...] = (
    ("de tekst", lambda each: each.text),
    ("wie", lambda each: each.who),
    ("de vorm", lambda each: each.form),
    ("wat vooraf gaat", lambda each: each.before),
    ("de voorwaarde", lambda each: each.when),
    ("de fase", lambda each: each.phases),
    ("de termijn", lambda each: each.term),
    ("wat laat zien dat hij is gedaan", lambda each: each.proofs),
    ("de bron", lambda each: each.source),
)


def _steps(old: RuleSet, new: RuleSet) -> list[str]:
    """What changes in the procedure."""
    before, after = ({step.id: step for step in each.steps} for each in (old, new))
    lines = [f"stap vervallen: {key}" for key in before if key not in after]
    for key, step in after.items():
        if key not in before:
            lines.append(f"nieuwe stap: {key}")
        elif changed := [name for name, of in _SHOWN_OF_STEPS if of(before[key]) != of(step)]:
            lines.append(f"stap gewijzigd: {key}: {', '.join(changed)} anders")
    return lines


def _facts(old: RuleSet, new: RuleSet) -> list[str]:
    """What changes in the facts: their values, their question, and what in a text gives them."""
    before, after = ({fact.name: fact for fact in each.facts} for each in (old, new))
    lines = [f"feit vervallen: {name}" for name in before if name not in after]
    for name, fact in after.items():
        if name not in before:
            lines.append(f"nieuw feit: {name} ({', '.join(fact.values)})")
        elif tuple(fact.values) != tuple(before[name].values):
            lines.append(f"feit gewijzigd: {name} kent nu {', '.join(fact.values)}")
        elif fact != before[name]:
            lines.append(f"feit gewijzigd: {name}: de vraag of wat het in de tekst geeft is anders")
    return lines


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
