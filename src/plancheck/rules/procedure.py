"""procedure.yaml: from checked Dutch keys to the steps and moments of the model."""

from plancheck.model.procedure import Moment, Statement, Step, Term, TermUnit
from plancheck.model.requirement import RequirementId
from plancheck.rules.reading import Raw, condition, reference

UNITS: tuple[TermUnit, ...] = ("dagen", "weken", "maanden", "jaren")


def steps(procedure: Raw, sources: Raw) -> tuple[Step, ...]:
    """The steps in the order of the file, each with its source."""
    return tuple(_step(entry, sources) for entry in procedure.get("stappen", ()))


def moments(procedure: Raw) -> tuple[Moment, ...]:
    """The moments from which terms are counted."""
    return tuple(
        Moment(
            id=key,
            title=entry["titel"],
            statements=tuple(statement(each) for each in entry.get("uitspraken", ())),
            follows=_term(entry["volgt"]) if "volgt" in entry else None,
            not_before=_term(entry["niet-voor"]) if "niet-voor" in entry else None,
        )
        for key, entry in procedure.get("momenten", {}).items()
    )


def statement(entry: Raw) -> Statement:
    """One `uitspraak`: what a sentence must name."""
    return Statement(
        together=tuple(tuple(group) for group in entry["samen"]),
        without=tuple(entry.get("zonder", ())),
        choice=entry.get("keuze", False),
        part=entry.get("deel", False),
        denied=entry.get("ontkend", ""),
        left_open=entry.get("opengelaten", ""),
    )


def _step(entry: Raw, sources: Raw) -> Step:
    phases = entry["fase"]
    return Step(
        id=entry["id"],
        phases=tuple(phases) if isinstance(phases, list) else (phases,),
        text=entry["stap"],
        brief=entry.get("kort", ""),
        who=entry["wie"],
        form=entry["vorm"],
        before=entry["vooraf"],
        source=reference(entry, sources),
        when=condition(entry.get("wanneer")),
        term=_term(entry["termijn"]) if "termijn" in entry else None,
        shown_by=tuple(RequirementId(key) for key in entry.get("onderdelen", ())),
        statements=tuple(statement(each) for each in entry.get("blijkt-uit", ())),
        proofs=tuple(statement(each) for each in entry.get("gedaan", ())),
        optional=entry.get("vrijblijvend", False),
        unconfirmed=entry.get("onbevestigd", ""),
    )


def _term(entry: Raw) -> Term:
    unit = next((unit for unit in UNITS if unit in entry), None)
    if unit is None:
        return Term(note=entry["tekst"])
    return Term(
        kind=entry["soort"],
        amount=entry[unit],
        unit=unit,
        start=entry["vanaf"],
        extended=entry.get("termijnenwet", False),
        note=entry.get("tekst", ""),
    )
