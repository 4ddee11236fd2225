"""A file that holds several milestone documents: where they begin, and on which text each is judged."""

import html
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.checker import check, detector_for
from plancheck.detect.milestone.contained import Part, find_parts, without
from plancheck.detect.text.told import Before
from plancheck.model.document import Block, Document, Dossier
from plancheck.model.finding import Report, Verdict
from plancheck.model.requirement import MilestoneId
from plancheck.readers import read
from plancheck.readers.paths import with_paths
from plancheck.reports import RENDERERS
from plancheck.reports.identity import again_lines
from plancheck.rules import load_rules
from tests.documents import make_document

CORPORA = Path(__file__).parents[2] / "corpora"
EXAMPLES, PLANS = CORPORA / "voorbeelden", CORPORA / "plannen"
RULES = load_rules()


def bound(main: Document, inside: Document, heading: str, *, down: int = 0) -> Document:
    """Two documents in one file: the second under a heading instead of its title. down: levels its headings sink."""
    title = next(block for block in inside.blocks if block.kind == "heading" and block.role == "body")
    rest = [block for block in inside.blocks if block is not title and block.role == "body"]
    lowered = [replace(block, level=(block.level or 1) + down) if block.kind == "heading" else block for block in rest]
    start = Block(kind="heading", text=heading, level=1)
    return replace(main, blocks=tuple(with_paths((*main.blocks, start, *lowered))))


def example(name: str) -> Document:
    return read(EXAMPLES / f"{name}.docx")


def parts_of(document: Document) -> tuple[Part, ...]:
    detector = detector_for(RULES)
    return find_parts(Dossier(documents=(document,)), detector.kinds, detector.lexicon)


def begins(parts: Iterable[Part]) -> list[tuple[str | None, str]]:
    return [(part.kind.milestone, part.heading) for part in parts]


def verdicts(report: Report, prefix: str) -> dict[str, Verdict]:
    found = report.findings
    return {each.requirement.id: each.verdict for each in found if each.requirement.id.startswith(prefix)}


@pytest.mark.parametrize(
    ("heading", "down"),
    [
        ("Bijlage 2: Startnotitie Rietdijk", 0),
        ("Bijlage: Startnotitie", 1),
        ("14 Bijlage B. De vastgestelde startnotitie", 1),
        ("Startnotitie Rietdijk-Zuid", 0),
    ],
)
def test_another_document_is_found_as_an_annex_and_bound_behind(heading: str, down: int) -> None:
    file = bound(example("projectplan-met-gaten"), example("startnotitie-compleet"), heading, down=down)
    parts = parts_of(file)
    assert begins(parts) == [("startnotitie", heading)]
    assert parts[0].end == len(file.blocks)


def test_a_flat_annex_ends_at_the_next_annex() -> None:
    first = bound(example("projectplan-met-gaten"), example("startnotitie-compleet"), "Bijlage 4: Startnotitie")
    file = bound(first, example("participatieplan-compleet"), "Bijlage 5: Participatieplan")
    parts = parts_of(file)
    assert begins(parts) == [
        ("startnotitie", "Bijlage 4: Startnotitie"),
        ("participatieplan", "Bijlage 5: Participatieplan"),
    ]
    assert parts[0].end == parts[1].first


@pytest.mark.parametrize("heading", ["7 Startnotitie", "Bijlage 2: Samenvatting startnotitie", "Bijlage 3: Begrippen"])
def test_a_chapter_a_summary_and_another_annex_are_no_document_inside(heading: str) -> None:
    text = "In deze wijk staan 240 woningen van Thuisborg, gebouwd in 1972, die in 2031 van het aardgas gaan. " * 20
    file = make_document("# Projectplan De Kolk", "## 6 Geld", text, f"## {heading}", text, "## 8 Planning", text)
    assert parts_of(file) == ()


def test_an_annex_with_hardly_any_text_is_no_document_inside() -> None:
    file = make_document("# Projectplan De Kolk", "Een net. " * 300, "## Bijlage: Startnotitie", "Wordt nagezonden.")
    assert parts_of(file) == ()


def test_a_title_that_comes_again_after_a_summary_is_no_document_inside() -> None:
    text = "In deze wijk staan 240 woningen van Thuisborg, gebouwd in 1972, die in 2031 van het aardgas gaan. " * 20
    lines = ("# Concept-uitvoeringsplan De Kolk", "# Samenvatting", text, "# Uitvoeringsplan De Kolk", "# Gebied", text)
    assert parts_of(make_document(*lines)) == ()


@pytest.mark.parametrize("folder", ["voorbeelden", "plannen", "ongezien"])
def test_in_whole_plans_nothing_but_a_plan_in_the_annex_is_found(folder: str) -> None:
    found = {path.stem: parts_of(read(path)) for path in sorted((CORPORA / folder).glob("*.docx"))}
    assert {name: begins(parts) for name, parts in found.items() if parts} == {
        "voorbeelden": {
            "ontwerp-uitvoeringsplan-compleet": [("kavelplan", "Bijlage A. Uitgewerkt kavelplan Harskwarm")]
        },
        "plannen": {
            "zonnebeek-ter-inzage": [
                ("kavelplan", "Bijlage: kavelplan Zonnebeek (Peelwarmte BV, uitgewerkte versie, 18 februari 2028)")
            ]
        },
        "ongezien": {"w15-4-noorderkoog": [("kavelplan", "Bijlage B. Uitgewerkt kavelplan Noorderkoog")]},
    }[folder]


