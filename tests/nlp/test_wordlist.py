import gzip
from pathlib import Path

import pytest
import wordfreq
from hypothesis import given
from hypothesis import strategies as st
from simplemma import lemmatize
from simplemma.strategies import DefaultDictionaryFactory

from plancheck.nlp import lemmas
from plancheck.nlp.wordlist import WordList, word_list, write_word_list


def test_every_lemma_of_the_library_is_in_the_list_and_nothing_else() -> None:
    assert dict(word_list("lemmas")) == dict(DefaultDictionaryFactory().get_dictionary("nl"))


def test_a_rarity_in_the_list_is_the_frequency_that_the_library_gives() -> None:
    known = word_list("frequenties")
    for word in ("gemeente", "warmtenet", "wethouder", "zonneboiler"):
        rarity = known.find(word)
        assert rarity is not None
        assert 10 ** (-int(rarity) / 100) == pytest.approx(wordfreq.word_frequency(word, "nl"), rel=0.01)


@pytest.mark.parametrize(
    "word", ["huizen", "bewoners", "vastgestelde", "warmtenetten", "foto's", "CO2", "x", "niet-bestaand"]
)
def test_a_lemma_is_the_one_that_the_library_gives_with_its_own_dictionary(word: str) -> None:
    assert lemmas._in_dictionary(word) == lemmatize(word, lang="nl").replace("_", "").lower()


_WORDS = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), min_size=1, max_size=6)


@given(st.dictionaries(_WORDS, _WORDS, max_size=400), _WORDS)
def test_a_list_finds_every_word_that_is_in_it_and_no_other(entries: dict[str, str], other: str) -> None:
    lines = sorted(f"{word}\t{value}\n".encode() for word, value in entries.items())
    known = WordList(b"".join(lines))
    assert dict(known) == entries
    assert len(known) == len(entries)
    assert known.find(other) == entries.get(other)


def test_a_word_that_cannot_be_written_is_in_no_list() -> None:
    assert word_list("lemmas").find("\udc80") is None


def test_the_same_entries_give_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancheck.nlp.wordlist._FOLDER", tmp_path)
    written = []
    for entries in ([("b", "2"), ("a", "1")], [("a", "1"), ("b", "2")]):
        write_word_list("proef", entries)
        written.append((tmp_path / "proef.gz").read_bytes())
    assert written[0] == written[1]
    assert gzip.decompress(written[0]) == b"a\t1\nb\t2\n"
