"""Web pages: the text as a reader of the page sees it."""

from pathlib import Path

import pytest

from plancheck.errors import LimitExceeded, UnreadableFile
from plancheck.model.document import Document, Source
from plancheck.readers import read
from plancheck.readers.html import page_text, read_html
from plancheck.readers.limits import DEFAULT_LIMITS


def from_body(body: str, head: str = "") -> Document:
    source = Source(path="plan.html", sha256="", format="html")
    return read_html(f"<!doctype html><head>{head}</head><body>{body}</body>", source, DEFAULT_LIMITS)


def shape(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in from_body(body).blocks]


def test_headings_paragraphs_and_loose_text_become_blocks_with_their_path() -> None:
    document = from_body("<h1>Plan</h1><div>Los.<h2>Risico's</h2><p>Een <b>vet</b> woord.</p></div>")
    assert [(block.kind, block.text, block.level, block.heading_path) for block in document.blocks] == [
        ("heading", "Plan", 1, ()),
        ("paragraph", "Los.", None, ("Plan",)),
        ("heading", "Risico's", 2, ("Plan",)),
        ("paragraph", "Een vet woord.", None, ("Plan", "Risico's")),
    ]
    assert document.heading_source == "structuur"


def test_lists_keep_their_depth_and_their_numbers() -> None:
    document = from_body("<ol start=3><li>een<ul><li><p>diep</p></ul><li>twee</ol><p>Na.</p>")
    assert [(block.kind, block.text, block.depth) for block in document.blocks] == [
        ("list_item", "3. een", 0),
        ("list_item", "diep", 1),
        ("list_item", "4. twee", 0),
        ("paragraph", "Na.", 0),
    ]


def test_a_second_paragraph_of_a_point_is_no_point_of_its_own() -> None:
    assert shape("<ul><li><p>een</p><p>nog van een</p></li></ul>") == [
        ("list_item", "een"),
        ("paragraph", "nog van een"),
    ]


def test_classes_of_a_word_processor_say_what_a_paragraph_is() -> None:
    document = from_body(
        "<p class=MsoTitle>Plan</p><p class=MsoToc1>Risico 4</p><p class=MsoCaption>Kosten per wijk</p><p>Tekst.</p>"
    )
    assert [(block.kind, block.level, block.role) for block in document.blocks] == [
        ("heading", 1, "body"),
        ("paragraph", None, "contents"),
        ("caption", None, "body"),
        ("paragraph", None, "body"),
    ]


def test_merged_and_nested_cells_stand_once() -> None:
    inner = "<table><tr><td>in</td></tr><tr><td>nest</td></tr></table>"
    document = from_body(
        "<table><caption>Tabel 1: risico's</caption><thead><tr><th colspan=2>kop</th></tr></thead>"
        f"<tr><td rowspan=2>hoog</td><td>{inner}</td></tr><tr><td>laag</td></tr></table>"
    )
    assert [block.kind for block in document.blocks] == ["caption", "table"]
    assert document.blocks[1].rows == (("kop", ""), ("hoog", "in nest"), ("", "laag"))


def test_a_table_that_only_places_text_is_read_as_text() -> None:
    assert shape("<table><tr><td><h2>Links</h2></td><td>rechts</td></tr></table>") == [
        ("heading", "Links"),
        ("paragraph", "rechts"),
    ]


def test_hidden_text_scripts_and_remarks_are_left_out_and_hidden_words_reported() -> None:
    document = from_body(
        "<p>Zichtbaar.</p><p style='display: none'>twee weg</p><div hidden>drie</div>"
        "<script>x=1</script><style>p{}</style><!-- stil -->"
    )
    assert [block.text for block in document.blocks] == ["Zichtbaar."]
    assert [warning.code for warning in document.warnings] == ["verborgen-tekst"]
    assert "3 woorden" in document.warnings[0].message


def test_struck_text_is_left_out_and_open_changes_are_reported() -> None:
    document = from_body("<p>Dit <del>oude</del><ins>nieuwe</ins> plan.</p>")
    assert [block.text for block in document.blocks] == ["Dit nieuwe plan."]
    assert [warning.code for warning in document.warnings] == ["open-wijzigingen"]


def test_page_header_footer_and_menu_are_no_body_but_those_of_an_article_are() -> None:
    document = from_body(
        "<header>Gemeente</header><nav><ul><li>Risico's</li></ul></nav><article><header><h1>Plan</h1></header>"
        "<p>Tekst.</p></article><footer>Contact</footer>"
    )
    assert [(block.text, block.role) for block in document.blocks] == [
        ("Gemeente", "header"),
        ("Contact", "footer"),
        ("Risico's", "contents"),
        ("Plan", "body"),
        ("Tekst.", "body"),
    ]


def test_line_breaks_part_lines_and_descriptions_of_pictures_are_captions() -> None:
    assert shape("<p>een<br>twee</p><img alt='Kaart van het warmtenet'><figure><figcaption>De wijk</figcaption>") == [
        ("paragraph", "een"),
        ("paragraph", "twee"),
        ("caption", "Afbeelding: Kaart van het warmtenet"),
        ("caption", "De wijk"),
    ]


def test_properties_are_read() -> None:
    head = "<title>Plan Het Broek</title><meta name=author content=Ans><meta name='dcterms.created' content=2028-03-16>"
    properties = from_body("<p>Tekst.</p>", head).properties
    assert (properties.title, properties.author, properties.created) == ("Plan Het Broek", "Ans", "2028-03-16")


@pytest.mark.parametrize(
    "content",
    [
        "<meta charset='windows-1252'><p>één</p>".encode("cp1252"),
        "<p>één</p>".encode(),
        "<p>één</p>".encode("cp1252"),
        "<meta charset='geen-codering'><p>één</p>".encode(),
        "<p>één</p>".encode("utf-16"),
    ],
)
def test_the_coding_is_the_one_declared_or_the_one_that_fits(content: bytes) -> None:
    assert "<p>één</p>" in page_text(content)


def test_a_page_is_recognised_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("<!DOCTYPE html><html><body><h1>Plan</h1></body></html>", encoding="utf-8")
    assert read(tmp_path / "plan.txt").source.format == "html"


def test_other_xml_is_named(tmp_path: Path) -> None:
    (tmp_path / "plan.xml").write_text("<?xml version='1.0'?><plan/>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="XML-bestand"):
        read(tmp_path / "plan.xml")


def test_an_empty_page_and_one_that_nests_too_deep_are_refused() -> None:
    with pytest.raises(UnreadableFile) as caught:
        from_body("<script>x</script>")
    assert caught.value.code == "geen-tekst"
    with pytest.raises(LimitExceeded):
        from_body("<div>" * 240 + "diep")
