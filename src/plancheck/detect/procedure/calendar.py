"""Days and terms: when a term ends, and on which days a term of law does not end.

Source: Algemene termijnenwet, articles 1, 3 and 4; Algemene wet bestuursrecht, article 3:16 lid 2, for a term that
begins on the day of the moment itself. Days that a royal decree makes equal to a holiday for one year are not known
here.
"""

import datetime

from plancheck.model.procedure import Term, TermUnit

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


def last_day(term: Term, start: datetime.date) -> tuple[datetime.date, bool]:
    """The last day of a term, and whether the Algemene termijnenwet moved it.

    start: the day of the moment. `duurt` counts that day, all others begin on the day after it.
    """
    end = _after(start, term.amount, term.unit)
    if term.kind == "duurt":
        end -= _DAY
    moved = end
    while term.extended and not is_working_day(moved):
        moved += _DAY
    return moved, moved != end


def _after(day: datetime.date, amount: int, unit: TermUnit) -> datetime.date:
    if unit == "dagen":
        return day + amount * _DAY
    if unit == "weken":
        return day + 7 * amount * _DAY
    months = day.month - 1 + (amount if unit == "maanden" else 12 * amount)
    year, month = day.year + months // 12, months % 12 + 1
    first_after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return min(first_after - _DAY, datetime.date(year, month, 1) + (day.day - 1) * _DAY)


def is_working_day(day: datetime.date) -> bool:
    """Whether a term of law may end on this day: no Saturday, no Sunday, no holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def holidays(year: int) -> frozenset[datetime.date]:
    """The generally recognised holidays of article 3, with Good Friday, which lid 2 makes equal to them."""
    easter = easter_sunday(year)
    kings_day = datetime.date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= _DAY
    moving = (easter + days * _DAY for days in (-2, 0, 1, 39, 49, 50))
    fixed = (datetime.date(year, month, day) for month, day in ((1, 1), (5, 5), (12, 25), (12, 26)))
    return frozenset((*moving, *fixed, kings_day))


def easter_sunday(year: int) -> datetime.date:
    """Easter in the Gregorian calendar. Source: the anonymous algorithm, Nature 13 (1876), p. 487."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, remainder = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    week = (32 + 2 * remainder + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
