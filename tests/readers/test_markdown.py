"""Markdown: what a person meant with a draft, also where the format would take it otherwise."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plancheck.model.document import Document, Source
from plancheck.readers import read
from plancheck.readers.markdown import read_markdown
from tests.documents import make_document


def from_text(text: str) -> Document:
    return read_markdown(text, Source(path="plan.md", sha256="", format="markdown"))


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in from_text(text).blocks]


def test_headings_lists_tables_and_paragraphs_become_blocks_with_their_path() -> None:
    document = make_document(
        "# Plan",
        "## Risico's",
        "Eerst dit.",
        "- een",
        "- twee",
        "| Risico | Kans |",
        "|---|---|",
        "| vol net | groot |",
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", None),
        ("list_item", None),
        ("list_item", None),
        ("table", None),
    ]
    assert document.blocks[-1].rows == (("Risico", "Kans"), ("vol net", "groot"))
    assert document.blocks[-1].heading_path == ("Plan", "Risico's")
    assert document.blocks[1].heading_path == ("Plan",)


def test_a_paragraph_over_several_lines_is_one() -> None:
    assert shape("De gemeente\nlegt een net aan.\n\nDaarna niet.") == [
        ("paragraph", "De gemeente legt een net aan."),
        ("paragraph", "Daarna niet."),
    ]


def test_lists_keep_their_depth_and_their_numbers() -> None:
    document = from_text("1. een\n   - diep\n2. twee\n")
    assert [(block.text, block.depth) for block in document.blocks] == [("1. een", 0), ("diep", 1), ("2. twee", 0)]


def test_a_line_right_under_a_table_is_text_and_no_row() -> None:
    assert shape("| a | b |\n|---|---|\n| c | d |\nTekst eronder.") == [
        ("table", "a\tb\nc\td"),
        ("paragraph", "Tekst eronder."),
    ]


def test_a_table_without_a_rule_under_its_first_row_is_a_table() -> None:
    assert shape("Zie:\n| a | b |\n| c | d |") == [("paragraph", "Zie:"), ("table", "a\tb\nc\td")]


def test_a_line_right_under_a_short_point_is_text_of_its_own() -> None:
    assert shape("- een\n- twee\nUitgangspunten") == [
        ("list_item", "een"),
        ("list_item", "twee"),
        ("paragraph", "Uitgangspunten"),
    ]


def test_text_that_is_set_in_is_text() -> None:
    assert shape("Begin.\n\n    ingesprongen") == [("paragraph", "Begin."), ("paragraph", "ingesprongen")]


def test_marks_are_no_text_and_links_show_their_words() -> None:
    text = "**Vet** en *schuin* met `code` en [de bron](https://example.org) ~~weg~~.<!-- stil -->"
    assert shape(text) == [("paragraph", "Vet en schuin met code en de bron weg.")]


def test_notes_are_notes_and_their_marks_no_text() -> None:
    assert shape("Een zin[^1].\n\n[^1]: Bron.") == [("paragraph", "Een zin."), ("note", "Bron.")]


def test_a_description_of_a_picture_is_a_caption() -> None:
    assert shape("![Kaart van het warmtenet](kaart.png)\n\n![logo](logo.png)") == [
        ("caption", "Afbeelding: Kaart van het warmtenet")
    ]


def test_html_in_the_text_is_read() -> None:
    text = "Voor.\n\n<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>\n"
    assert shape(text) == [("paragraph", "Voor."), ("table", "a\tb\nc\td")]


def test_front_matter_gives_properties_and_is_no_text() -> None:
    document = from_text('---\ntitle: "Plan Het Broek"\nauteur: Ans\ndatum: 2028-03-16\n---\n# Doel\n')
    assert [block.text for block in document.blocks] == ["Doel"]
    properties = document.properties
    assert (properties.title, properties.author, properties.created) == ("Plan Het Broek", "Ans", "2028-03-16")


def test_a_file_is_markdown_by_its_marks_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "concept.txt").write_text("# Plan\n\nDe tekst.", encoding="utf-8")
    document = read(tmp_path / "concept.txt")
    assert document.source.format == "markdown"
    assert document.blocks[0].kind == "heading"


def test_cells_beyond_those_of_the_first_row_are_not_lost() -> None:
    (block,) = from_text("| a |\n|---|\n| b | c |").blocks
    assert block.rows == (("a", ""), ("b", "c"))


@settings(max_examples=100)
@given(st.text(alphabet="ab #*-|>()!\n 1.\t", max_size=120))
def test_no_letter_is_lost_or_invented(text: str) -> None:
    told = "".join(block.text for block in from_text(text).blocks)
    assert [told.count(letter) for letter in "ab"] == [text.count(letter) for letter in "ab"]
