"""The learned signal: weighs what rules find, adds what it recognises, and never counts hollow text."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from plancheck.checker import detector_for
from plancheck.detect import Detector
from plancheck.detect.evidence.kinds.probe import Hit
from plancheck.detect.evidence.learned import log_odds
from plancheck.detect.evidence.place import in_place, why_in_passing
from plancheck.detect.evidence.search import AspectResult, look_for
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.features import FeatureRows, form, named_features
from plancheck.errors import InvalidRule
from plancheck.model.document import Dossier
from plancheck.model.finding import Verdict
from plancheck.model.requirement import EvidenceRule, RequirementId, Substance
from plancheck.rules.weights import (
    AROUND,
    FROM_PART_TO_WHOLE,
    SEEN,
    AroundWeights,
    Mix,
    ProofWeights,
    Weights,
    read_weights,
    write_weights,
)
from tests.detect.test_judge import KEY, aspect, detector
from tests.documents import make_document
from tests.shipped import shipped_rules

RULE = EvidenceRule(kind="begrippen", together=(("uitloop",),))
_ROW = (-1.0, 1.0, 2.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0)
MIX = Mix(_ROW, _ROW, _ROW, _ROW, _ROW)


def weights(features: dict[str, float], *, bias: float = -4.0) -> Weights:
    """A model of one facet in which each named feature has this weight."""
    judge = detector(aspect("risicos", RULE))
    width = len(form(analysed(judge, "Een zin.").units[0]))
    return Weights(
        facets=("risico",),
        features={name: row for row, name in enumerate(features)},
        named=np.array([[round(value * 10)] for value in features.values()], dtype=np.int8),
        step=np.array([0.1], dtype=np.float32),
        rarity=np.ones(len(features), dtype=np.float32),
        form=np.zeros((width, 1), dtype=np.float32),
        bias=np.array([bias], dtype=np.float32),
        mix=MIX,
        version="proef",
    )


def learned(
    tmp_path: Path,
    features: dict[str, float],
    *,
    bias: float = -4.0,
    answer: tuple[Substance, ...] = (),
    words: tuple[tuple[str, ...], ...] = (),
) -> Detector:
    """A detector of one requirement with one aspect, and a model for its facet."""
    path = tmp_path / "geleerd.npz"
    write_weights(weights(features, bias=bias), path)
    ruleset = detector(replace(aspect("risicos", RULE), facets=("risico",), answer=answer, answer_words=words)).ruleset
    return Detector(replace(ruleset, weights=path))


def analysed(judge: Detector, *texts: str, is_part: bool = False, is_named: bool = False) -> AnalysedText:
    return judge.analyse(Dossier(documents=(make_document(*texts),)), is_part=is_part, is_named=is_named)


def test_rows_are_those_of_the_named_features() -> None:
    judge = detector(aspect("risicos", RULE))
    text = analysed(judge, "# Risico's en kosten", "Risico: de aannemersvereniging komt in 2027 met 3 ploegen te kort.")
    for unit in text.units:
        names = {name: row for row, name in enumerate(sorted(named_features(unit) | {"elders", "kop:elders"}))}
        assert FeatureRows(names).of(unit) == sorted(names[name] for name in named_features(unit))


def test_a_whole_document_of_the_package_has_weights_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "geleerd.npz"
    write_weights(replace(weights({"staking": 0.0}), in_plan=weights({"staking": 12.0})), path)
    judge = Detector(replace(detector(replace(aspect("risicos", RULE), facets=("risico",))).ruleset, weights=path))
    units = analysed(judge, "Een staking kost drie weken.").units
    assert judge.model is not None
    assert judge.model.probabilities(units, in_plan=True)[0, 0] > judge.model.probabilities(units)[0, 0]


def test_the_model_finds_a_sentence_that_no_rule_sees(tmp_path: Path) -> None:
    judge = learned(tmp_path, {"staking": 12.0})
    text = analysed(judge, "# Risico's", "Een staking bij de aannemer Vossebelt kost ons in mei drie weken.")
    finding = judge.judge(KEY, text)
    assert finding.verdict is Verdict.PRESENT
    assert finding.evidence[0].kind == "geleerd"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Een staking bij de aannemer Vossebelt kost ons in mei drie weken.", Verdict.PRESENT),
        ("Een staking bij de aannemer Vossebelt kost ons veel.", Verdict.MISSING),
    ],
)
def test_what_only_the_model_sees_names_what_the_question_asks_for(tmp_path: Path, text: str, verdict: Verdict) -> None:
    judge = learned(tmp_path, {"staking": 12.0}, answer=("datum", "bedrag"))
    assert judge.judge(KEY, analysed(judge, "# Risico's", text)).verdict is verdict


def test_what_a_rule_sees_need_not_name_it(tmp_path: Path) -> None:
    judge = learned(tmp_path, {"uitloop": 12.0}, answer=("bedrag",))
    finding = judge.judge(KEY, analysed(judge, "# Risico's", "Aannemer Vossebelt vreest uitloop door een staking."))
    assert finding.verdict is Verdict.PRESENT


def test_a_row_may_name_in_its_header_what_an_answer_must_name(tmp_path: Path) -> None:
    row = "| Onderdeel | {} |\n|---|---|\n| de staking bij Vossebelt | in mei 2028 |"
    judge = learned(tmp_path, {"staking": 12.0}, words=(("opgevangen",),))
    for title, verdict in (("Opgevangen", Verdict.PRESENT), ("Begonnen", Verdict.MISSING)):
        assert judge.judge(KEY, analysed(judge, "# Risico's", row.format(title))).verdict is verdict


def test_what_introduces_a_table_names_nothing_for_its_rows(tmp_path: Path) -> None:
    table = "Zo wordt het opgevangen:\n\n| Onderdeel | Kleur |\n|---|---|\n| de staking bij Vossebelt | rood |"
    judge = learned(tmp_path, {"staking": 12.0}, words=(("opgevangen",),))
    assert judge.judge(KEY, analysed(judge, "# Risico's", table)).verdict is Verdict.MISSING


def test_few_words_in_a_phrase_that_fixes_nothing_are_no_find_of_the_model(tmp_path: Path) -> None:
    judge = learned(tmp_path, {"staking": 12.0})
    vague = "Bij een staking werken wij vanuit ieders eigen rol aan oplossingen."
    assert judge.judge(KEY, analysed(judge, "# Risico's", vague)).verdict is Verdict.MISSING
    firm = "Bij een staking van Vossebelt werken wij vanuit ieders eigen rol aan oplossingen."
    assert judge.judge(KEY, analysed(judge, "# Risico's", firm)).verdict is Verdict.PRESENT


def test_hollow_text_is_no_evidence_however_likely(tmp_path: Path) -> None:
    judge = learned(tmp_path, {"staking": 12.0})
    finding = judge.judge(KEY, analysed(judge, "# Risico's", "Of een staking een risico is, is nog niet bekend."))
    assert finding.verdict is Verdict.MISSING


def test_what_a_rule_finds_is_weighed_by_the_model(tmp_path: Path) -> None:
    texts = ("# Risico's", "De grootste tegenvaller is de uitloop van de werken aan de Zandweg in mei 2028.")
    strengths = []
    for bias in (-6.0, 0.0):
        judge = learned(tmp_path, {"niets": 1.0}, bias=bias)
        strengths.append(look_for(judge.requirements[KEY].aspects[0], analysed(judge, *texts)).strength)
    assert strengths[0] < strengths[1]


def test_rules_that_stand_are_not_weighed_by_the_model_which_still_adds_its_own_finds(tmp_path: Path) -> None:
    by_rule = "De grootste tegenvaller is de uitloop van de werken aan de Zandweg in mei 2028."
    by_model = "Een staking kost drie weken en raakt de helft van de straat."
    judge = learned(tmp_path, {"staking": 12.0}, bias=-6.0)
    standing = replace(judge.requirements[KEY].requirement.aspects[0], rules_stand=True)
    stands = Detector(replace(detector(standing).ruleset, weights=judge.ruleset.weights))
    for each, weaker in ((judge, True), (stands, False)):
        found = look_for(each.requirements[KEY].aspects[0], analysed(each, "# Risico's", by_rule, by_model)).hits
        ruled = next(hit for hit in found if "uitloop" in hit.units[0].text)
        assert (ruled.strength < 0.5) is weaker
        assert any("staking" in hit.units[0].text for hit in found)


def proving(tmp_path: Path, of: float, before: float, behind: float) -> Detector:
    """A detector with a model in which "elders" says this of its unit, of the one behind it and of the one before."""
    learned_of = weights({"elders": 0.0, "niets": 0.0}, bias=0.0)
    named = np.array([[of, before, behind], [0.0, 0.0, 0.0]], dtype=np.float32)
    proof = ProofWeights(named=named, form=learned_of.form[:, 0], bias=3.0)
    path = tmp_path / "geleerd.npz"
    write_weights(replace(learned_of, proof=proof), path)
    return Detector(replace(detector(replace(aspect("risicos", RULE), facets=("risico",))).ruleset, weights=path))


def test_whether_a_unit_proves_anything_is_told_by_its_own_words_and_those_beside_it(tmp_path: Path) -> None:
    judge = proving(tmp_path, -4.0, -2.0, -1.0)
    text = analysed(judge, "Dit is van hier.", "Zo ging het elders.", "Daar kwam uitloop.")
    assert text.proof.tolist() == [2.0, -1.0, 1.0]


def test_what_seems_to_prove_nothing_is_weaker_evidence_and_what_clearly_proves_is_not_stronger(tmp_path: Path) -> None:
    texts = ("# Risico's", "Zo ging het elders.", "De grootste tegenvaller is de uitloop van de werken in mei 2028.")
    strengths = []
    for before in (-9.0, 0.0, 9.0):
        judge = proving(tmp_path, 0.0, before, 0.0)
        text = analysed(judge, *texts, is_part=True)
        strengths.append(look_for(judge.requirements[KEY].aspects[0], text).strength)
    assert strengths[0] < strengths[1] == strengths[2]


def test_what_is_found_is_weaker_where_nothing_in_a_loose_text_bears_a_name(tmp_path: Path) -> None:
    nameless = tuple(-2.0 if name == "nameless" else value for name, value in zip(SEEN, _ROW, strict=True))
    path = tmp_path / "geleerd.npz"
    write_weights(replace(weights({"staking": 12.0}), mix=replace(MIX, loose=nameless)), path)
    judge = Detector(replace(detector(replace(aspect("risicos", RULE), facets=("risico",))).ruleset, weights=path))
    strengths = []
    for place in ("de wijk", "Oosterhaven"):
        text = analysed(judge, "Zo gaat het.", f"In {place} duurt een staking lang.")
        strengths.append(look_for(judge.requirements[KEY].aspects[0], text).strength)
    assert strengths[0] < strengths[1]


def reading_around(tmp_path: Path, **counts: float) -> Detector:
    """A detector with a model in which "verzekerd" says much of the text around it. counts: names of `SEEN`."""
    row = tuple(counts.get(name, value) for name, value in zip(SEEN, _ROW, strict=True))
    around = AroundWeights(
        rows=np.array([1], dtype=np.int32),
        named=np.array([[60, 60]], dtype=np.int8),
        step=np.array([0.1, 0.1], dtype=np.float32),
        bias=np.array([-3.0, -3.0], dtype=np.float32),
    )
    learned_of = replace(weights({"staking": 12.0, "verzekerd": 0.0}), around=around, mix=Mix(row, row, row, row, row))
    path = tmp_path / "geleerd.npz"
    write_weights(replace(learned_of, in_plan=learned_of), path)
    return Detector(replace(detector(replace(aspect("risicos", RULE), facets=("risico",))).ruleset, weights=path))


STRIKE = "Een staking duurt lang."


@pytest.mark.parametrize("name", ["around", "concrete"])
def test_what_is_found_is_stronger_where_the_words_around_it_are_those_of_an_answer(tmp_path: Path, name: str) -> None:
    judge = reading_around(tmp_path, **{name: 0.5})
    strengths = [
        look_for(judge.requirements[KEY].aspects[0], analysed(judge, STRIKE, beside)).strength
        for beside in ("Dat weet niemand.", "Dat is verzekerd.")
    ]
    assert 0 < strengths[0] < strengths[1]


def test_the_text_around_a_unit_is_its_section_in_a_plan_and_all_of_a_loose_text(tmp_path: Path) -> None:
    judge = reading_around(tmp_path, around=0.5)
    for is_part, counts in ((True, False), (False, True)):
        strengths = []
        for elsewhere in ("Dat weet niemand.", "Dat is verzekerd."):
            document = make_document("# Risico's", STRIKE, "# Geld", elsewhere)
            text = judge.analyse(Dossier(documents=(document,)), is_part=is_part)
            strengths.append(look_for(judge.requirements[KEY].aspects[0], text).strength)
        assert (strengths[0] < strengths[1]) is counts


def test_a_word_that_stands_in_more_sentences_says_more_of_the_text_around_and_a_long_one_says_not_more(
    tmp_path: Path,
) -> None:
    judge = reading_around(tmp_path, around=0.5)

    def said(*lines: str) -> float:
        (row,) = analysed(judge, *lines).around.said
        assert row[0] == row[1]
        return float(row[0])

    assert said("Dat is zo.") == -3.0
    assert said("Dat is verzekerd.") == said(*["Dat is verzekerd."] * 9) == 3.0  # one known word: of length one
    both = said("Bij staking is dat verzekerd.")
    assert both == pytest.approx(-3.0 + 6.0 / 2**0.5, abs=1e-5)
    assert both < said("Bij staking is dat verzekerd.", "Dat is verzekerd.") < 3.0


def test_the_fewer_units_a_text_has_the_less_it_says_of_what_stands_in_it(tmp_path: Path) -> None:
    judge = reading_around(tmp_path, around=0.5)
    found = judge.requirements[KEY].aspects[0]

    def gain(*lines: str) -> float:
        text = analysed(judge, *lines)
        plain = reading_around(tmp_path)
        without = look_for(plain.requirements[KEY].aspects[0], analysed(plain, *lines)).hits[0].strength
        return log_odds(look_for(found, text).hits[0].strength) - log_odds(without)

    one, ten = gain(STRIKE), gain(*[STRIKE] * 10)
    assert one == pytest.approx(0.5 * -3.0 / 6, abs=1e-3)  # one of one and five
    assert ten == pytest.approx(0.5 * -3.0 * 10 / 15, abs=1e-3)


def test_what_is_far_from_usual_around_counts_no_more_than_the_limits(tmp_path: Path) -> None:
    judge = reading_around(tmp_path, around=1.0)
    assert judge.model is not None
    assert judge.model.weights.around is not None
    far = replace(judge.model.weights.around, bias=np.array([-50.0, 0.0], dtype=np.float32))
    near = replace(far, bias=np.array([AROUND[0], 0.0], dtype=np.float32))
    strengths = []
    for each in (far, near):
        path = tmp_path / "verder.npz"
        write_weights(replace(judge.model.weights, around=each), path)
        other = Detector(replace(judge.ruleset, weights=path))
        strengths.append(look_for(other.requirements[KEY].aspects[0], analysed(other, STRIKE)).hits[0].strength)
    assert strengths[0] == strengths[1]


def test_from_a_part_to_a_whole_document_the_weights_change_step_by_step() -> None:
    part, whole = tuple(value + 1 for value in _ROW), _ROW
    mix = Mix(in_plan=whole, part=part, piece=_ROW, loose=_ROW, foreign=_ROW)
    fewest, most = FROM_PART_TO_WHOLE
    rows = [mix.of("part", units) for units in range(fewest - 1, most + 2)]
    assert rows[0] == rows[1] == part
    assert rows[-1] == rows[-2] == whole
    steps = [before[0] - after[0] for before, after in pairwise(rows)]
    assert max(steps) < 2 / (most - fewest)
    assert mix.of("part", 30) == mix.of("whole", 30)


def test_a_short_plan_is_weighed_as_a_part_and_a_long_one_as_a_whole(tmp_path: Path) -> None:
    judge = reading_around(tmp_path)
    for count, standing in ((3, "part"), (40, "whole")):
        assert analysed(judge, *[STRIKE] * count, is_part=True).standing == standing


def test_weights_of_another_version_are_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "geleerd.npz"
    write_weights(weights({"staking": 12.0}), path)
    arrays = dict(np.load(path))
    np.savez(path, **{**arrays, "mix": arrays["mix"][:, :-2]})
    with pytest.raises(InvalidRule, match="andere versie"):
        read_weights(path)


def test_a_plan_without_units_has_nothing_around(tmp_path: Path) -> None:
    judge = reading_around(tmp_path, around=0.5)
    text = analysed(judge, "# Alleen een kop", is_part=True)
    assert text.around.said.shape == (0, 2)


def test_a_package_without_weights_is_judged_by_its_rules_alone() -> None:
    judge = detector(replace(aspect("risicos", RULE), facets=("risico",)))
    assert judge.model is None
    assert analysed(judge, "Er is uitloop.").learned is None


def test_without_the_learned_signal_the_rules_stand_alone() -> None:
    rules = shipped_rules()
    assert Detector(rules).model is not None
    assert Detector(rules, without=frozenset(("geleerd",))).model is None


@pytest.mark.parametrize("is_plan", [True, False], ids=["plan", "loose"])
@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Wie in Merelveld zijn huis isoleert, krijgt van de gemeente 1.500 euro subsidie.", False),
        ("In de hal hing een folder over de subsidie van 1.500 euro.", True),
    ],
    ids=["strong", "a mention"],
)
def test_one_answer_of_several_away_from_its_heading_is_no_mention_when_it_is_strong(
    line: str, missing: bool, is_plan: bool
) -> None:
    judge = detector_for(shipped_rules())
    lines = ("# Nieuws uit Merelveld", f"In mei opende de kringloop. {line}")
    text = analysed(judge, *lines, is_part=is_plan)
    finding = judge.judge(RequirementId("concept-uitvoeringsplan.financien"), text)
    assert finding.verdict is (Verdict.MISSING if missing else Verdict.INCOMPLETE)


STANDINGS = {
    "part": ("Er zijn 612 woningen, en het loopt uit.",),
    "loose": ("Er zijn 612 woningen, en het loopt uit.",),
    "foreign": tuple(f"De bibliotheek kocht in {year} een kast." for year in range(1980, 2030)),
}


@pytest.mark.parametrize(
    ("standing", "strength", "counts"),
    [
        ("part", 0.79, False),
        ("part", 0.81, True),
        ("loose", 0.89, False),
        ("loose", 0.91, True),
        ("foreign", 0.99, False),
    ],
)
def test_how_strong_the_one_answer_of_several_must_be_depends_on_what_the_text_is(
    standing: str, strength: float, counts: bool
) -> None:
    judge = detector_for(shipped_rules())
    compiled = judge.requirements[RequirementId("concept-uitvoeringsplan.totstandkoming")]
    how = {"is_part": standing == "part", "is_named": standing == "foreign"}
    text = analysed(judge, "# Verslag", *STANDINGS[standing], **how)
    assert text.standing == standing
    *none, last = compiled.aspects
    hit = Hit((text.units[0],), strength, "", "begrippen")
    results = (*(AspectResult(each.aspect, ()) for each in none), AspectResult(last.aspect, (hit,)))
    assert bool(why_in_passing(compiled, text, results)) is not counts


@pytest.mark.parametrize(("bias", "kinds"), [(-2.9, []), (-2.6, ["geleerd"])])
def test_the_model_alone_finds_only_what_it_gives_some_chance(tmp_path: Path, bias: float, kinds: list[str]) -> None:
    judge = learned(tmp_path, {"elders": 1.0}, bias=bias)
    text = analysed(judge, "# Risico's", "Een staking bij de aannemer Vossebelt kost ons in mei drie weken.")
    assert [hit.kind for hit in look_for(judge.requirements[KEY].aspects[0], text).hits] == kinds


@pytest.mark.parametrize(("strength", "counts"), [(0.79, False), (0.81, True)])
def test_under_the_heading_of_another_subject_only_what_is_strong_counts(strength: float, counts: bool) -> None:
    judge = detector(aspect("risicos", RULE))
    text = analysed(judge, "## Risico's", "Het loopt uit.", "## Geld", "Er is geen uitloop.")
    away = text.units[-1]
    result = AspectResult(judge.requirements[KEY].aspects[0].aspect, (Hit((away,), strength, "", "begrippen"),))
    found = in_place(judge.requirements[KEY], text, (result,), frozenset({away.section.number}))
    assert bool(found[0].hits) is counts


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    first, second = tmp_path / "a.npz", tmp_path / "b.npz"
    proof = ProofWeights(named=np.eye(2, 3, dtype=np.float32), form=np.ones(3, dtype=np.float32), bias=0.5)
    ones = np.ones(2, dtype=np.float32)
    around = AroundWeights(
        themes=("dekking", "risicos"),
        rows=np.array([1], dtype=np.int32),
        named=np.array([[3, -4]], dtype=np.int8),
        step=ones,
        bias=ones,
        lines=np.eye(3, 2, dtype=np.float32),
    )
    written = replace(weights({"a": 1.0, "b": -2.0}), proof=proof, around=around)
    write_weights(replace(written, in_plan=written), first)
    write_weights(read_weights(first), second)
    assert first.read_bytes() == second.read_bytes()
    back = read_weights(second)
    assert back.features == {"a": 0, "b": 1}
    assert back.around is not None
    assert back.around.themes == ("dekking", "risicos")
    assert back.around.lines is not None
    assert back.around.lines.tolist() == [[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]


def test_the_shipped_weights_know_every_facet_of_the_rules() -> None:
    rules = shipped_rules()
    assert rules.weights is not None
    known = set(read_weights(rules.weights).facets)
    named = {f for requirement in rules.requirements.values() for a in requirement.aspects for f in a.facets}
    assert named
    assert named <= known


def test_features_say_where_a_word_stands() -> None:
    judge = detector(aspect("risicos", RULE))
    text = analysed(judge, "# Titel", "## Risico's", "De uitloop is groot. De prijs stijgt.")
    names = named_features(text.units[0])
    assert {"uitloop", "uitloop_zijn", "kop:risico"} <= names
    assert "prijs" not in names


@pytest.mark.parametrize("text", ["", "# ", "| | |", "...", "€ 3.000,-"])
def test_odd_units_have_features(text: str) -> None:
    judge = detector_for(shipped_rules())
    found = analysed(judge, text or "x")
    assert len(judge.model.probabilities(found.units) if judge.model else []) == len(found.units)