@pytest.mark.parametrize(
    ("main", "inside"),
    [
        ("wijkanalyse-compleet", "projectplan-compleet"),
        ("concept-uitvoeringsplan-met-gaten", "projectplan-compleet"),
        ("startnotitie-met-gaten", "projectplan-compleet"),
        ("participatieplan-met-gaten", "wijkanalyse-compleet"),
    ],
)
def test_a_larger_document_in_the_annex_changes_neither_kind_nor_verdicts(main: str, inside: str) -> None:
    own = check(example(main), RULES)
    name = inside.removesuffix("-compleet").capitalize()
    report = check(bound(example(main), example(inside), f"Bijlage 1: {name}"), RULES)
    assert report.recognised.milestone == own.recognised.milestone
    kind = f"{own.recognised.milestone}."
    assert verdicts(report, kind) == verdicts(own, kind)


def test_what_is_asked_of_the_document_inside_is_judged_on_its_own_text_and_says_so() -> None:
    file = bound(example("projectplan-met-gaten"), example("startnotitie-met-gaten"), "Bijlage 4: Startnotitie")
    report = check(file, RULES)
    alone = check(example("startnotitie-met-gaten"), RULES)
    assert report.recognised.contains == ("startnotitie",)
    assert verdicts(report, "startnotitie.") == verdicts(alone, "startnotitie.")
    titles = [each.requirement.title for each in report.findings if each.requirement.id.startswith("startnotitie.")]
    assert all(title.endswith(" (startnotitie)") for title in titles)


def test_a_document_inside_counts_for_what_is_about_it_and_for_nothing_else() -> None:
    text = "Dit plan gaat over 240 woningen van Thuisborg, gebouwd in 1972, die in 2031 van het aardgas gaan. " * 3
    main = make_document("# Projectplan warmtenet De Kolk", "## Gebied", text, "## Planning", "Die volgt nog.")
    file = bound(main, example("participatieplan-compleet"), "Bijlage 1: Participatieplan")
    found = verdicts(check(file, RULES), "projectplan.")
    assert found["projectplan.participatiestrategie"] in (Verdict.PRESENT, Verdict.INCOMPLETE)
    assert found["projectplan.plan-van-aanpak"] is Verdict.MISSING


def test_who_asks_for_the_document_inside_gets_only_that_one() -> None:
    file = bound(example("projectplan-met-gaten"), example("startnotitie-met-gaten"), "Bijlage 4: Startnotitie")
    report = check(file, RULES, milestone=MilestoneId("startnotitie"))
    assert report.recognised.part is not None
    assert report.recognised.part.place.heading == "Bijlage 4: Startnotitie"
    assert verdicts(report, "") == verdicts(check(example("startnotitie-met-gaten"), RULES), "")


def test_a_letter_with_a_plan_in_the_annex_is_none_and_names_the_plan() -> None:
    letter = make_document(
        "# Brief aan de raad over het warmtenet",
        "Geachte leden van de raad, hierbij ontvangt u het projectplan over het aardgasvrij maken van De Kolk.",
        "Wij vragen u het plan te bespreken op 3 maart 2027. Met vriendelijke groet, het college.",
    )
    report = check(bound(letter, example("projectplan-compleet"), "Bijlage 1: Projectplan"), RULES)
    assert report.recognised.milestone is None
    assert report.recognised.contains == ("projectplan",)


def bare(document: Document) -> Document:
    """The document without the numbers of its chapters."""
    number = re.compile(r"^\d+(?:\.\d+)*\.?\s+")
    blocks = (
        replace(each, text=number.sub("", each.text)) if each.kind == "heading" else each for each in document.blocks
    )
    return replace(document, blocks=tuple(with_paths(blocks)))


@pytest.mark.parametrize("shape", [lambda document: document, bare])
def test_the_same_kind_of_plan_for_another_area_makes_no_plan_complete(shape: Callable[[Document], Document]) -> None:
    gaps, complete = (shape(example(f"projectplan-{name}")) for name in ("met-gaten", "compleet"))
    heading = next(block.text for block in complete.blocks if block.kind == "heading")
    report = check(bound(gaps, complete, heading), RULES)
    assert [each.milestone for each in report.recognised.held] == ["projectplan"]
    assert verdicts(report, "") == verdicts(check(gaps, RULES), "")
    (told,) = again_lines(report)
    assert told.startswith(
        'In dit bestand staat nog een projectplan (vanaf "Projectplan Warm Molenakker"). Dat is niet'
    )
    shown = {name: " ".join(html.unescape(renderer([report]).decode()).split()) for name, renderer in RENDERERS.items()}
    assert f"LET OP {told}" in shown["console"]
    assert f"<strong>Let op.</strong> {told}" in shown["html"]
    assert json.loads(RENDERERS["json"]([report]))["documenten"][0]["waarschuwingen"][0]["melding"] == told


