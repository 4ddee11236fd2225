"""The verdict: substance counts, words do not; each aspect for itself."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancheck.detect import Detector
from plancheck.model.document import Dossier
from plancheck.model.finding import Finding, Verdict
from plancheck.model.requirement import (
    Advice,
    Aspect,
    EvidenceRule,
    MilestoneId,
    Recognition,
    Reference,
    Requirement,
    RequirementId,
)
from plancheck.rules.ruleset import Concept, RuleSet
from tests.documents import make_document

KEY = RequirementId("plan.risico")


def aspect(
    key: str,
    *rules: EvidenceRule,
    announced_counts: bool = False,
    denial_counts: bool = False,
    question_counts: bool = False,
) -> Aspect:
    return Aspect(
        id=key,
        title=key,
        question=f"{key}?",
        evidence=rules,
        announced_counts=announced_counts,
        denial_counts=denial_counts,
        question_counts=question_counts,
    )


def detector(*aspects: Aspect) -> Detector:
    requirement = Requirement(
        id=KEY,
        milestone=MilestoneId("plan"),
        title="Risico's",
        level="kern",
        source=Reference(document="gids", place="1", authority="handreiking"),
        why="Omdat het moet.",
        recognition=Recognition(
            headings=("risico",), concepts=(("risico", "tegenvaller"),), excluded=("gezondheidsrisico",)
        ),
        aspects=aspects,
        advice=Advice(add="Noem de risico's."),
    )
    ruleset = RuleSet(
        id="proef",
        title="Proef",
        version="1.0.0",
        milestones=(),
        kinds=(),
        requirements={KEY: requirement},
        concepts={"rol": Concept(words=("projectleider", "wethouder")), "partij": Concept(words=("corporatie",))},
    )
    return Detector(ruleset)


NAMED = aspect(
    "risicos",
    EvidenceRule(kind="opsomming", minimum=2),
    EvidenceRule(kind="tabel", columns=("risico",), minimum=2),
)
MEASURES = aspect(
    "maatregelen",
    EvidenceRule(kind="tabel", columns=("maatregel",)),
    EvidenceRule(kind="begrippen", together=(("opvangen", "voorkomen", "beperken"),)),
)
BOTH = detector(NAMED, MEASURES)


def judge(*lines: str, by: Detector = BOTH) -> Finding:
    return by.judge(
        KEY,
        by.analyse(
            Dossier(documents=(make_document("# Plan De Wiel", "## Inleiding", "Dit plan gaat over De Wiel.", *lines),))
        ),
    )


TABLE = (
    "| Risico | Kans | Maatregel |",
    "|---|---|---|",
    "| Vol stroomnet | groot | eerder aanvragen |",
    "| Lege kas | klein | reserve van 2 ton |",
)


def test_a_filled_table_under_its_heading_is_present_with_quotes() -> None:
    finding = judge("## 5 Risico's", *TABLE)
    assert finding.verdict is Verdict.PRESENT
    assert {evidence.aspect for evidence in finding.evidence} == {"risicos", "maatregelen"}
    assert all(evidence.quote and evidence.heading == "5 Risico's" for evidence in finding.evidence)


def test_one_aspect_without_evidence_makes_it_incomplete_and_names_it() -> None:
    finding = judge(
        "## Wat zijn de risico's?", "- Het stroomnet in de Havenstraat zit vol.", "- De aannemer kan failliet gaan."
    )
    assert finding.verdict is Verdict.INCOMPLETE
    assert finding.missing_aspects == ("maatregelen",)


@pytest.mark.parametrize(
    "lines",
    [
        ("## Risico's",),
        ("## Risico's", "PM"),
        ("## Risico's", "De risico's brengen we later in beeld."),
        ("## Risico's", "Een overzicht van de risico's en hoe we ze beperken volgt in de volgende versie."),
        ("## Risico's", "Er zijn nog geen risico's benoemd."),
        ("## Risico's", "| Risico | Kans | Maatregel |", "|---|---|---|", "| PM | | |", "| n.t.b. | | |"),
        ("## Risico's", "De risico's staan in het risicoregister van de projectleider."),
        ("## Risico's", "Elk project kent risico's en die houden we samen goed in de gaten."),
    ],
)
def test_hollow_text_is_missing_and_marked_as_hollow(lines: tuple[str, ...]) -> None:
    finding = judge(*lines)
    assert finding.verdict is Verdict.MISSING
    assert finding.hollow
    assert finding.counter_evidence


def test_a_part_under_an_unexpected_heading_is_found() -> None:
    finding = judge("## Overig", *TABLE)
    assert finding.verdict is Verdict.PRESENT


def test_a_word_that_only_looks_like_the_subject_does_not_count() -> None:
    finding = judge("## Gezondheid", "Het gezondheidsrisico in de 340 woningen beperken we met ventilatie.")
    assert finding.verdict is Verdict.MISSING
    assert not finding.hollow


def test_an_announcement_counts_where_the_aspect_says_so() -> None:
    rule = EvidenceRule(kind="datum")
    promise = ("## Risico's", "De risico's werken we in mei 2027 verder uit.")
    assert judge(*promise, by=detector(aspect("planning", rule))).verdict is Verdict.MISSING
    assert judge(*promise, by=detector(aspect("planning", rule, announced_counts=True))).verdict is Verdict.PRESENT


def test_a_denial_counts_where_the_aspect_says_so() -> None:
    rule = EvidenceRule(kind="begrippen", together=(("verzekering",),))
    denial = ("## Risico's", "Voor de risico's in de Havenstraat is geen verzekering afgesproken.")
    assert judge(*denial, by=detector(aspect("dekking", rule))).verdict is Verdict.MISSING
    assert judge(*denial, by=detector(aspect("dekking", rule, denial_counts=True))).verdict is Verdict.PRESENT


def test_what_is_not_known_yet_answers_only_where_an_announcement_counts_too() -> None:
    rule = EvidenceRule(kind="begrippen", together=(("verzekering",),))
    unknown = ("## Risico's", "Voor de risico's in de Havenstraat is nog geen verzekering afgesproken.")
    denied = aspect("dekking", rule, denial_counts=True)
    assert judge(*unknown, by=detector(denied)).verdict is Verdict.MISSING
    open_point = aspect("dekking", rule, denial_counts=True, announced_counts=True)
    assert judge(*unknown, by=detector(open_point)).verdict is Verdict.PRESENT


def test_a_question_counts_where_the_aspect_says_so() -> None:
    rule = EvidenceRule(kind="begrippen", together=(("verzekering",),))
    question = ("## Risico's", "Wilt u voor de risico's in de Havenstraat een verzekering van 40 euro?")
    assert judge(*question, by=detector(aspect("vraag", rule))).verdict is Verdict.MISSING
    assert judge(*question, by=detector(aspect("vraag", rule, question_counts=True))).verdict is Verdict.PRESENT


def test_a_reference_counts_where_the_aspect_says_so() -> None:
    rules = (EvidenceRule(kind="begrippen", together=(("bijlage",),), home_only=True),)
    listed = ("## Risico's", "Bijlage 2: Rapport over de ondergrond van de Havenstraat")
    assert judge(*listed, by=detector(aspect("stukken", *rules))).verdict is Verdict.MISSING
    counting = Aspect(id="stukken", title="stukken", question="stukken?", evidence=rules, reference_counts=True)
    assert judge(*listed, by=detector(counting)).verdict is Verdict.PRESENT


def test_a_short_answer_counts_where_the_aspect_says_so_and_an_empty_one_never() -> None:
    rules = (EvidenceRule(kind="begrippen", together=(("groot", "klein"),), home_only=True),)
    short = ("## Risico's", "Het is groot.")
    assert judge(*short, by=detector(aspect("klasse", *rules))).verdict is Verdict.MISSING
    counting = Aspect(id="klasse", title="klasse", question="klasse?", evidence=rules, short_counts=True)
    assert judge(*short, by=detector(counting)).verdict is Verdict.PRESENT
    assert judge("## Risico's", "PM", by=detector(counting)).verdict is Verdict.MISSING
    assert judge("## Risico's", "Hoe groot het is, volgt later.", by=detector(counting)).verdict is Verdict.MISSING


def test_removing_the_quoted_evidence_changes_the_verdict() -> None:
    lines = [
        "## 5 Risico's",
        "- Het stroomnet in de Havenstraat zit vol.",
        "- De aannemer kan failliet gaan.",
        "- We vangen dat op met 2 ton reserve.",
    ]
    finding = judge(*lines)
    assert finding.verdict is Verdict.PRESENT
    quoted = {evidence.quote for evidence in finding.evidence}
    rest = [line for line in lines if not any(line.removeprefix("- ") in quote for quote in quoted)]
    assert judge(*rest).verdict is not Verdict.PRESENT


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Het dorp heeft een nieuwe school.", "## Groen", "- Bomen in de Lindelaan", "De markt is op dinsdag."]
        ),
        max_size=6,
    )
)
def test_unrelated_text_around_it_does_not_change_the_verdict(extra: list[str]) -> None:
    assert judge(*extra, "## 5 Risico's", *TABLE).verdict is Verdict.PRESENT
    assert judge("## 5 Risico's", "PM", *extra).verdict in (Verdict.MISSING, Verdict.INCOMPLETE)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_gives_a_finding_whose_quotes_stand_in_the_document(lines: list[str]) -> None:
    document = make_document(*lines)
    dossier = Dossier(documents=(document,))
    finding = BOTH.judge(KEY, BOTH.analyse(dossier))
    for evidence in (*finding.evidence, *finding.counter_evidence):
        block = dossier.documents[evidence.span.document].blocks[evidence.span.block]
        assert 0 <= evidence.span.start < evidence.span.end <= len(block.text)


def test_of_bare_headings_that_where_the_part_belongs_comes_first_and_the_title_is_none() -> None:
    text = (
        "# Risico's van Zandweg",
        "Gemeente Zandhoek",
        "Versie van mei",
        "Opgesteld door de afdeling",
        "# 1 Over risico's in het algemeen",
        "Alles kan anders lopen dan verwacht.",
        "# 2 Risico's",
        "Wij letten goed op.",
    )
    finding = BOTH.judge(KEY, BOTH.analyse(Dossier(documents=(make_document(*text),))))
    headings = [each.heading for each in finding.counter_evidence if each.kind == "kop"]
    assert finding.verdict is Verdict.MISSING
    assert finding.place == headings[0]
    assert set(headings) == {"1 Over risico's in het algemeen", "2 Risico's"}


def test_a_heading_with_evidence_under_it_is_not_called_bare() -> None:
    amount = EvidenceRule(kind="bedrag")
    owner = EvidenceRule(kind="begrippen", together=(("beheerder",),))
    text = (
        "# Plan",
        "## Risico's",
        "De uitloop van de werken aan de Zandweg kost € 30.000.",
        "## Slot",
        "Dat was het.",
    )
    judge = detector(aspect("kosten", amount), aspect("eigenaar", owner))
    finding = judge.judge(KEY, judge.analyse(Dossier(documents=(make_document(*text),))))
    assert finding.verdict is Verdict.INCOMPLETE
    assert finding.counter_evidence == ()


CARRYING = detector(
    Aspect(id="risicos", title="risicos", question="risicos?", evidence=NAMED.evidence, carries=True), MEASURES
)


def test_without_the_aspect_that_carries_nothing_counts() -> None:
    lines = ("## Risico's", "We voorkomen schade met een toezichthouder van 2 ton per jaar.")
    assert judge(*lines).verdict is Verdict.INCOMPLETE
    finding = judge(*lines, by=CARRYING)
    assert finding.verdict is Verdict.MISSING
    assert finding.counter_evidence


def test_in_a_document_about_another_subject_no_aspect_carries_the_others() -> None:
    carrying = (replace(NAMED, carries=True), MEASURES)
    told = "We voorkomen schade met een toezichthouder van 2 ton per jaar."
    lines = ("# Plan", "## Brug", *["De brug is er."] * 40, "## Risico's", told)
    for subject, verdict in ((("brug",), Verdict.MISSING), (("aardgas",), Verdict.INCOMPLETE)):
        by = Detector(replace(detector(*carrying).ruleset, subject=subject))
        text = by.analyse(Dossier(documents=(make_document(*lines),)), is_named=True)
        assert by.judge(KEY, text).verdict is verdict


PLANNED = detector(
    Aspect(id="wanneer", title="wanneer", question="wanneer?", evidence=(EvidenceRule(kind="datum"),), time="toekomst")
)


def test_what_is_over_is_no_answer_to_a_question_about_what_is_to_come() -> None:
    past = judge("## Risico's", "Op 3 maart 2024 kwamen veertig mensen naar de avond over de risico's.", by=PLANNED)
    assert past.verdict is Verdict.MISSING
    assert past.counter_evidence[0].kind == "voorbij"
    ahead = judge("## Risico's", "De risico's komen op 3 maart 2031 aan de orde in de stuurgroep.", by=PLANNED)
    assert ahead.verdict is Verdict.PRESENT


def test_an_aspect_beside_good_evidence_for_another_need_not_name_the_subject() -> None:
    finding = judge(
        "## Overig",
        *TABLE[:2],
        "| Vol stroomnet | groot | - |",
        "| Lege kas | klein | - |",
        "Met een buffer van 2 ton en een tweede aannemer kunnen wij dat opvangen.",
    )
    assert finding.verdict is Verdict.PRESENT


def test_rows_of_what_has_been_are_no_table_of_what_is_to_come() -> None:
    steps = replace(aspect("stappen", EvidenceRule(kind="tabel", columns=("stap",))), time="toekomst")
    rows = ("| stap | maand |", "|---|---|", "| raming van de risico's | maart |")
    by = detector(steps)
    assert judge("## Risico's", "Dit zijn de stappen:", *rows, by=by).verdict is Verdict.PRESENT
    assert judge("## Risico's", "Dit waren de stappen:", *rows, by=by).verdict is Verdict.MISSING


def test_of_two_aspects_that_carry_one_is_enough() -> None:
    owner = aspect("eigenaar", EvidenceRule(kind="tabel", columns=("eigenaar",)))
    carrying = (replace(NAMED, carries=True), replace(MEASURES, carries=True), owner)
    rows = (
        "| Onzekerheid | Maatregel | Eigenaar |",
        "|---|---|---|",
        "| tegenvaller met de bron | tweede put | wethouder |",
    )
    assert judge("## Risico's", *rows, by=detector(*carrying)).missing_aspects == ("risicos",)
    without = ("| Onzekerheid | Eigenaar |", "|---|---|", "| tegenvaller met de bron | wethouder |")
    assert judge("## Risico's", *without, by=detector(*carrying)).verdict is Verdict.MISSING
