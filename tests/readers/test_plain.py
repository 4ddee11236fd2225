"""Plain text: paragraphs, lists and headings from how they are typed."""

from pathlib import Path

from plancheck.model.document import Document, Source
from plancheck.readers import read
from plancheck.readers.plain import read_plain

RUNNING = "De gemeente legt samen met de bewoners van de wijk een warmtenet aan in de komende jaren."


def from_text(text: str) -> Document:
    return read_plain(text, Source(path="plan.txt", sha256="", format="txt"))


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in from_text(text).blocks]


def test_lines_that_were_broken_when_full_are_one_paragraph() -> None:
    text = "De gemeente legt samen met de bewoners van de\nwijk een warmtenet aan in de komende\njaren.\nEn dan."
    assert shape(text) == [
        ("paragraph", "De gemeente legt samen met de bewoners van de wijk een warmtenet aan in de komende jaren."),
        ("paragraph", "En dan."),
    ]


def test_lines_of_any_length_are_paragraphs_of_their_own() -> None:
    assert shape(f"{RUNNING} {RUNNING}\nKort.") == [("paragraph", f"{RUNNING} {RUNNING}"), ("paragraph", "Kort.")]


def test_typed_points_are_list_items() -> None:
    assert shape("Nodig:\n- een\n• twee\n\n1. eerst\n2. dan") == [
        ("paragraph", "Nodig:"),
        ("list_item", "een"),
        ("list_item", "twee"),
        ("list_item", "1. eerst"),
        ("list_item", "2. dan"),
    ]


def test_underlined_lines_and_capitals_are_headings() -> None:
    document = from_text(f"Risico\n======\n\n{RUNNING}\n\nKosten\n------\n\n{RUNNING}")
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["Risico", "Kosten"]
    document = from_text(f"RISICO\n\n{RUNNING}\n\nKOSTEN\n\n{RUNNING}")
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["RISICO", "KOSTEN"]
    assert document.heading_source == "opmaak"


def test_a_file_of_an_old_windows_program_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes("Eén plan voor ’t Broek.".encode("cp1252"))
    document = read(tmp_path / "plan.txt")
    assert document.source.format == "txt"
    assert document.blocks[0].text == "Eén plan voor ’t Broek."
