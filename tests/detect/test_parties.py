"""Organisations that a text knows by their own name."""

from plancheck.checker import detector_for
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

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
    detector = detector_for(shipped_rules())
    text = detector.analyse(Dossier(documents=(make_document(*LINES),)))
    party = detector.lexicon.party
    named = {unit.text for unit in text.units if unit.section.heading == "Wie doet wat" and party.hits(unit.terms)}
    assert named == {
        "Ravelnet legt de kabels in de Bakkerstraat.",
        "De Linde isoleert haar woningen.",
        "Onderdak geeft advies over de huur.",
    }


def test_the_name_of_the_area_is_no_telling_name() -> None:
    text = detector_for(shipped_rules()).analyse(Dossier(documents=(make_document(*LINES),)))
    unit = next(unit for unit in text.units if "kanaal" in unit.text)
    assert not unit.telling_names
    assert any("Bakkerstraat" in name for unit in text.units for name in unit.telling_names)
