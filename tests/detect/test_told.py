"""What the words of a text say is worked out once, wherever the text stands."""

from plancheck.checker import detector_for
from plancheck.detect.marks import words
from plancheck.detect.marks.words import OfWord
from plancheck.detect.text.told import Before
from plancheck.model.document import Dossier
from tests.documents import make_document
from tests.shipped import shipped_rules

LINES = (
    "# Startnotitie Merelveld",
    "## Geld",
    "De aanleg kost 3 miljoen euro.",
    "- De gemeente betaalt 1 miljoen euro.",
)


def test_a_text_that_stands_in_two_choices_is_marked_once() -> None:
    detector, known = detector_for(shipped_rules()), Before()
    first, again = (
        detector.analyse(Dossier(documents=(make_document(*lines),)), known=known)
        for lines in (LINES, (*LINES, "## Planning", "De aanleg begint in 2029."))
    )
    assert [unit.told is other.told for unit, other in zip(first.units, again.units, strict=False)] == [True, True]
    assert again.units[0].amounts == ("3 miljoen euro",)


def test_a_point_and_a_sentence_with_the_same_words_are_not_taken_for_each_other() -> None:
    text = "De aanleg kost 3 miljoen euro."
    dossier = Dossier(documents=(make_document("# Startnotitie Merelveld", text, f"- {text}"),))
    sentence, point = detector_for(shipped_rules()).analyse(dossier).units
    assert sentence.text == point.text
    assert sentence.told is not point.told


def test_words_are_asked_once_and_forgotten_when_there_are_too_many() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = OfWord(length)
    assert [lengths["warmte"], lengths["warmte"]] == [6, 6]
    assert asked == ["warmte"]
    for number in range(words._REMEMBERED):
        assert lengths[str(number)]
    assert len(lengths) <= words._REMEMBERED
    assert "warmte" not in lengths
