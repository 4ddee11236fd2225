import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.nlp import Analyser, TermTable
from plancheck.nlp.pipeline import tokenise


def found(term: str, text: str) -> bool:
    table = TermTable()
    number = table.add(term)
    return any(number in sentence.terms for sentence in next(iter(Analyser(table).analyse([text]))))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("risico", "Zo beheersen we de risico's."),
        ("risico", "De risicobeheersing is op orde."),
        ("risico", "Beheersing van de risico’s"),
        ("beheersen", "Hoe beheerst de gemeente dat?"),
        ("beheers*", "Er zijn beheersmaatregelen genomen."),
        ("beheers*", "De risicobeheersing ligt bij de projectleider."),
        ("*kosten", "De aansluitkosten zijn bekend."),
        ("aansluiten", "We sluiten in 2027 alle woningen op het net aan."),
        ("aansluiten", "Het is de bedoeling om de woningen aan te sluiten."),
        ("vaststellen", "Het college stelt het plan in mei vast."),
        ("opvangen", "Een tegenvaller vangen we op met de reserve."),
        ("wie doet wat", "Wie doet precies wat in de wijk?"),
        ("=plan", "Dit plan is af."),
        ("VvE", "Ook VvE's doen mee."),
    ],
)
def test_a_term_fits_other_forms_compounds_and_word_order(term: str, text: str) -> None:
    assert found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("=plan", "Het projectplan is af."),
        ("huur", "De huurder woont er al jaren."),
        ("wie doet wat", "Wat zij doet weet niemand wie."),
        ("aansluiten", "Sluiten we de deur, dan gaat het licht aan de gevel uit."),
        ("planning", "Dit plan is af."),
    ],
)
def test_a_term_does_not_fit_words_that_only_look_alike(term: str, text: str) -> None:
    assert not found(term, text)


def test_the_same_term_gets_the_same_number() -> None:
    table = TermTable()
    assert table.add("warmte net") == table.add("warmte  net") != table.add("warmtenet")


@given(st.text(max_size=200))
def test_tokens_keep_every_visible_character_in_order(text: str) -> None:
    words, offsets = tokenise(text)
    assert "".join("".join(word.split()) for word in words) == "".join(text.split())
    assert all(text[start : start + len(word)] == word for word, start in zip(words, offsets, strict=True))
