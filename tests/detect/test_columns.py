"""A row of a table answers an aspect only where its columns leave room for an answer."""

import pytest

from plancheck.detect import Detector
from plancheck.detect.evidence.columns import Columns, columns_of
from plancheck.detect.evidence.kinds.probe import Hit
from plancheck.detect.text.analysed import AnalysedText
from plancheck.model.document import Dossier
from plancheck.model.requirement import RequirementId
from tests.documents import make_document
from tests.shipped import shipped_rules

OWNED = "| Risico | Kans | Maatregel | Eigenaar |\n|---|---|---|---|\n"
NOT_OWNED = "| Nr | Risico | Kans | Maatregel |\n|---|---|---|---|\n"
SHORT = "| id | Risico | K | G (k€) | KxG | Maatregel |\n|---|---|---|---|---|---|\n"
UNKNOWN = "| Risico | Kans | Bij welk bureau |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        (OWNED + "| Woonbelang haakt af | klein | bellen | wethouder |", True),
        (OWNED + "| Woonbelang haakt af | klein | bellen | n.t.b. |", False),
        (NOT_OWNED + "| 1 | Woonbelang haakt af | klein | bellen |", False),
        (SHORT + "| R1 | Woonbelang haakt af | 2 | 80 | 160 | bellen |", False),
        (UNKNOWN + "| Woonbelang haakt af | klein | Tauber en Zoon |", True),
    ],
)
def test_what_only_the_model_finds_in_a_row_needs_a_column_for_it(table: str, kept: bool) -> None:
    columns, text = _eigenaar(f"# Projectplan Oost\n## Risico's\n{table}\n")
    rows = tuple(unit for unit in text.units if unit.kind == "rij")
    assert bool(columns.keep([Hit(rows, 0.8, "", "geleerd")], text)) is kept


def test_what_a_rule_sees_in_a_row_counts_under_a_column_of_another_aspect() -> None:
    columns, text = _eigenaar(f"# Projectplan Oost\n## Risico's\n{NOT_OWNED}| 1 | Vorst | klein | Jan bewaakt dit |\n")
    rows = tuple(unit for unit in text.units if unit.kind == "rij")
    assert columns.keep([Hit(rows, 0.8, "", "rol")], text)


def _eigenaar(source: str) -> tuple[Columns, AnalysedText]:
    rules = shipped_rules()
    detector = Detector(rules)
    requirement = rules.requirements[RequirementId("projectplan.risicoanalyse")]
    columns = columns_of(requirement, detector.lexicon)["eigenaar"]
    return columns, detector.analyse(Dossier(documents=(make_document(*source.splitlines()),)))
