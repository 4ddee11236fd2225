"""From the checked tree of a package to the values of the model. The only place that knows both languages."""

from pathlib import Path

from plancheck.model.finding import MilestoneInfo, PackageVersion
from plancheck.model.requirement import (
    Advice,
    Aspect,
    EvidenceRule,
    MilestoneId,
    OtherLevel,
    Recognition,
    Requirement,
    RequirementId,
)
from plancheck.rules.procedure import moments, statement, steps
from plancheck.rules.reading import UNKNOWN as UNKNOWN
from plancheck.rules.reading import Raw, all_rules, condition, reference
from plancheck.rules.ruleset import Change, Concept, Division, FactRule, Following, KindRule, RuleSet


def build(raw: Raw, weights: Path | None = None) -> RuleSet:
    """The rule set of a tree that `loader.read_package` has checked; weights: the file of what was learned."""
    package = raw["pakket"]
    sources = package["bronnen"]
    origins, off = raw.get("herkomst", {}), frozenset(raw.get("uitgezet", ()))
    requirements = {
        RequirementId(key): _requirement(rule, sources, origins.get(written, package["id"]))
        for key, (rule, written) in all_rules(package, raw["regels"]).items()
        if key not in off
    }
    return RuleSet(
        id=package["id"],
        title=package["titel"],
        version=package["versie"],
        milestones=tuple(
            MilestoneInfo(
                id=MilestoneId(entry["id"]),
                title=entry["titel"],
                phase=entry["fase"],
                phase_name=package.get("fasen", {}).get(str(entry["fase"]), ""),
            )
            for entry in package["mijlpalen"]
        ),
        kinds=_kinds(package, tuple(requirements)),
        requirements=requirements,
        concepts={
            name: Concept(words=tuple(entry["woorden"]), excluded=tuple(entry.get("niet", ())))
            for name, entry in raw["begrippen"].items()
        },
        subject=tuple(package.get("onderwerp", ())),
        everyday=frozenset(word.lower() for word in package.get("alledaags", ())),
        no_names=frozenset(package.get("geen-namen", ())),
        counting=frozenset(package.get("telt-mee", ())),
        facts=tuple(_fact(name, entry) for name, entry in package.get("feiten", {}).items()),
        steps=steps(raw.get("procedure") or {}, sources),
        moments=moments(raw.get("procedure") or {}),
        changes=tuple(
            Change(version=each["versie"], date=each["datum"], what=tuple(each["wat"]))
            for each in package.get("wijzigingen", ())
        ),
        weights=weights,
        extended=tuple(PackageVersion(id=each["id"], version=each["versie"]) for each in raw.get("uitgebreid", ())),
    )


def judged_ids(raw: Raw) -> dict[str, frozenset[str]]:
    """Kind of document -> the ids of all rules that are judged in it."""
    ids = tuple(RequirementId(key) for key in all_rules(raw["pakket"], raw["regels"]))
    return {entry["id"]: frozenset(_judged(entry, ids)) for entry in raw["pakket"]["mijlpalen"]}


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
            unmarking=frozenset(RequirementId(key) for key in entry.get("kenmerkt-niet", ())),
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


def _requirement(rule: Raw, sources: Raw, origin: str) -> Requirement:
    recognition, advice = rule["herkenning"], rule["advies"]
    requirement = Requirement(
        id=RequirementId(rule["id"]),
        milestone=MilestoneId(rule["id"].split(".")[0]),
        title=rule["titel"],
        level=rule["niveau"],
        source=reference(rule, sources),
        why=rule["waarom"],
        recognition=Recognition(
            headings=tuple(recognition["koppen"]),
            concepts=tuple(tuple(group) for group in recognition["begrippen"]),
            excluded=tuple(recognition.get("niet", ())),
        ),
        aspects=tuple(_aspect(aspect) for aspect in rule["aspecten"]),
        advice=Advice(add=advice["aanvullen"], who=advice.get("wie", ""), decision=advice.get("besluit", "")),
        when=condition(rule.get("wanneer")),
        other_levels=tuple(
            OtherLevel(level=other["niveau"], when=condition(other.get("wanneer")), since=other.get("vanaf", ""))
            for other in rule.get("niveau-als", ())
        ),
        mention_bar=rule.get("terloops"),
        theme=rule.get("thema", ""),
        origin=origin,
    )
    return requirement.on("")


def _aspect(entry: Raw) -> Aspect:
    return Aspect(
        id=entry["id"],
        title=entry["titel"],
        question=entry["vraag"],
        evidence=tuple(evidence_rule(rule) for rule in entry["bewijs"]),
        announced_counts=entry.get("aankondiging-telt", False),
        denial_counts=entry.get("ontkenning-telt", False),
        reference_counts=entry.get("verwijzing-telt", False),
        question_counts=entry.get("vraag-telt", False),
        short_counts=entry.get("kort-telt", False),
        time=entry.get("tijd", ""),
        scale=entry.get("geld-van", ""),
        carries=entry.get("draagt", False),
        answer=tuple(entry.get("antwoord-noemt", ())),
        answer_words=tuple(tuple(group) for group in entry.get("antwoord-samen", ())),
        answer_without=tuple(entry.get("antwoord-zonder", ())),
        called=tuple(entry.get("heet", ())),
        facets=tuple(entry.get("facetten", ())),
        rules_stand=entry.get("geleerd-vult-aan", False),
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
        every_row=entry.get("elke-rij", False),
    )


def _fact(name: str, entry: Raw) -> FactRule:
    values = {value: tuple(statement(each) for each in said) for value, said in entry["waarden"].items()}
    return FactRule(
        name=name,
        title=entry.get("naam", ""),
        question=entry["vraag"],
        values=values,
        silent=entry.get("zwijgt", ""),
        division=_division(entry["verdeeld"]) if "verdeeld" in entry else None,
        follows=_following(entry["volgt-uit"]) if "volgt-uit" in entry else None,
    )


def _division(entry: Raw) -> Division:
    return Division(value=entry["waarde"], among=tuple(entry["van"]), kinds=tuple(entry["delen"]))


def _following(entry: Raw) -> Following:
    return Following(fact=entry["feit"], values={key: tuple(many) for key, many in entry["waarden"].items()})
