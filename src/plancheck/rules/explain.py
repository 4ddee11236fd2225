"""A rule package in words: what a rule asks, in Dutch, for the people who write and use rules."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plancheck.model.condition import Combination, When, condition_struct
from plancheck.model.procedure import Step, Term
from plancheck.model.requirement import Aspect, EvidenceRule, OtherLevel, Reference, Requirement
from plancheck.rules.examples import Example
from plancheck.rules.ruleset import RuleSet

_TERM = {
    "duurt": "duurt {} vanaf {}",
    "uiterlijk": "uiterlijk {} na {}",
    "niet-eerder": "niet eerder dan {} na {}",
    "na": "{} na {}",
}
_TIMES = {"verleden": "wat is geweest", "toekomst": "wat nog komt"}
_SCALES = {"project": "het hele project", "huishouden": "één huishouden"}


def show(requirement: Requirement, examples: Sequence[Example]) -> str:
    """Everything about one rule: what it asks and why, how it is recognised, and its examples."""
    recognition, advice = requirement.recognition, requirement.advice
    lines = [f"{requirement.id}: {requirement.title}", f"Niveau: {level_text(requirement)}"]
    if requirement.when:
        lines.append(f"Geldt als: {condition_text(requirement.when)}")
    if start := valid_from_text(requirement.source):
        lines.append(f"Geldig vanaf: {start}")
    if requirement.source.valid_until:
        lines.append(f"Geldig tot en met: {requirement.source.valid_until}")
    lines += [f"Herkomst: pakket {requirement.origin}"] if requirement.origin else []
    lines += [f"Bron: {_source(requirement.source)}", f"Waarom: {requirement.why}", "", "Waaraan herkend"]
    lines.append(f"  kop: {', '.join(recognition.headings)}")
    lines += [f"  begrippen: {_groups(recognition.concepts)}"]
    if recognition.excluded:
        lines.append(f"  telt niet mee: {', '.join(recognition.excluded)}")
    lines += ["", "Wat er moet staan"]
    for aspect in requirement.aspects:
        lines += _aspect(aspect)
    lines += ["", f"Advies: {advice.add}"]
    lines += [f"  wie: {advice.who}"] if advice.who else []
    lines += [f"  besluit: {advice.decision}"] if advice.decision else []
    lines += ["", *_examples(examples)]
    return "\n".join(lines)


def show_step(step: Step, moments: Mapping[str, str]) -> str:
    """Everything about one step of the procedure. moments: id -> title."""
    lines = [f"{step.id}: stap in fase {', '.join(map(str, step.phases))}", " ".join(step.text.split())]
    rows = (
        ("In het kort", step.brief),
        ("Geldt als", condition_text(step.when) if step.when else ""),
        ("Geldig vanaf", valid_from_text(step.source)),
        ("Geldig tot en met", step.source.valid_until),
        ("Wie", step.who),
        ("Vorm", step.form),
        ("Vooraf", step.before),
        ("Termijn", term_text(step.term, moments) if step.term else ""),
        ("Bron", _source(step.source)),
        ("Vrij", "de wet laat de gemeente hierin vrij" if step.optional else ""),
        ("Niet bevestigd", step.unconfirmed),
        ("Blijkt uit", ", ".join(step.shown_by)),
    )
    return "\n".join(lines + [f"{name}: {value}" for name, value in rows if value])


def term_text(term: Term, moments: Mapping[str, str]) -> str:
    """A term in words. moments: id -> title."""
    if not term.amount:
        return term.note
    text = _TERM[term.kind].format(f"{term.amount} {term.unit}", moments.get(term.start, term.start))
    return f"{text}, {term.note}" if term.note else text


def as_json(ruleset: RuleSet, requirements: Iterable[Requirement]) -> dict[str, Any]:
    """The package and these rules of it, with Dutch keys."""
    return {
        "pakket": {"id": ruleset.id, "titel": ruleset.title, "versie": ruleset.version},
        "regels": [_as_json(requirement) for requirement in requirements],
    }


def condition_text(when: When | None) -> str:
    """A condition in words; "altijd" for none."""
    if when is None:
        return "altijd"
    if isinstance(when, Combination):
        return (" en " if when.every else ", of ").join(condition_text(part) for part in when.parts)
    return f"{when.fact} is {'niet ' if when.negated else ''}{' of '.join(when.values)}"


def level_text(requirement: Requirement) -> str:
    """The level, with what it is under a condition or from a day on."""
    return ", ".join([requirement.level, *(f"{other.level} {_other(other)}" for other in requirement.other_levels)])


def _other(other: OtherLevel) -> str:
    parts = [f"vanaf {other.since}"] if other.since else []
    return " ".join(parts + ([f"als {condition_text(other.when)}"] if other.when else []))


def valid_text(source: Reference) -> str:
    """Between which days the source asks this, in words; "altijd" when there are none."""
    parts = [f"vanaf {start}"] if (start := valid_from_text(source)) else []
    return " ".join(parts + ([f"tot en met {source.valid_until}"] if source.valid_until else [])) or "altijd"


def valid_from_text(source: Reference) -> str:
    """From when a law asks this, as the rule file writes it; "" when it always does."""
    return "onbekend" if source.valid_from is None else source.valid_from


def evidence_text(rule: EvidenceRule) -> str:
    """One way to fill an aspect in, in the words of the rule file."""
    parts: list[str] = [rule.kind]
    if rule.minimum > 1:
        parts.append(f"minstens {rule.minimum}")
    if rule.columns:
        parts.append(f"kolom {' / '.join(rule.columns)}")
    if rule.together:
        parts.append(("in één zin " if rule.same_sentence else "") + _groups(rule.together))
    if rule.about:
        parts.append(f"over {' / '.join(rule.about)}")
    if rule.units:
        parts.append(f"eenheid {' / '.join(rule.units)}")
    if rule.substance:
        parts.append(f"met {' / '.join(rule.substance)}")
    if rule.without:
        parts.append(f"zonder {' / '.join(rule.without)}")
    if rule.home_only:
        parts.append("alleen onder een eigen kop")
    if rule.every_row:
        parts.append("in elke rij ingevuld")
    return ", ".join(parts)


def _as_json(requirement: Requirement) -> dict[str, Any]:
    source = requirement.source
    return {
        "id": requirement.id,
        "titel": requirement.title,
        "niveau": requirement.level,
        "herkomst": requirement.origin,
        "niveau_als": [
            {"niveau": other.level, "wanneer": condition_struct(other.when), "vanaf": other.since or None}
            for other in requirement.other_levels
        ],
        "wanneer": condition_struct(requirement.when),
        "bron": {
            "titel": source.title,
            "plaats": source.place,
            "gezag": source.authority,
            "adres": source.address,
            "gelezen": source.accessed,
            "geldig_vanaf": valid_from_text(source) or None,
            "geldig_tot": source.valid_until or None,
        },
        "waarom": requirement.why,
        "aspecten": [{"id": aspect.id, "titel": aspect.title} for aspect in requirement.aspects],
    }


def _source(source: Reference) -> str:
    parts = [f"{source.title or source.document}, {source.place} ({source.authority})"]
    parts += [source.address] if source.address else []
    parts += [f"gelezen op {source.accessed}"] if source.accessed else []
    return ", ".join(parts)


def _groups(groups: Iterable[Sequence[str]]) -> str:
    return " én ".join(f"[{', '.join(group)}]" for group in groups)


def _aspect(aspect: Aspect) -> list[str]:
    lines = [f"  {aspect.id}: {aspect.title}", f"    vraag: {aspect.question}", "    een van deze is genoeg:"]
    lines += [f"    - {evidence_text(rule)}" for rule in aspect.evidence]
    return lines + [f"    {note}" for note in aspect_notes(aspect)]


def aspect_notes(aspect: Aspect) -> list[str]:
    """What is special about how an aspect is judged, in a few words each."""
    notes = ["een aankondiging telt mee"] if aspect.announced_counts else []
    notes += ["een ontkenning telt mee"] if aspect.denial_counts else []
    notes += ["een verwijzing telt mee"] if aspect.reference_counts else []
    notes += ["een vraag telt mee"] if aspect.question_counts else []
    notes += ["een kort antwoord telt mee"] if aspect.short_counts else []
    notes += ["zonder dit telt de rest niet"] if aspect.carries else []
    notes += [f"een antwoord noemt een {' of '.join(aspect.answer)}"] if aspect.answer else []
    notes += [f"een antwoord bevat {_groups(aspect.answer_words)}"] if aspect.answer_words else []
    notes += [f"een antwoord bevat niet {' / '.join(aspect.answer_without)}"] if aspect.answer_without else []
    notes += [f"wie {' / '.join(aspect.called)} uitstelt, geeft geen antwoord"] if aspect.called else []
    notes += [f"alleen bedragen van {_SCALES[aspect.scale]}"] if aspect.scale else []
    return notes + ([f"alleen over {_TIMES[aspect.time]}"] if aspect.time else [])


def _examples(examples: Sequence[Example]) -> list[str]:
    if not examples:
        return ["Bij deze regel staan geen eigen voorbeelden."]
    lines = ["Voorbeelden"]
    for example in examples:
        missing = f", mist {', '.join(example.missing)}" if example.missing else ""
        lines.append(f"  {example.number}. {example.verdict}{', hol' if example.hollow else ''}{missing}")
        lines += [f"     {line}".rstrip() for line in example.text.rstrip().splitlines()]
    return lines
