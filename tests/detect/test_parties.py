"""Organisations that a text knows by their own name."""

from plancheck.detect import Detector
from plancheck.model.document import Dossier
from plancheck.rules import load_rules
from tests.documents import make_document

LINES = (
    "# Wijkplan De Hoek",
    "## Wie doet mee",
    "Netbeheerder Ravelnet en woningcorporatie De Linde doen mee. Onderdak (huurdersvereniging) leest mee.",
    "## Wie doet wat",
    "Ravelnet legt de kabels in de Bakkerstraat.",
    "De Linde isoleert haar woningen.",
    "Onderdak geeft advies over de huur.",
    "De Hoek ligt aan het kanaal.",
    "De warmte komt uit de plas, en Warmte is duur.",
)


def test_a_name_counts_as_the_word_that_introduced_it() -> None:
    detector = Detector(load_rules())
    text = detector.analyse(Dossier(documents=(make_document(*LINES),)))
    party = detector.lexicon.party
    named = {unit.text for unit in text.units if unit.section.heading == "Wie doet wat" and party.hits(unit.terms)}
    assert named == {
        "Ravelnet legt de kabels in de Bakkerstraat.",
        "De Linde isoleert haar woningen.",
        "Onderdak geeft advies over de huur.",
    }


def test_the_name_of_the_area_is_no_telling_name() -> None:
    text = Detector(load_rules()).analyse(Dossier(documents=(make_document(*LINES),)))
    unit = next(unit for unit in text.units if "kanaal" in unit.text)
    assert not unit.telling_names
    assert any("Bakkerstraat" in name for unit in text.units for name in unit.telling_names)
