"""Headings where no style says so, from how lines look: what stands out is one, what only seems to is none."""

import pytest

from plancheck.model.document import Block, BlockKind
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.paragraph import Look, Place, raw_line
from plancheck.readers.flow.raw import Raw
from plancheck.readers.flow.typed import typed_number
from plancheck.readers.tables import table_block

_BODY = "De gemeente legt met de bewoners van de wijk een warmtenet aan in de komende vijf jaren."


def line(text: str, *, size: int = 22, bold: bool = False, kind: BlockKind = "paragraph") -> Raw:
    caps = text.isupper() and len(text) > 3
    return Raw(block=Block(kind=kind, text=text), size=size, bold=bold, caps=caps)


def headings(*lines: Raw) -> list[tuple[int | None, str]]:
    """Level and text of the headings, with running text under each line."""
    text = line(_BODY)
    blocks, _ = find_headings([raw for each in lines for raw in (each, text)])
    return [(block.level, block.text) for block in blocks if block.kind == "heading"]


def test_a_numbered_list_item_in_larger_letters_is_a_heading() -> None:
    numbered = line("1. Risico's", size=28, kind="list_item"), line("1.1 Maatregelen", size=26, kind="list_item")
    assert headings(*numbered) == [(1, "1. Risico's"), (2, "1.1 Maatregelen")]


def test_a_list_item_that_is_only_larger_is_no_heading() -> None:
    assert headings(line("Warmtenet", size=28, kind="list_item")) == []


def test_a_short_bold_or_a_larger_line_may_end_with_a_colon() -> None:
    assert headings(line("Risico's:", bold=True), line("Wat gaan wij in het komende jaar samen doen:", size=28)) == [
        (2, "Risico's:"),
        (1, "Wat gaan wij in het komende jaar samen doen:"),
    ]


def test_a_lead_in_with_a_colon_is_no_heading() -> None:
    assert headings(line("Kosten:"), line("Bij dit project letten wij vooral op:", bold=True)) == []
    assert headings(line("Team: groep 5 Opdrachtgever:", bold=True), line("Taken:", bold=True, kind="list_item")) == []


def test_a_line_in_much_larger_letters_may_end_with_a_full_stop() -> None:
    assert headings(line("Inleiding en leeswijzer.", size=28)) == [(1, "Inleiding en leeswijzer.")]
    assert headings(line("Wij gaan ervoor.", bold=True), line("Lees dit eerst.", size=25)) == []


def test_what_stands_in_brackets_as_a_whole_is_no_heading() -> None:
    assert headings(line("(RVIG)"), line("(concept)", bold=True), line("Risico's (kort)", bold=True)) == [
        (1, "Risico's (kort)")
    ]


def test_a_line_between_two_numbered_ones_of_the_same_look_belongs_to_the_first() -> None:
    titles = ("Voorwoord", "1 Aanpak", "Werkwijze", "2 Planning", "Literatuur")
    assert headings(*(line(title, bold=True) for title in titles)) == [
        (1, "Voorwoord"),
        (1, "1 Aanpak"),
        (2, "Werkwijze"),
        (1, "2 Planning"),
        (1, "Literatuur"),
    ]


def test_a_sentence_that_introduces_is_no_heading_and_a_title_with_a_colon_is() -> None:
    lines = line("Wij stellen de raad voor:", bold=True), line("De regeling bestaat uit:", bold=True)
    assert headings(*lines, line("Aanleiding:", bold=True)) == [(1, "Aanleiding:")]
    assert headings(line("Het net heeft de volgende onderdelen:", size=28)) == []


def test_a_numbered_sentence_is_no_heading() -> None:
    sentence = "1. Het net: voor het leveren van warmte aan alle woningen van de wijk."
    assert headings(line(sentence, bold=True), line("2: Kosten.", bold=True)) == [(1, "2: Kosten.")]
    assert headings(line("1. Het net: voor alle woningen.", bold=True)) == []


@pytest.mark.parametrize("text", ["1 e fase", "2 ste tranche", "12 mei 2026", "3 maanden later", "24 uur per dag"])
def test_an_ordinal_a_date_or_an_amount_is_no_chapter_number(text: str) -> None:
    assert typed_number(text) == ()


@pytest.mark.parametrize("text", ["3 Evaluatie", "3. maanden", "2 Uren en kosten", "4 - Woningen", "5 Stedelijk"])
def test_a_number_before_a_title_is_a_chapter_number(text: str) -> None:
    assert typed_number(text) == (int(text[0]),)


def test_a_fake_heading_under_a_fake_numbered_one_is_deeper() -> None:
    real = Raw(block=Block(kind="heading", text="1 Aanpak", level=1))
    more = [Raw(block=Block(kind="heading", text=text, level=1)) for text in ("2 Kosten", "3 Planning")]
    lines = real, line("1.1 Stappen", bold=True), line("Eerste stap", bold=True), *more
    assert headings(*lines)[:3] == [(1, "1 Aanpak"), (2, "1.1 Stappen"), (3, "Eerste stap")]


