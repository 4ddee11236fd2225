"""The days from which terms are counted: as the document clearly gives them, as they follow, or as the user asks."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.detect.facts.statements import CompiledStatement, compile_statement
from plancheck.detect.marks.stance import is_conditional
from plancheck.detect.marks.substance import MONTHS
from plancheck.detect.procedure.calendar import last_day
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Lexicon
from plancheck.detect.text.quotes import evidence_of
from plancheck.model.evidence import Evidence
from plancheck.model.procedure import DateOrigin, Dates, Moment, Term

_DAY = datetime.timedelta(days=1)
_DATE = rf"(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (20\d\d))?"
_PERIOD = re.compile(
    rf"\b(?:van|vanaf|met ingang van|op) (?:\w+dag )?{_DATE}(?:,? (?:tot(?: en met)?|t/m) (?:\w+dag )?{_DATE})?",
    re.IGNORECASE,
)
"""A day on which something begins, and maybe the last one."""


@dataclass(frozen=True, slots=True)
class CompiledMoment:
    """A moment with the terms of what gives its date away."""

    moment: Moment
    statements: tuple[CompiledStatement, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a moment. last: another last day that the document gives for what begins then."""

    date: datetime.date
    origin: DateOrigin
    evidence: Evidence | None = None
    last: datetime.date | None = None


def compile_moment(moment: Moment, lexicon: Lexicon) -> CompiledMoment:
    """Look up the terms of a moment. Must be done before the text is analysed."""
    return CompiledMoment(moment, tuple(compile_statement(each, lexicon) for each in moment.statements))


def find_days(moments: tuple[CompiledMoment, ...], text: AnalysedText, asked: str) -> dict[str, Day]:
    """The day of every moment for which there is one.

    asked: ISO date to count from where no document gives a day. It is the day of a moment that begins a chain; a later
    moment comes on that day too, unless what goes before it ends only afterwards.
    """
    found = {each.moment.id: _given(each, text) for each in moments}
    days = {name: day for name, day in found.items() if day is not None}
    waiting = [each.moment for each in moments if each.moment.id not in days]
    for _ in moments:  # each round settles at least one more of a chain
        for moment in (each for each in waiting if each.id not in days):
            if (day := _counted(moment, days, asked)) is not None:
                days[moment.id] = day
    return days


def _counted(moment: Moment, days: Mapping[str, Day], asked: str) -> Day | None:
    """The day of a moment that no document gives; None when nothing gives it, or not yet."""
    earlier = moment.follows or moment.not_before
    before = days.get(earlier.start) if earlier else None
    if earlier and before is None:
        return None
    if moment.follows and before:
        origin: DateOrigin = "document" if before.origin == "document" else "vervolg"
        return Day(last_day(moment.follows, before.date)[0], origin, before.evidence)
    if not asked:
        return None
    day = datetime.date.fromisoformat(asked)
    if earlier and before and (first := _first_after(earlier, before.date)) > day:
        return Day(first, "vervolg")
    return Day(day, "datum")


def _first_after(term: Term, start: datetime.date) -> datetime.date:
    """The first day on which something may happen that must wait for a term."""
    last = last_day(term, start)[0]
    return last if term.kind == "na" else last + _DAY


def dates_of(term: Term, days: Mapping[str, Day]) -> Dates | None:
    """The term as days; None when it has no length or nothing gives the day of its moment."""
    day = days.get(term.start)
    if day is None or not term.amount:
        return None
    last, moved = last_day(term, day.date)
    first = {"duurt": day.date, "niet-eerder": last + _DAY, "na": last}.get(term.kind)
    return Dates(
        start=day.date.isoformat(),
        first=first.isoformat() if first else "",
        last=last.isoformat() if term.kind in ("duurt", "uiterlijk") else "",
        origin=day.origin,
        moved=moved,
        evidence=day.evidence,
        other_last=day.last.isoformat() if term.kind == "duurt" and day.last and day.last != last else "",
    )


def _given(compiled: CompiledMoment, text: AnalysedText) -> Day | None:
    """The day that the document gives; None when it gives none, or more than one."""
    found: dict[datetime.date, Day] = {}
    for statement in compiled.statements:
        for unit in text.numbered(frozenset.intersection(*map(text.index.holding, statement.groups))):
            if not statement.without.hits(unit.terms) and not is_conditional(unit.text):
                for first, last in _periods(unit.text):
                    evidence = evidence_of(unit, kind="datum", strength=1.0, reason="hier staat de datum")
                    found.setdefault(first, Day(first, "document", evidence=evidence, last=last))
    return next(iter(found.values())) if len(found) == 1 else None


def _periods(text: str) -> list[tuple[datetime.date, datetime.date | None]]:
    """The days on which something begins, with the year, each with its last day when that stands there."""
    found = []
    for match in _PERIOD.finditer(text):
        day, month, year, last_day_, last_month, last_year = match.groups()
        last = _day(last_day_, last_month, last_year)
        first = _day(day, month, year or (last_year if last else None))
        if first is not None and (last is None or last >= first):
            found.append((first, last))
    return found


def _day(day: str | None, month: str | None, year: str | None) -> datetime.date | None:
    if day is None or month is None or year is None:
        return None
    try:
        return datetime.date(int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:  # 31 februari
        return None
