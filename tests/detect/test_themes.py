"""What a page as a whole says of a theme of a plan: all its words together, for the requirements of that theme."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from plancheck.detect import Detector
from plancheck.detect.evidence.learned import log_odds
from plancheck.detect.evidence.search import look_for
from plancheck.detect.verdict.explain import explain
from plancheck.model.requirement import RequirementId
from plancheck.rules.weights import SEEN, THEME, AroundWeights, Mix, read_weights, write_weights
from tests.detect.test_judge import KEY, aspect, detector
from tests.detect.test_learned import MIX, RULE, STRIKE, analysed, weights
from tests.shipped import shipped_rules

OTHER = RequirementId("plan.anders")
_PLAIN = MIX.loose


def reading_themes(
    tmp_path: Path, *, of_theme: float = 0.5, in_plan: bool = False, bias: float = -3.0, of_lines: float | None = None
) -> Detector:
    """Two requirements that ask the same, one of a theme of a plan that "verzekerd" is the word of.

    of_lines: what the line that proves the facet best says of the theme.
    """
    loose = tuple(of_theme if name == "theme" else value for name, value in zip(SEEN, _PLAIN, strict=True))
    around = AroundWeights(
        themes=("risicos",),
        lines=None if of_lines is None else np.array([[of_lines], [2.0]], dtype=np.float32),
        rows=np.array([1], dtype=np.int32),
        named=np.array([[0, 60, 0]], dtype=np.int8),
        step=np.full(3, 0.1, dtype=np.float32),
        bias=np.array([0.0, bias, 0.0], dtype=np.float32),
    )
    base = weights({"staking": 12.0, "verzekerd": 0.0})
    learned = replace(base, around=around, mix=Mix(loose, loose, loose, loose, loose))
    path = tmp_path / "geleerd.npz"
    tmp_path.mkdir(exist_ok=True)
    write_weights(replace(learned, in_plan=learned if in_plan else replace(base, mix=learned.mix)), path)
    rules = detector(replace(aspect("risicos", RULE), facets=("risico",))).ruleset
    first = replace(rules.requirements[KEY], theme="risicos")
    second = replace(rules.requirements[KEY], id=OTHER)
    return Detector(replace(rules, requirements={KEY: first, OTHER: second}, weights=path))


def strength(judge: Detector, key: RequirementId, *lines: str, is_part: bool = False) -> float:
    return look_for(judge.requirements[key].aspects[0], analysed(judge, *lines, is_part=is_part)).strength


ABOUT_IT, ABOUT_ANOTHER = (STRIKE, "Dat is verzekerd."), (STRIKE, "Dat weet niemand.")


def test_a_find_is_stronger_in_a_page_that_by_its_words_holds_the_theme_that_asks_it(tmp_path: Path) -> None:
    judge = reading_themes(tmp_path)
    assert strength(judge, KEY, *ABOUT_IT) > strength(judge, KEY, *ABOUT_ANOTHER)


def test_a_requirement_of_no_theme_is_not_weighed_by_it_though_it_asks_the_same(tmp_path: Path) -> None:
    judge = reading_themes(tmp_path)
    assert strength(judge, OTHER, *ABOUT_IT) == strength(judge, OTHER, *ABOUT_ANOTHER)
    text = analysed(judge, *ABOUT_ANOTHER)  # both in one text: what was worked out for one is not taken for the other
    own, other = (look_for(judge.requirements[key].aspects[0], text).strength for key in (KEY, OTHER))
    assert own < other


def test_the_fewer_units_a_page_has_the_less_it_says(tmp_path: Path) -> None:
    judge = reading_themes(tmp_path)
    one, ten = (log_odds(strength(judge, KEY, *[STRIKE] * count)) for count in (1, 10))
    without = log_odds(strength(judge, OTHER, STRIKE))
    assert one - without == pytest.approx(0.5 * -3.0 / 6, abs=1e-3)  # one of one and five
    assert ten - without == pytest.approx(0.5 * -3.0 * 10 / 15, abs=1e-3)


def test_what_is_far_from_usual_counts_no_more_than_the_limits(tmp_path: Path) -> None:
    far, near = (reading_themes(tmp_path / name, bias=bias) for name, bias in (("ver", -50.0), ("bij", THEME[0])))
    assert strength(far, KEY, STRIKE) == strength(near, KEY, STRIKE)


def test_the_line_that_proves_a_facet_best_says_something_of_the_theme_of_the_page(tmp_path: Path) -> None:
    proven, not_proven = (STRIKE, *ABOUT_ANOTHER), ABOUT_ANOTHER[1:]
    told = {}
    for of_lines in (None, 0.0, 0.5, -0.5):
        judge = reading_themes(tmp_path / str(of_lines), of_lines=of_lines)
        themes = [float(analysed(judge, *lines).around.said[0, 1]) for lines in (proven, not_proven)]
        told[of_lines] = themes[0], themes[0] - themes[1]
    assert told[None][1] == told[0.0][1] == 0.0
    assert told[0.5][1] > 1.0
    assert told[-0.5][1] == pytest.approx(-told[0.5][1], abs=1e-4)
    assert told[0.0][0] - told[None][0] == pytest.approx(2.0)  # the last row, with no line at all


def test_in_a_plan_the_lines_say_nothing_of_themes(tmp_path: Path) -> None:
    for of_lines in (None, 0.5):
        judge = reading_themes(tmp_path / str(of_lines), in_plan=True, of_lines=of_lines)
        assert analysed(judge, STRIKE, is_part=True).around.said[0, 1] == pytest.approx(-3.0)


def test_in_a_plan_nothing_was_learned_of_themes_unless_the_weights_say_so(tmp_path: Path) -> None:
    for in_plan in (False, True):
        judge = reading_themes(tmp_path / str(in_plan), in_plan=in_plan)
        found = [strength(judge, KEY, *lines, is_part=True) for lines in (ABOUT_IT, ABOUT_ANOTHER)]
        assert (found[0] > found[1]) is in_plan


def test_the_explanation_says_how_sure_it_is_that_the_theme_stands_in_the_page(tmp_path: Path) -> None:
    judge = reading_themes(tmp_path)
    told = {key: explain(judge.requirements[key], analysed(judge, *ABOUT_ANOTHER)) for key in (KEY, OTHER)}
    assert ", geheel 0.05)" in told[KEY]
    assert "Geheel: hoe zeker dit onderdeel in de bladzijde staat" in told[KEY]
    assert "eheel" not in told[OTHER]


def test_the_shipped_weights_know_every_theme_of_the_rules() -> None:
    rules = shipped_rules()
    assert rules.weights is not None
    around = read_weights(rules.weights).around
    assert around is not None
    themes = {requirement.theme for requirement in rules.requirements.values()} - {""}
    assert themes
    assert themes == set(around.themes)
    assert around.lines is not None
    assert around.lines.shape == (len(read_weights(rules.weights).facets) + 1, len(themes))