def test_one_line_in_italics_is_a_remark_and_no_heading() -> None:
    slanted = [Raw(block=Block(kind="paragraph", text=text), size=22, italic=True) for text in ("Doel", "Kosten")]
    assert headings(slanted[0]) == []
    assert headings(*slanted) == [(1, "Doel"), (1, "Kosten")]


def in_a_row(*lines: Raw) -> list[str]:
    """The headings among lines right under each other, running text around them."""
    blocks, _ = find_headings([line(_BODY), *lines, line(_BODY)])
    return [block.text for block in blocks if block.kind == "heading"]


def test_bold_points_that_count_from_one_are_a_list_and_no_headings() -> None:
    points = (line(text, bold=True) for text in ("1. Intake", "2. Gesprekken voeren", "3. Planning maken"))
    assert in_a_row(line("Stappen", bold=True), line(_BODY), *points) == ["Stappen"]


def test_chapters_without_text_yet_are_headings_where_the_next_goes_on_from_them() -> None:
    titles = ("1. Intake", "2. Gesprekken voeren", "3. Planning maken")
    lines = [line(title, bold=True) for title in titles]
    assert in_a_row(*lines, line(_BODY), line("4. Uitvoeren", bold=True)) == [*titles, "4. Uitvoeren"]


def test_a_line_that_looks_like_text_and_is_named_in_the_contents_list_is_a_heading() -> None:
    chapters = ("Aanleiding", "Wie wat doet", "Kosten")
    listed = [line(f"{title} {page}") for page, title in enumerate(chapters, 3)]
    blocks, _ = find_headings(
        [line("Inhoudsopgave"), *listed, *(raw for t in chapters for raw in (line(t), line(_BODY)))]
    )
    assert [block.text for block in blocks if block.kind == "heading"] == list(chapters)


def test_a_short_line_that_looks_like_text_is_none_where_no_contents_list_names_it() -> None:
    assert headings(line("Aanleiding"), line("Wie wat doet"), line("Kosten")) == []


def test_the_line_under_a_title_that_looks_like_no_other_is_a_subtitle() -> None:
    chapters = [raw for title in ("Doel", "Aanpak", "Kosten") for raw in (line(title, bold=True), line(_BODY))]
    blocks, _ = find_headings([line("Plan van aanpak", size=48), line("Warmte in Zuid", size=32), *chapters])
    assert [(block.level, block.text) for block in blocks if block.kind == "heading"] == [
        (1, "Plan van aanpak"),
        (2, "Doel"),
        (2, "Aanpak"),
        (2, "Kosten"),
    ]


def test_a_name_above_the_table_of_a_title_page_is_no_heading_and_a_title_above_another_table_is() -> None:
    about = Raw(block=table_block((("Versie", "Datum"), ("0.1", "3 mei 2026"))))
    costs = Raw(block=table_block((("Post", "Bedrag"), ("net", "100"))))
    styled = Raw(block=Block(kind="heading", text="Inleiding", level=1))
    rest = [raw for _ in range(3) for raw in (styled, line(_BODY))]
    for table, expected in ((about, []), (costs, ["Project Zuid"])):
        lines = [line("Plan", size=48), line("Project Zuid", size=32), table, *rest]
        found = [block.text for block in find_headings(lines)[0] if block.kind == "heading"]
        assert found == ["Plan", *expected, *["Inleiding"] * 3]


@pytest.mark.parametrize(
    "text", ["Totaal 14.323", "Totaal lasten 18.975 30.082", "Resultaat 19.148- -", "Som € 1.200,00 € 9.800,-"]
)
def test_a_bold_line_that_ends_in_sums_is_the_foot_of_a_table(text: str) -> None:
    assert headings(line(text, bold=True)) == []


@pytest.mark.parametrize("text", ["Begroting 2026", "Subsidie van € 25.000", "Fase 2 - 2030"])
def test_a_title_with_a_year_or_one_amount_is_a_heading(text: str) -> None:
    assert headings(line(text, bold=True)) == [(1, text)]


@pytest.mark.parametrize(
    ("label", "text", "shown"),
    [
        ("9", "9. Beroep", "9. Beroep"),
        ("§ 9.", "§ 9 Beroep", "§ 9 Beroep"),
        ("9.", "2030 is het jaar", "9. 2030 is het jaar"),
        ("1", "10 Beroep", "1 10 Beroep"),
        ("a)", "a) de raad", "a) de raad"),
        ("a.", "a la carte", "a. a la carte"),
    ],
)
def test_a_number_that_is_typed_and_automatic_stands_once(label: str, text: str, shown: str) -> None:
    assert raw_line(text, [], Place(look=Look(), level=1, label=label)).block.text == shown
