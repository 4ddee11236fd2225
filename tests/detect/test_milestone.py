"""Which kind of document it is: all signs weighed together, and what is said of it."""

import math
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from plancheck.checker import check, detector_for
from plancheck.detect import Detector
from plancheck.detect.milestone.recognise import kind_values, none_values, weigh
from plancheck.detect.text.analysed import AnalysedText
from plancheck.model.document import Document, Dossier
from plancheck.model.requirement import MilestoneId
from plancheck.rules.weights import KindMix, KindWeights, read_weights, write_weights
from tests.documents import make_document
from tests.shipped import document_of, shipped_rules

PLANS = Path(__file__).parents[2] / "corpora" / "plannen"
BARE = KindMix(**{field.name: float(field.name == "words") for field in fields(KindMix)})


def text_of(detector: Detector, document: Document) -> AnalysedText:
    return detector.analyse(Dossier(documents=(document,)))


def with_words(tmp_path: Path, word: str, kind: str) -> Detector:
    """The usual detector, but in which one word decides the kind and nothing else does."""
    rules = shipped_rules()
    assert rules.weights is not None
    weights = read_weights(rules.weights)
    assert weights.in_plan is not None
    assert weights.of_kinds is not None
    kinds = weights.of_kinds.kinds
    row = weights.in_plan.features[word]
    named = np.array([[20.0 if each == kind else 0.0 for each in kinds]], dtype=np.float32)
    bias = np.array([1.0 if not each else 0.0 for each in kinds], dtype=np.float32)
    changed = KindWeights(kinds=kinds, rows=np.array([row], dtype=np.int32), named=named, bias=bias, mix=BARE)
    write_weights(replace(weights, of_kinds=changed), tmp_path / "geleerd.npz")
    return Detector(replace(rules, weights=tmp_path / "geleerd.npz"))


LINES = ("# De Kolk", *(f"Huis {number} in de straat krijgt in 2031 warmte van het warmtenet." for number in range(25)))


def test_the_words_alone_can_tell_the_kind(tmp_path: Path) -> None:
    judge = with_words(tmp_path, "begroting", "projectplan")
    assert judge.recognise(text_of(judge, make_document(*LINES))).milestone is None
    found = judge.recognise(text_of(judge, make_document(*LINES, "De begroting staat in de bijlage.")))
    assert found.milestone == "projectplan"
    assert found.reason == "herkend aan het woordgebruik"


def test_chances_of_kinds_add_up_to_one_whatever_the_words() -> None:
    detector = detector_for(shipped_rules())
    for document in (make_document("# Leeg"), make_document(*LINES), document_of(PLANS / "kersenhof.docx")):
        chances = text_of(detector, document).kind_words
        assert set(chances) >= {"", "startnotitie", "uitvoeringsplan"}
        assert math.isclose(sum(chances.values()), 1.0, rel_tol=1e-4)


@pytest.mark.parametrize("sign", [field.name for field in fields(KindMix)])
def test_every_sign_is_weighed_by_its_own_name(sign: str) -> None:
    mix = KindMix(**{field.name: float(field.name == sign) for field in fields(KindMix)})
    values = {field.name: float(number) for number, field in enumerate(fields(KindMix), 2)}
    assert weigh(mix, values) == values[sign]


def test_all_signs_of_kinds_and_of_none_are_known_to_the_mix() -> None:
    detector = detector_for(shipped_rules())
    signs, none = detector.kind_signs(text_of(detector, make_document(*LINES)))
    told = {*kind_values(signs[0], none.length), "met", *none_values(none)}
    assert told == {field.name for field in fields(KindMix)}


def test_a_kind_of_which_nothing_was_learned_is_told_by_name_and_content() -> None:
    rules = shipped_rules()
    own = tuple(
        replace(kind, milestone=MilestoneId(f"mijn-{kind.milestone}")) if kind.milestone else kind
        for kind in rules.kinds
    )
    detector = Detector(replace(rules, kinds=own))
    text = text_of(detector, document_of(PLANS / "startnotitie-oostkreke.docx"))
    assert text.kind_words == {}
    assert detector.recognise(text).milestone == "mijn-startnotitie"


def test_a_document_without_a_sentence_is_none_and_resembles_none() -> None:
    detector = detector_for(shipped_rules())
    found = detector.recognise(text_of(detector, make_document("# Aardgasvrij wonen met een warmtenet")))
    assert (found.milestone, found.alternatives) == (None, ())


def test_without_what_was_learned_name_and_content_decide() -> None:
    detector = Detector(shipped_rules(), without=frozenset(("geleerd",)))
    text = text_of(detector, document_of(PLANS / "startnotitie-oostkreke.docx"))
    assert text.kind_words == {}
    assert detector.recognise(text).milestone == "startnotitie"


@pytest.mark.parametrize("lines", [LINES[:10], ("# Uitvoeringsplan", "Een lamp.", "Een stoel.")])
def test_a_short_page_without_a_name_or_on_another_subject_is_none(lines: tuple[str, ...]) -> None:
    detector = detector_for(shipped_rules())
    assert detector.recognise(text_of(detector, make_document(*lines))).milestone is None


def test_a_draft_that_holds_little_but_its_title_is_what_the_title_says() -> None:
    detector = detector_for(shipped_rules())
    lines = ("# Projectplan warmtenet De Kolk", "## Risico's", "Een risico is dat het net vol raakt.")
    assert detector.recognise(text_of(detector, make_document(*lines))).milestone == "projectplan"


