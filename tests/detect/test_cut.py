from plancheck.checker import detector_for
from plancheck.detect.marks import hollow
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
