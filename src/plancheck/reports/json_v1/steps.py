"""The steps of `Wat nu` in the JSON report."""

from plancheck.model.condition import condition_struct
from plancheck.model.finding import Report
from plancheck.model.procedure import Dates, PlannedStep, Term
from plancheck.reports import procedure
from plancheck.reports.json_v1 import values
from plancheck.reports.json_v1.values import Struct


def step(report: Report, planned: PlannedStep) -> Struct:
    """A step with what is known of it."""
    own = planned.step
    return {
        "id": own.id,
        "fase": report.milestone.phase if report.milestone else own.phases[0],
        "fasen": list(own.phases),
        "stap": own.text,
        "kort": procedure.brief(planned),
        "wie": own.who or None,
        "vorm": own.form or None,
        "vooraf": own.before or None,
        "wanneer": condition_struct(own.when),
        "geldt": None if planned.unknown else True,
        "onbekende_feiten": list(planned.unknown),
        "waarom": procedure.why(report, planned),
        "termijn": _term(own.term) if own.term else None,
        "termijn_tekst": procedure.term_line(planned) or None,
        "data": _dates(planned.dates) if planned.dates else None,
        "gedaan": planned.done,
        "laat_zien": [values.evidence(evidence) for evidence in planned.evidence],
        "open": list(planned.missing),
        "vrijblijvend": own.optional,
        "onbevestigd": own.unconfirmed or None,
        "bron": values.reference(own.source),
    }


def _term(term: Term) -> Struct:
    return {
        "soort": term.kind if term.amount else None,
        "aantal": term.amount or None,
        "eenheid": term.unit if term.amount else None,
        "vanaf": term.start or None,
        "termijnenwet": term.extended,
        "tekst": term.note or None,
    }


def _dates(dates: Dates) -> Struct:
    return {
        "begin": dates.start,
        "eerste_dag": dates.first or None,
        "laatste_dag": dates.last or None,
        "herkomst": dates.origin,
        "verschoven": dates.moved,
        "laatste_dag_document": dates.other_last or None,
        "bewijs": [values.evidence(dates.evidence)] if dates.evidence else [],
    }
