import pytest

from plancheck.nlp import Analyser, TermTable


def sentences(text: str) -> list[str]:
    return [text[each.start : each.end] for each in next(iter(Analyser(TermTable()).analyse([text])))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dat kost ca. 3 mln. euro. De raad beslist.", 2),
        ("Zie art. 3.4 Awb. Het college beslist.", 2),
        ("De heer J. de Vries (o.a. wethouder) tekent.", 1),
        ("Wat kost het? Dat hangt ervan af! We weten meer in mei.", 3),
        ("Het bedrag is € 1.250.000,-. Daarvan is de helft gedekt.", 2),
        ("Op 1.1.2027 begint het werk", 1),
        ("4. Het college stelt vast.", 1),
        ("2.3. De raad beslist. Daarna volgt bekendmaking.", 2),
        ("b. De huurders stemmen.", 1),
        ("In 2027 volgt fase 3. Daarna gaat de weg open.", 2),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_an_ampersand_name_ends_a_sentence() -> None:
    assert len(sentences("Dit is besproken in B&W. Daarna besluit de raad.")) == 2
