import pytest

from plancheck.checker import detector_for
from plancheck.detect.marks import hollow
from plancheck.detect.text.unit import Unit
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

_TEXT = (
    "De projectleider werkt 24 uur per week en de planeconoom vier uur. "
    "Er is 85.000 euro voor dit jaar en de corporatie stelt acht uur per week beschikbaar."
)


def test_text_in_a_frame_of_several_cells_is_text_and_no_row() -> None:
    detector = detector_for(shipped_rules())
    document = make_document("## Capaciteit", f"| {_TEXT} | |", "|---|---|", "| | |")
    units = detector.analyse(Dossier(documents=(document,))).units
    assert [(unit.kind, unit.hollow) for unit in units] == [("zin", frozenset()), ("zin", frozenset())]
    assert " ".join(unit.text for unit in units) == _TEXT
    block = document.blocks[1]
    assert [block.text[unit.span.start : unit.span.end] for unit in units] == [unit.text for unit in units]


def test_a_label_whose_value_is_not_filled_in_stays_a_row_to_fill_in() -> None:
    detector = detector_for(shipped_rules())
    document = make_document("## Capaciteit", "| Post | Uren |", "|---|---|", "| Projectleider van de gemeente | |")
    (unit,) = detector.analyse(Dossier(documents=(document,))).units
    assert (unit.kind, unit.hollow) == ("rij", frozenset((hollow.PLACEHOLDER,)))


def _row(header: str, row: str) -> Unit:
    detector = detector_for(shipped_rules())
    line = "|" + "---|" * (header.count("|") - 1)
    document = make_document("## Geld en tijd", header, line, row)
    return detector.analyse(Dossier(documents=(document,))).units[-1]


def test_a_row_has_the_years_of_the_columns_in_which_it_is_filled() -> None:
    row = _row("| Wie | 2027 | 2028 | voorjaar 2029 |", "| corporatie | gevels | - | daken |")
    assert row.dates == ("2027", "voorjaar 2029")


def test_a_row_has_amounts_where_the_title_of_the_column_says_that_it_holds_euros() -> None:
    assert _row("| Post | Uren | Kosten in euro |", "| zaalhuur | 12 | 1.450 |").amounts == ("€ 1.450",)
    assert _row("| Post | Bedrag (x € 1.000) |", "| aannemer | 310 |").scale == "project"
    assert _row("| Post | mln € |", "| bron | 8,2 |").scale == "project"
    assert _row("| Post | Uren |", "| zaalhuur | 12 |").amounts == ()


def test_the_month_of_a_step_is_not_when_the_document_was_written() -> None:
    detector = detector_for(shipped_rules())
    steps = ("## De reis", "- Verkennen: maart tot oktober 2026", "- Vaststellen: oktober 2028")
    analysed = detector.analyse(Dossier(documents=(make_document("# Startnotitie Veenrand", *steps),)))
    assert [(unit.written, unit.tense) for unit in analysed.units] == [(None, ""), (None, "")]
    dated = make_document("# Startnotitie Veenrand", "Vastgesteld op 3 mei 2027", *steps)
    analysed = detector.analyse(Dossier(documents=(dated,)))
    assert [(unit.written, unit.tense) for unit in analysed.units[1:]] == [
        ((2027, 5), "verleden"),
        ((2027, 5), "toekomst"),
    ]


@pytest.mark.parametrize(("introduction", "amounts"), [("De kosten zijn:", ("€ 65.000",)), ("Er zijn geteld:", ())])
def test_a_figure_in_a_list_is_an_amount_where_what_introduces_it_says_so(
    introduction: str, amounts: tuple[str, ...]
) -> None:
    detector = detector_for(shipped_rules())
    document = make_document("## Geld en tijd", introduction, "- ondergrondonderzoek: 65.000")
    unit = detector.analyse(Dossier(documents=(document,))).units[-1]
    assert (unit.kind, unit.amounts) == ("punt", amounts)
