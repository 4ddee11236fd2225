"""Terms end on the right day: known holidays, known terms."""

import datetime

import pytest

from plancheck.detect.procedure.calendar import easter_sunday, holidays, is_working_day, last_day
from plancheck.model.procedure import Term, TermKind, TermUnit

SIX_WEEKS = Term(kind="duurt", amount=6, unit="weken", start="inzage", extended=True)


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


@pytest.mark.parametrize(
    "easter", ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2029-04-01", "2038-04-25", "2285-03-22"]
)
def test_easter_falls_where_the_almanac_has_it(easter: str) -> None:
    assert easter_sunday(int(easter[:4])) == day(easter)


def test_the_holidays_of_a_year_are_those_of_the_law() -> None:
    assert sorted(found.isoformat() for found in holidays(2027)) == [
        "2027-01-01", "2027-03-26", "2027-03-28", "2027-03-29", "2027-04-27", "2027-05-05", "2027-05-06",
        "2027-05-16", "2027-05-17", "2027-12-25", "2027-12-26",
    ]  # fmt: skip


def test_the_king_s_birthday_is_kept_on_saturday_when_it_falls_on_a_sunday() -> None:
    assert day("2031-04-26") in holidays(2031)
    assert not is_working_day(day("2031-04-26"))


@pytest.mark.parametrize(
    ("start", "last", "moved"),
    [
        ("2027-01-04", "2027-02-15", True),  # 14 February is a Sunday
        ("2027-01-05", "2027-02-15", False),
        ("2029-02-19", "2029-04-03", True),  # Easter, and the day after it
        ("2026-11-14", "2026-12-28", True),  # both days of Christmas are in a weekend
    ],
)
def test_six_weeks_count_the_first_day_and_end_on_a_working_day(start: str, last: str, moved: bool) -> None:
    assert last_day(SIX_WEEKS, day(start)) == (day(last), moved)


def test_a_term_to_which_the_law_does_not_apply_may_end_on_a_sunday() -> None:
    assert last_day(Term(kind="duurt", amount=6, unit="weken", start="x"), day("2027-01-04")) == (
        day("2027-02-14"),
        False,
    )


@pytest.mark.parametrize(
    ("kind", "amount", "unit", "start", "last"),
    [
        ("uiterlijk", 8, "weken", "2027-01-04", "2027-03-01"),
        ("uiterlijk", 1, "maanden", "2027-01-31", "2027-02-28"),
        ("uiterlijk", 1, "jaren", "2028-02-29", "2029-02-28"),
        ("na", 10, "dagen", "2026-12-28", "2027-01-07"),
        ("duurt", 12, "maanden", "2027-01-01", "2027-12-31"),
    ],
)
def test_other_terms_begin_on_the_day_after(kind: TermKind, amount: int, unit: TermUnit, start: str, last: str) -> None:
    assert last_day(Term(kind=kind, amount=amount, unit=unit, start="x"), day(start))[0] == day(last)
