"""Counting: precision, recall, shares and how honest confidence is."""

import pytest

from plancheck.evaluate.scores import bins, calibration_error, count, share
from plancheck.evaluate.tables import WIDTH, fraction, percent, share_of, table, wrapped


def test_precision_is_of_what_was_found_and_recall_of_what_is_there() -> None:
    counts = count([(True, True), (True, True), (True, False), (False, True), (False, False), (False, True)])
    assert (counts.there, counts.found) == (3, 4)
    assert counts.precision == 0.5
    assert counts.recall == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(4 / 7)


def test_of_nothing_there_is_no_figure() -> None:
    counts = count([(False, False)])
    assert (counts.precision, counts.recall, counts.f1) == (None, None, None)
    assert share([]).value is None


def test_missing_all_is_a_score_of_nought() -> None:
    assert (count([(True, False)]).precision, count([(True, False)]).f1) == (None, 0)


def test_confidence_is_set_beside_the_share_that_is_right_per_tenth() -> None:
    found = bins([(0.9, True), (0.94, False), (0.6, True), (0.3, True), (1.0, True)])
    assert [(each.low, each.number) for each in found] == [(0.3, 1), (0.6, 1), (0.9, 3)]
    assert found[2].confidence == pytest.approx(2.84 / 3)
    assert found[2].right == pytest.approx(2 / 3)
    assert calibration_error(found) == pytest.approx((0.7 + 0.4 + 3 * (2.84 / 3 - 2 / 3)) / 5)


@pytest.mark.parametrize("tenth", range(10))
def test_a_round_confidence_stands_in_the_bin_that_begins_with_it(tenth: int) -> None:
    assert bins([(tenth / 10, True)])[0].low == tenth / 10


def test_numbers_are_dutch() -> None:
    assert (fraction(0.714), fraction(None)) == ("0,71", "-")
    assert (percent(0.9639), percent(None)) == ("96,4 %", "-")
    assert share_of(share([True, True, False])) == "2 van 3 (66,7 %)"
    assert share_of(share([])) == "geen"


def test_tables_and_sentences_stay_within_a_hundred_columns() -> None:
    rows = list(table(("naam", "a", "b", "c", "d", "e"), [("x" * 90, "1", "2", "3", "4", "5"), ("y", *"12345")]))
    assert {len(row) for row in rows} == {WIDTH - 1} or max(map(len, rows)) <= WIDTH
    assert all(row.endswith(("e", "5")) for row in rows)
    assert [len(line) <= WIDTH for line in wrapped("woord " * 60)] == [True, True]
