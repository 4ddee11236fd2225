"""Passages: what a file may hold, and what is said when it holds something else."""

from pathlib import Path

import pytest

from plancheck.errors import InvalidCorpus
from plancheck.evaluate.layout import lay_out
from plancheck.evaluate.passages import Passage, read_passages

TEXT = """\
=== 001 | Plan voor de Vogelbuurt
# Wat het kost
Er is 412.000 euro nodig. [[kosten-totaal]]
Wie dat betaalt, weten we nog niet. [[!dekking planning]]

Een tweede  alinea.
- eerste punt [[risico]]
• tweede punt
| Risico | Wie |
|---|:--:|
| Te duur | wethouder | [[risico risico-eigenaar]]
| |
=== 002 | Anders
Alleen dit.
"""


def read(tmp_path: Path, text: str) -> tuple[Passage, ...]:
    path = tmp_path / "krant.md"
    path.write_text(text, "utf-8")
    return read_passages(path)


def test_a_file_is_one_voice_with_passages_by_id_and_title(tmp_path: Path) -> None:
    first, second = read(tmp_path, TEXT)
    assert (first.voice, first.id, first.title) == ("krant", "001", "Plan voor de Vogelbuurt")
    assert second.name == "krant 002"
    assert [line.text for line in second.lines if line.text] == ["Alleen dit."]


def test_labels_are_taken_off_the_line_and_an_exclamation_mark_makes_them_hollow(tmp_path: Path) -> None:
    line = read(tmp_path, TEXT)[0].lines[2]
    assert line.text == "Wie dat betaalt, weten we nog niet."
    assert (set(line.facets), set(line.hollow), line.number) == ({"planning"}, {"dekking"}, 4)


def test_a_passage_becomes_a_document_with_the_blocks_of_its_lines(tmp_path: Path) -> None:
    blocks = lay_out(read(tmp_path, TEXT)[0]).document.blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 1, "Plan voor de Vogelbuurt"),
        ("heading", 2, "Wat het kost"),
        ("paragraph", None, "Er is 412.000 euro nodig. Wie dat betaalt, weten we nog niet."),
        ("paragraph", None, "Een tweede alinea."),
        ("list_item", None, "eerste punt"),
        ("list_item", None, "tweede punt"),
        ("table", None, "Risico\tWie\nTe duur\twethouder\n\t"),
    ]
    assert blocks[6].rows == (("Risico", "Wie"), ("Te duur", "wethouder"), ("", ""))
    assert blocks[4].heading_path == ("Plan voor de Vogelbuurt", "Wat het kost")


def test_each_line_knows_where_its_text_went(tmp_path: Path) -> None:
    passage = read(tmp_path, TEXT)[0]
    laid_out = lay_out(passage)
    found = [
        laid_out.document.blocks[span.block].text[span.start : span.end] if span else None for span in laid_out.spans
    ]
    assert (
        found
        == [
            "Wat het kost",
            "Er is 412.000 euro nodig.",
            "Wie dat betaalt, weten we nog niet.",
            None,
            "Een tweede alinea.",
            "eerste punt",
            "tweede punt",
            "Risico\tWie",
            None,
            "Te duur\twethouder",
            "\t",
            None,
        ][: len(found)]
    )


def test_a_word_after_a_hash_without_a_space_is_no_heading(tmp_path: Path) -> None:
    blocks = lay_out(read(tmp_path, "=== 1 | Titel\n#aardgasvrij in 2030\n")[0]).document.blocks
    assert blocks[1].kind == "paragraph"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\nlosse tekst\n=== 001 | Titel\n", "regel 2: hier staat tekst voor de eerste passage."),
        ("=== 001\n", "regel 1: dit is geen begin van een passage."),
        ("=== 001 | Titel\n[[doel]] Een zin.\n", "regel 2: de haken met labels staan niet aan het eind"),
        ("=== 001 | Titel\nEen zin. [[doel] [[reden]]\n", "regel 2: de haken met labels staan niet aan het eind"),
        ("=== 001 | Titel\nEen zin. [[Doel]]\n", "regel 2: `Doel` is geen label."),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(InvalidCorpus) as caught:
        read(tmp_path, text)
    assert sentence in str(caught.value)
    assert "krant.md" in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "oud.md").write_bytes("=== 1 | Reële".encode("cp1252"))
    with pytest.raises(InvalidCorpus, match="geen UTF-8"):
        read_passages(tmp_path / "oud.md")
