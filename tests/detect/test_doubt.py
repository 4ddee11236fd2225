"""Near the border the verdict on a plan is left to a person: with a question, the nearest text, and what follows."""

from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.detect import Detector
from plancheck.detect.text.analysed import AnalysedText
from plancheck.model.document import Dossier
from plancheck.model.finding import Finding, Verdict
from plancheck.model.requirement import Aspect, EvidenceRule
from plancheck.rules.weights import write_weights
from tests.detect.test_judge import KEY, aspect, detector
from tests.detect.test_learned import RULE, weights
from tests.documents import make_document

RULE_OF_OWNER = EvidenceRule(kind="begrippen", together=(("eigenaar",),))
OPENING = ("# Plan voor de Zandweg", "Dit is het plan.", "## Risico's")
RISK = "De grootste tegenvaller is de uitloop van de werken aan de Zandweg in mei 2028 met drie weken."
NEAR = "Bij een staking zetten wij in mei 2028 twee ploegen van bouwbedrijf Vossebelt in."
FILLER = tuple(f"Op dag {number} liep de bakker om half zes langs de kade naar huis." for number in range(40))


def read(
    tmp_path: Path,
    weight: float,
    *texts: str,
    first: tuple[Aspect, ...] = (aspect("risicos", RULE),),
    more: tuple[Aspect, ...] = (),
    is_piece: bool = False,
) -> tuple[Detector, AnalysedText]:
    """A text, and who looks for risks (by rule) and measures (by the model: strength 0.5 where the weight is 5)."""
    path = tmp_path / "geleerd.npz"
    write_weights(weights({"staking": weight}), path)
    measure = replace(aspect("maatregel"), question="Wat doet men eraan?", facets=("risico",))
    judge = Detector(replace(detector(*first, measure, *more).ruleset, weights=path))
    return judge, judge.analyse(Dossier(documents=(make_document(*texts),)), is_piece=is_piece)


def judged(tmp_path: Path, weight: float, *texts: str, is_piece: bool = False) -> Finding:
    judge, text = read(tmp_path, weight, *texts, is_piece=is_piece)
    return judge.judge(KEY, text)


def test_what_comes_near_is_asked_with_the_text_and_what_follows(tmp_path: Path) -> None:
    finding = judged(tmp_path, 4.9, *OPENING, RISK, NEAR, *FILLER)
    assert finding.verdict is Verdict.DOUBT
    assert finding.doubted_aspect == "maatregel"
    assert finding.missing_aspects == ()
    assert finding.question == (
        "Geeft de tekst echt antwoord op deze vraag: Wat doet men eraan? "
        "Zo ja, dan is dit onderdeel aanwezig; zo nee, dan is het onvolledig."
    )
    assert [evidence.quote for evidence in finding.evidence if evidence.aspect == "maatregel"] == [NEAR]
    assert [evidence.quote for evidence in finding.evidence if evidence.aspect == "risicos"] == [RISK]


def test_what_only_just_counts_is_asked_where_the_rest_is_missing(tmp_path: Path) -> None:
    finding = judged(tmp_path, 5.1, *OPENING, NEAR, *FILLER)
    assert finding.verdict is Verdict.DOUBT
    assert finding.missing_aspects == ("risicos",)
    assert finding.question.endswith("Zo ja, dan is dit onderdeel onvolledig; zo nee, dan ontbreekt het.")


@pytest.mark.parametrize(
    ("weight", "verdict"), [(4.5, Verdict.INCOMPLETE), (5.1, Verdict.PRESENT), (8.0, Verdict.PRESENT)]
)
def test_what_is_clear_is_not_asked(tmp_path: Path, weight: float, verdict: Verdict) -> None:
    finding = judged(tmp_path, weight, *OPENING, RISK, NEAR, *FILLER)
    assert finding.verdict is verdict
    assert finding.doubted_aspect == ""
    assert finding.question == ""


def test_a_short_text_and_a_piece_are_judged_without_asking(tmp_path: Path) -> None:
    assert judged(tmp_path, 4.9, *OPENING, RISK, NEAR).verdict is Verdict.INCOMPLETE
    assert judged(tmp_path, 4.9, *OPENING, RISK, NEAR, *FILLER, is_piece=True).verdict is Verdict.INCOMPLETE


def test_what_cannot_change_the_verdict_is_not_asked(tmp_path: Path) -> None:
    """Another aspect is missing anyway: whatever the answer, the part is incomplete."""
    judge, text = read(tmp_path, 4.9, *OPENING, RISK, NEAR, *FILLER, more=(aspect("eigenaar", RULE_OF_OWNER),))
    finding = judge.judge(KEY, text)
    assert finding.verdict is Verdict.INCOMPLETE
    assert finding.missing_aspects == ("maatregel", "eigenaar")


def test_an_answer_is_followed_through_to_the_verdict(tmp_path: Path) -> None:
    """Without what carries it nothing is left, also where the other aspect is sure."""
    carrying = replace(aspect("kern"), question="Wat is de kern?", facets=("risico",), carries=True)
    judge, text = read(tmp_path, 5.1, *OPENING, RISK, NEAR, *FILLER, first=(carrying,), more=(aspect("risicos", RULE),))
    finding = judge.judge(KEY, text)
    assert finding.verdict is Verdict.PRESENT
    judge, text = read(
        tmp_path, 5.1, *OPENING, RISK, NEAR, *FILLER,
        first=(carrying, aspect("risicos", RULE)), more=(aspect("eigenaar", RULE_OF_OWNER),),
    )  # fmt: skip
    finding = judge.judge(KEY, text)
    assert finding.doubted_aspect == "kern"
    assert finding.question.endswith("Zo ja, dan is dit onderdeel onvolledig; zo nee, dan ontbreekt het.")


def test_the_reasoning_names_the_aspect_on_the_border(tmp_path: Path) -> None:
    judge, text = read(tmp_path, 4.9, *OPENING, RISK, NEAR, *FILLER)
    told = judge.explain(KEY, text)
    assert "maatregel: niet zeker" in told
    assert "Oordeel: twijfel, want één aspect ligt op de grens (tussen 0.47 en 0.53)." in told
    assert "\nGeeft de tekst echt antwoord op deze vraag: Wat doet men eraan?" in told