def test_a_title_that_comes_again_for_the_same_area_is_no_other_plan() -> None:
    plan = example("projectplan-met-gaten")
    title = next(block.text for block in plan.blocks if block.kind == "heading")
    assert "De Stevelaar" in title
    assert parts_of(bound(bare(plan), bare(plan), "Projectplan De Stevelaar Noord")) == ()


SHORT = (
    "# Startnotitie De Kade",
    "## Aanleiding",
    "De raad koos in 2024 deze buurt als eerste, omdat het riool er in 2029 wordt vervangen en de corporatie dan "
    "al aan de huizen werkt; wie wacht, breekt de straten twee keer open.",
    "## Het gebied",
    "De buurt telt 640 woningen, waarvan 410 van de corporatie, tussen de Singel, de Kade en het spoor. De meeste zijn "
    "gebouwd in de jaren vijftig, en een derde heeft nog enkel glas.",
    "## Doel",
    "Voor eind 2027 ligt er een uitvoeringsplan dat zegt hoe en wanneer elke woning van het aardgas af gaat.",
    "## Wie doen er mee",
    "De gemeente trekt het project, met de corporatie, de netbeheerder en het bewonersplatform; de wethouder wonen is "
    "opdrachtgever en de raad krijgt twee keer per jaar een bericht.",
    "## Vervolg",
    "Het college besluit in maart over de start, met 45.000 euro voor de verkenning tot de zomer.",
)


def test_a_short_paper_with_a_name_and_chapters_is_found_behind_a_plan_without_numbers() -> None:
    short = make_document(*SHORT)
    report = check(bound(bare(example("projectplan-compleet")), short, "Startnotitie De Kade"), RULES)
    assert [each.milestone for each in report.recognised.held] == ["startnotitie"]
    assert set(verdicts(report, "projectplan.").values()) <= {Verdict.PRESENT, Verdict.INCOMPLETE}


def test_a_chapter_with_a_name_that_does_not_read_as_the_kind_is_no_document_inside() -> None:
    chapter = make_document(
        "# Startnotitie De Kade",
        *[line for n in range(4) for line in (f"## Deel {n}", f"Zie stuk {n} op de site. " * 9)],
    )
    plan = bare(example("projectplan-compleet"))
    report = check(bound(plan, chapter, "Startnotitie De Kade"), RULES)
    assert report.recognised.held == ()


def test_a_short_plan_for_participation_in_one_volume_with_a_project_plan_is_judged_apart() -> None:
    bundle = bound(example("projectplan-met-gaten"), example("participatieplan-met-gaten"), "Participatieplan Noord")
    report = check(bundle, RULES)
    assert [each.milestone for each in report.recognised.held] == ["participatieplan"]
    alone = check(example("participatieplan-met-gaten"), RULES)
    assert verdicts(report, "participatie") == verdicts(alone, "participatie")


def test_a_plan_for_participation_in_a_neighbourhood_analysis_is_a_part_of_it() -> None:
    file = bound(example("wijkanalyse-met-gaten"), example("participatieplan-compleet"), "Bijlage 1: Participatieplan")
    report = check(file, RULES)
    assert (report.recognised.milestone, report.recognised.held) == ("wijkanalyse", ())
    assert verdicts(report, "participatieplan.")["participatieplan.doelen"] is Verdict.PRESENT


def test_a_short_chapter_with_the_name_of_a_kind_is_no_document_inside() -> None:
    text = "In deze wijk staan 240 woningen van Thuisborg, gebouwd in 1972, die in 2031 van het aardgas gaan. " * 20
    lines = ("# Startnotitie De Kolk", "# Gebied", text, "# Plan van aanpak", "Zie de planning.", "# Planning", text)
    assert parts_of(make_document(*lines)) == ()


def test_an_annex_under_a_name_that_other_papers_bear_too_must_read_as_the_kind() -> None:
    noise = "De geluidmeter hangt aan de gevel en telt elke nacht de treinen die over het viaduct rijden. " * 20
    start = example("startnotitie-met-gaten")
    file = bound(start, make_document("# Geluid", noise), "Bijlage 1: Plan van aanpak geluid")
    assert check(file, RULES).recognised.held == ()
    file = bound(start, example("projectplan-compleet"), "Bijlage 1: Plan van aanpak")
    assert check(file, RULES).recognised.contains == ("projectplan",)


def test_what_is_known_of_one_choice_from_a_dossier_changes_nothing_in_another() -> None:
    detector = detector_for(RULES)
    document = bound(example("projectplan-compleet"), example("startnotitie-compleet"), "Bijlage 2: Startnotitie")
    dossier = Dossier(documents=(document,))
    (part,) = parts_of(document)
    known = Before()
    detector.analyse(without(dossier, (part,)), known=known)
    reused, anew = detector.analyse(dossier, known=known), detector.analyse(dossier)

    assert [(each.span, each.text, each.terms) for each in reused.units] == [
        (each.span, each.text, each.terms) for each in anew.units
    ]
