import pytest

from plancheck.nlp import compounds


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("risicobeheersing", ("risico", "beheersing")),
        ("toetsingskader", ("toetsing", "kader")),
        ("wijkuitvoeringsplan", ("wijk", "uitvoering", "plan")),
        ("beheersmaatregelen", ("beheer", "maatregelen")),
        ("samenwerkingsovereenkomst", ("samenwerking", "overeenkomst")),
        ("energie-armoede", ("energie", "armoede")),
    ],
)
def test_a_compound_falls_into_its_parts(word: str, parts: tuple[str, ...]) -> None:
    assert compounds.split(word) == parts


@pytest.mark.parametrize(
    "word", ["planning", "begroting", "wethouder", "onderhoud", "verwarming", "verantwoordelijkheid"]
)
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert compounds.split(word) == (word,)
