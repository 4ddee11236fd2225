"""PDF whose fonts say other letters than they show is noticed."""

from collections.abc import Callable

import pytest

from plancheck.readers.pdf.gibberish import is_gibberish
from tests.readers.pdf_files import OTHER_LETTERS, read_bytes, sentence, wrong_letters


@pytest.mark.parametrize("name", OTHER_LETTERS.values(), ids=OTHER_LETTERS)
def test_a_page_of_wrong_letters_is_reported_and_counts_as_not_read(
    name: Callable[[int], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read_bytes(wrong_letters(name, monkeypatch))
    (warning,) = [each for each in document.warnings if each.code == "onleesbare-letters"]
    assert "op pagina 1" in warning.message
    assert document.unread_pages == (1,)


def test_text_with_its_own_letters_is_no_gibberish() -> None:
    polish = (
        "Gmina współpracuje z mieszkańcami nad siecią ciepłowniczą dla osiedla i ustala koszty oraz harmonogram " * 4
    )
    names = "Jansen Pietersen Bakker Visser Mulder Dijkstra Kuipers Scholten Wagenaar Veenstra Hoekstra Terpstra " * 4
    english = (
        "The council works together with residents towards a heat network and sets out what it costs and when " * 4
    )
    for text in (sentence(90), polish, names, english, "1.234,56 12-03-2026 " * 40, "..... 12 " * 40):
        assert not is_gibberish([text])
