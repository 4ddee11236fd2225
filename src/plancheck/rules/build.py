"""From the checked tree of a package to the values of the model. The only place that knows both languages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancheck.model.condition import Combination, Condition, When
from plancheck.model.finding import MilestoneInfo
from plancheck.model.requirement import (
    Advice,
    Aspect,
    EvidenceRule,
    MilestoneId,
    OtherLevel,
    Recognition,
    Reference,
    Requirement,
    RequirementId,
    Step,
)
from plancheck.rules.ruleset import Concept, FactRule, KindRule, RuleSet, Statement

Raw = Mapping[str, Any]
UNKNOWN = "onbekend"
"""The value of `geldig-vanaf` for a law whose start is not confirmed."""


def build(raw: Raw, weights: Path | None = None) -> RuleSet:
    """The rule set of a tree that `loader.read_package` has checked; weights: the file of what was learned."""
    package = raw["pakket"]
    sources = package["bronnen"]
    rules = {**raw["regels"]}
    for milestone in package["mijlpalen"]:
        rules.update(_taken_over(milestone, raw["regels"]))
    requirements = {RequirementId(key): _requirement(rule, sources) for key, rule in rules.items()}
    return RuleSet(
        id=package["id"],
        title=package["titel"],
        version=package["versie"],
        milestones=tuple(
            MilestoneInfo(id=MilestoneId(entry["id"]), title=entry["titel"], phase=entry["fase"])
            for entry in package["mijlpalen"]
        ),
        kinds=_kinds(package, tuple(requirements)),
        requirements=requirements,
        concepts={
            name: Concept(words=tuple(entry["woorden"]), excluded=tuple(entry.get("niet", ())))
            for name, entry in raw["begrippen"].items()
        },
        subject=tuple(package.get("onderwerp", ())),
        facts=tuple(_fact(name, entry) for name, entry in package.get("feiten", {}).items()),
        steps=tuple(_step(entry, sources) for entry in (raw.get("procedure") or {}).get("stappen", ())),
        weights=weights,
    )


def _taken_over(milestone: Raw, own: Raw) -> dict[str, Raw]:
    """Rules that a milestone takes over: the same content under an id of its own, with overrides."""
    taken = milestone.get("neemt-over")
    if not taken:
        return {}
    found: dict[str, Raw] = {}
    for key, rule in own.items():
        folder, part = key.split(".")
        new = f"{milestone['id']}.{part}"
        if folder == taken["van"] and part not in taken.get("behalve", ()) and new not in own:
            found[new] = {**rule, **taken.get("aangepast", {}).get(part, {}), "id": new}
    return found


def _kinds(package: Raw, ids: tuple[RequirementId, ...]) -> tuple[KindRule, ...]:
    kinds = [
        KindRule(
            name=entry["titel"],
            milestone=MilestoneId(entry["id"]),
            titles=tuple(entry["titels"]),
            weak_titles=tuple(entry.get("titels-zwak", ())),
            title_excluded=tuple(entry.get("titels-niet", ())),
            phrases=tuple(entry["woorden"]),
            judged=_judged(entry, ids),
            core=tuple(entry["beoordeelt"]),
        )
        for entry in package["mijlpalen"]
    ]
    others = [
        KindRule(
            name=entry["naam"],
            milestone=None,
            titles=tuple(entry["titels"]),
            weak_titles=tuple(entry.get("titels-zwak", ())),
            title_excluded=tuple(entry.get("titels-niet", ())),
            phrases=tuple(entry["woorden"]),
        )
        for entry in package.get("geen-mijlpaal", ())
    ]
    return tuple(kinds + others)


def _judged(entry: Raw, ids: tuple[RequirementId, ...]) -> tuple[RequirementId, ...]:
    found: list[RequirementId] = []
    for judged in entry["beoordeelt"]:
        found += [key for key in ids if key == judged or key.split(".")[0] == judged]
    return tuple(dict.fromkeys(found))


def _requirement(rule: Raw, sources: Raw) -> Requirement:
    recognition, advice = rule["herkenning"], rule["advies"]
    requirement = Requirement(
        id=RequirementId(rule["id"]),
        milestone=MilestoneId(rule["id"].split(".")[0]),
        title=rule["titel"],
        level=rule["niveau"],
        source=_reference(rule, sources),
        why=rule["waarom"],
        recognition=Recognition(
            headings=tuple(recognition["koppen"]),
            concepts=tuple(tuple(group) for group in recognition["begrippen"]),
            excluded=tuple(recognition.get("niet", ())),
        ),
        aspects=tuple(_aspect(aspect) for aspect in rule["aspecten"]),
        advice=Advice(add=advice["aanvullen"], who=advice.get("wie", ""), decision=advice.get("besluit", "")),
        when=_condition(rule.get("wanneer")),
        other_levels=tuple(
            OtherLevel(level=other["niveau"], when=_condition(other.get("wanneer")), since=other.get("vanaf", ""))
            for other in rule.get("niveau-als", ())
        ),
        mention_bar=rule.get("terloops"),
    )
    return requirement.on("")


def _reference(rule: Raw, sources: Raw) -> Reference:
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
        valid_from=None if valid_from == UNKNOWN else valid_from,
        valid_until=rule.get("geldig-tot", ""),
    )


def _aspect(entry: Raw) -> Aspect:
    return Aspect(
        id=entry["id"],
        title=entry["titel"],
        question=entry["vraag"],
        evidence=tuple(evidence_rule(rule) for rule in entry["bewijs"]),
        announced_counts=entry.get("aankondiging-telt", False),
        denial_counts=entry.get("ontkenning-telt", False),
        time=entry.get("tijd", ""),
        carries=entry.get("draagt", False),
        facets=tuple(entry.get("facetten", ())),
    )


def evidence_rule(entry: Raw) -> EvidenceRule:
    """One `bewijs` entry."""
    return EvidenceRule(
        kind=entry["soort"],
        together=tuple(tuple(group) for group in entry.get("samen", ())),
        about=tuple(entry.get("over", ())),
        without=tuple(entry.get("zonder", ())),
        columns=tuple(entry.get("kolom", ())),
        units=tuple(entry.get("eenheid", ())),
        minimum=entry.get("minstens", 1),
        substance=tuple(entry.get("met", ())),
        same_sentence=entry.get("in-zin", False),
        home_only=entry.get("onder-kop", False),
    )


def _condition(entry: Raw | None) -> When | None:
    if not entry:
        return None
    for key, every in (("alle", True), ("een-van", False)):
        if key in entry:
            return Combination(parts=tuple(_simple(part) for part in entry[key]), every=every)
    return _simple(entry)


def _simple(entry: Raw) -> Condition:
    negated = "niet" in entry
    return Condition(fact=entry["feit"], values=tuple(entry["niet" if negated else "is"]), negated=negated)


def _fact(name: str, entry: Raw) -> FactRule:
    values = {value: tuple(_statement(each) for each in said) for value, said in entry["waarden"].items()}
    return FactRule(name=name, question=entry["vraag"], values=values)


def _statement(entry: Raw) -> Statement:
    return Statement(
        together=tuple(tuple(group) for group in entry["samen"]),
        without=tuple(entry.get("zonder", ())),
        choice=entry.get("keuze", False),
        denied=entry.get("ontkend", ""),
        left_open=entry.get("opengelaten", ""),
    )


def _step(entry: Raw, sources: Raw) -> Step:
    return Step(
        id=entry["id"],
        phase=entry["fase"],
        text=entry["stap"],
        who=entry.get("wie", ""),
        form=entry.get("vorm", ""),
        before=entry.get("vooraf", ""),
        source=_reference(entry, sources),
        when=_condition(entry.get("wanneer")),
    )
