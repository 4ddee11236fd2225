"""Headings where no style says so, from how lines look: what stands out is one, what only seems to is none."""

import pytest

from plancheck.model.document import Block, BlockKind
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.raw import Raw
from plancheck.readers.flow.typed import typed_number

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