def test_a_short_text_is_read_as_a_plan_only_when_its_title_says_so() -> None:
    detector = detector_for(shipped_rules())
    assert text_of(detector, make_document("# Projectplan De Kolk", "Het warmtenet raakt vol.")).is_plan
    assert not text_of(detector, make_document("# Nieuws uit De Kolk", "Het warmtenet raakt vol.")).is_plan


def test_a_long_text_of_which_someone_says_what_it_is_is_read_as_a_plan() -> None:
    detector = detector_for(shipped_rules())
    page = make_document("# Nieuws", *["Het net in de straat raakt vol, zegt de beheerder."] * 40)
    dossier = Dossier(documents=(page,))
    assert not detector.analyse(dossier).is_plan
    assert detector.analyse(dossier, is_named=True).is_plan
    piece = Dossier(documents=(make_document("# Nieuws", "Het net in de straat raakt vol."),))
    assert not detector.analyse(piece, is_named=True).is_plan


def test_a_long_text_of_another_subject_stays_foreign_whatever_someone_says_it_is() -> None:
    detector = detector_for(shipped_rules())
    other = Dossier(documents=(make_document("# Plan van aanpak", *["De app toont waar een lokaal vrij is."] * 40),))
    text = detector.analyse(other, is_named=True)
    assert text.standing == "foreign"
    assert text.is_plan
    own = make_document("# Nieuws", *["Het warmtenet komt waar een lokaal vrij is."] * 40)
    assert detector.analyse(Dossier(documents=(own,)), is_named=True).standing == "whole"


def test_a_paper_about_a_plan_is_not_the_plan() -> None:
    detector = detector_for(shipped_rules())
    found = detector.recognise(text_of(detector, document_of(PLANS / "weversbuurt-kwartaalbrief.docx")))
    assert found.milestone is None


def test_of_a_document_that_is_none_the_nearest_kinds_are_told_best_first_and_all_may_be_chosen() -> None:
    report = check(document_of(PLANS / "weversbuurt-kwartaalbrief.docx"), shipped_rules())
    chances = [chance for _, chance in report.recognised.nearest]
    assert len(chances) == 2
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) + report.recognised.confidence <= 1.01
    assert {info.id for info in report.milestones} == {info.id for info in shipped_rules().milestones}


SKELETON = ("## Ambities", "[invullen]", "## Toetsingskader", "[invullen]", "## Projectorganisatie", "[invullen]")


@pytest.mark.parametrize(
    "lines",
    [
        ("# Projectplan De Kolk", *SKELETON),
        ("# Projectplan De Kolk", "Gemeente Kolkwijk", "Versie 0.1, 3 maart 2027"),
        ("# Projectplan De Kolk", "## Ambities", "[Beschrijf hier wat u wilt bereiken.]", "## Begroting", "Volgt."),
        ("# Projectplan De Kolk", *["[Beschrijf hier wat het team doet en wie erover beslist.]"] * 20),
    ],
)
def test_a_draft_without_text_is_no_paper_of_another_subject_but_still_too_short(lines: tuple[str, ...]) -> None:
    detector = detector_for(shipped_rules())
    found = detector.recognise(text_of(detector, make_document(*lines)))
    assert (found.milestone, found.too_short, found.alternatives) == (None, True, ("projectplan",))


def test_the_headings_of_a_draft_say_what_it_may_be_where_its_title_does_not() -> None:
    detector = detector_for(shipped_rules())
    more = ("## Plan van aanpak", "[invullen]", "## Risicoanalyse", "[invullen]", "## Begroting", "[invullen]")
    found = detector.recognise(text_of(detector, make_document("# De Kolk", *SKELETON, *more)))
    assert found.too_short
    assert "projectplan" in found.alternatives


@pytest.mark.parametrize(
    "lines",
    [
        (
            "# Brief over het projectplan",
            "Beste bewoner, op 3 maart bent u welkom.",
            "Met vriendelijke groet, het team.",
        ),
        ("Beste bewoner,", "Op 3 maart tonen wij het uitvoeringsplan voor het warmtenet.", "Met vriendelijke groet"),
        ("# Boodschappen", "Melk, brood en een lamp."),
    ],
)
def test_a_short_letter_is_none_and_no_draft(lines: tuple[str, ...]) -> None:
    detector = detector_for(shipped_rules())
    found = detector.recognise(text_of(detector, make_document(*lines)))
    assert (found.milestone, found.too_short) == (None, False)


def test_what_is_none_says_what_it_resembles_most() -> None:
    detector = detector_for(shipped_rules())
    letter = detector.recognise(text_of(detector, document_of(PLANS / "weversbuurt-kwartaalbrief.docx")))
    assert len(letter.nearest) == 2
    long = ["De fiets krijgt voorrang op de auto en het pad wordt breder dan de weg die er nu ligt."] * 40
    path = detector.recognise(text_of(detector, make_document("# Projectplan fietspad", *long)))
    assert (path.milestone, path.nearest) == (None, (("projectplan", 0.0),))


def test_a_text_of_a_few_words_is_not_said_to_be_about_another_subject() -> None:
    found = check(make_document("Boodschappen."), shipped_rules()).recognised
    assert (found.milestone, found.reason) == (None, "er staat bijna geen tekst in dit document")
    found = check(make_document("# Verslag", *["De bal ging over het doel."] * 5), shipped_rules()).recognised
    assert found.reason == "het document gaat over een ander onderwerp"
