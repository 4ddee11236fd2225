"""A word that opens a paragraph, a point, a row or a part says what stands behind it, where it stands in a series."""

import pytest

from plancheck import Verdict
from plancheck.checker import detector_for
from plancheck.model.document import Dossier
from plancheck.model.finding import Finding
from plancheck.model.requirement import RequirementId
from tests.documents import make_document
from tests.shipped import shipped_rules

TITLE = "# Projectplan Beukenhof"
PARAGRAPHS = """## Vijf lijnen naast elkaar
**Bestuur.** De raad kiest in mei 2027 of hij wil deelnemen.

**Recht.** Is een concessie nodig? De jurist adviseert in maart.

**Ruimte.** De pompen komen aan de Beukweg of in het park.

**Techniek.** Een pomp per blok, of een per huis.

**Geld.** Met of zonder lening van 2 miljoen."""
ROWS = """## Wat wij uitzoeken
| | vraag | trekker |
|---|---|---|
| Bestuur | deelnemen of niet | wethouder |
| Recht | concessie of opdracht | jurist |
| Ruimte | pompen aan de Beukweg of in het park | stedenbouw |
| Techniek | 50 of 70 graden | ingenieur |
| Geld | lening of inleg | planeconoom |"""
PARTS = """## Keuzes
### Bestuurlijk
De raad kiest in mei 2027 of hij wil deelnemen.
### Juridisch
We bekijken of een concessie nodig is.
### Ruimtelijk
De pompen komen aan de Beukweg of in het park.
### Technisch
Een pomp per blok, of een per huis.
### Financieel
Met of zonder lening van 2 miljoen."""
OPENINGS = """## Onze aanpak
Bestuurlijk moet de raad in mei 2027 kiezen of hij deelneemt. In juridisch opzicht is de vraag of een concessie nodig \
is. Op ruimtelijk vlak zoeken we een plek aan de Beukweg. Technisch gaat het om 50 of 70 graden. Wat het geld betreft, \
kiezen we tussen een lening en inleg."""

SENTENCES = """## Vijf lijnen naast elkaar
Bestuur: de raad kiest in mei 2027 of hij wil deelnemen. Recht: is een concessie nodig? Ruimte: de pompen komen aan \
de Beukweg of in het park. Techniek: een pomp per blok, of een per huis. Geld en rente: met of zonder lening."""


def judged(text: str) -> Finding:
    detector = detector_for(shipped_rules())
    dossier = Dossier(documents=(make_document(TITLE, *text.splitlines()),))
    return detector.judge(RequirementId("projectplan.sporen"), detector.analyse(dossier, is_part=True))


@pytest.mark.parametrize(
    "text",
    [PARAGRAPHS, ROWS, PARTS, OPENINGS, SENTENCES],
    ids=["paragraphs", "rows", "parts", "openings", "sentences"],
)
def test_a_series_of_labels_divides_a_subject_without_naming_it(text: str) -> None:
    assert judged(text).missing_aspects == ("participatie",)


@pytest.mark.parametrize(
    "line", ["**Techniek.** Een pomp per blok, of een per huis.", "Geld: een lening van 2 miljoen."]
)
def test_one_label_alone_is_no_series(line: str) -> None:
    assert judged(f"## Nieuws\n{line}\n\nDe Beukweg gaat open.").verdict is Verdict.MISSING


@pytest.mark.parametrize("heading", ["Risico's", "Raming", "Wie doet wat"])
def test_the_same_labels_under_a_heading_about_something_else_are_no_answer(heading: str) -> None:
    assert judged(f"## {heading}\n" + PARAGRAPHS.partition("\n")[2]).verdict is Verdict.MISSING


def test_a_label_with_nothing_of_its_own_behind_it_is_no_answer() -> None:
    changed = PARAGRAPHS.replace("Met of zonder lening van 2 miljoen.", "Daar komen we op terug.")
    assert judged(changed).missing_aspects == ("participatie", "financieel")
