"""Which quote stands first: the unit that by itself answers best, before what only helps to."""

import re
from collections.abc import Iterable

from plancheck.detect.evidence.kinds import Hit
from plancheck.detect.evidence.learned import log_odds
from plancheck.detect.evidence.search import AspectResult, CompiledAspect, asking
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.quotes import evidence_of, in_context, points_back
from plancheck.detect.text.unit import Unit
from plancheck.detect.verdict.odds import as_told, is_overstated, odds_of
from plancheck.model.finding import Evidence

_NEARLY = 0.43
"""Evidence from this strength on is quoted beside what counts: it could count once the text around it changes."""
_TOGETHER = 3
_OWN_SHARE = 0.5
_ASKED, _HARD, _SHORT, _BACK, _OPENS, _WISH = 1.0, 0.5, 1.0, 0.5, 2.0, 1.5
_STEP = 1.5
_FEW_WORDS = 5
_WISHES = re.compile(
    r"\b(?:hopen|hoopt|hoop|wens(?:en|t)?|graag|het liefst|zou(?:den)? (?:we|wij|graag|mooi|fijn)|streven|streeft"
    r"|willen (?:we|wij)|(?:we|wij) willen)\b",
    re.IGNORECASE,
)
_ALONE: Memo[int, tuple[float, bool]] = Memo()
"""What each unit is worth as a quote whatever is asked, by its number."""


def show(aspect: CompiledAspect, result: AspectResult, text: AnalysedText) -> list[Evidence]:
    """All evidence of an aspect as quotes, best answer first: without these units the aspect would not be filled in.

    What is nearly enough is shown too. What stands in a quote of several units comes last by itself.
    """
    strongest: dict[int, tuple[Unit, Hit]] = {}
    for hit in result.hits:
        if hit.strength >= _NEARLY:
            for unit in hit.units:
                strongest.setdefault(unit.number, (unit, hit))
    pairs = list(strongest.values())
    if len(pairs) > 1:
        pairs.sort(key=lambda pair: (-_rank(aspect, pair, text), pair[0].number))
    first: list[Evidence] = []
    again: list[Evidence] = []
    quoted: set[int] = set()
    for unit, hit in pairs:
        if unit.number in quoted:
            again.append(_quoted(aspect, hit, (unit,), unit, text))
            continue
        alone = len(hit.units) == 1
        others = () if alone else [each for each, _ in pairs if each.number not in quoted]
        together = (unit,) if alone else _with_sisters(unit, hit, others)
        quoted.update(each.number for each in together)
        first.append(_quoted(aspect, hit, together, unit, text))
    return [*first, *again]


def show_best(aspect: CompiledAspect, hit: Hit, text: AnalysedText) -> Evidence:
    """One find as a quote that begins with what answers best."""
    unit, _ = max(((unit, hit) for unit in hit.units), key=lambda pair: (_rank(aspect, pair, text), -pair[0].number))
    return _quoted(aspect, hit, _with_sisters(unit, hit, hit.units), unit, text)


def _with_sisters(unit: Unit, hit: Hit, ranked: Iterable[Unit]) -> tuple[Unit, ...]:
    """The unit with the best others of an enumeration that only counts together, in reading order."""
    numbers = {each.number for each in hit.units}
    others = [each for each in ranked if each.number in numbers and each is not unit][: _TOGETHER - 1]
    return tuple(sorted((unit, *others), key=lambda each: each.number))


def _quoted(aspect: CompiledAspect, hit: Hit, units: tuple[Unit, ...], unit: Unit, text: AnalysedText) -> Evidence:
    return evidence_of(
        unit,
        kind=hit.kind,
        strength=round(as_told(hit.strength, text), 3),
        reason=hit.reason,
        aspect=aspect.aspect.id,
        text=in_context(*units, text=text),
    )


def _rank(aspect: CompiledAspect, pair: tuple[Unit, Hit], text: AnalysedText) -> int:
    """The worth in steps: within one, reading order says more than the rest of the difference does."""
    return round(_worth(aspect, pair, text) / _STEP)


def _worth(aspect: CompiledAspect, pair: tuple[Unit, Hit], text: AnalysedText) -> float:
    """How well a unit answers by itself, as log odds: what it is part of, its own words, whether it stands alone."""
    unit, hit = pair
    worth = odds_of(hit.strength) if is_overstated(text) else log_odds(hit.strength)
    if aspect.learned is not None and hit.likely is not None and len(hit.units) > 1:
        own = aspect.learned.chance(unit, text)
        if own is not None:
            worth -= _OWN_SHARE * (log_odds(hit.likely) - log_odds(own))
    worth += _ASKED * (unit.number in asking(aspect, text))
    by_itself, wishes = _alone(unit, text)
    worth += by_itself
    return worth if aspect.aspect.announced_counts or not wishes else worth - _WISH


def _alone(unit: Unit, text: AnalysedText) -> tuple[float, bool]:
    """What a unit is worth whatever is asked, and whether it only wishes; worked out once."""
    known = _ALONE.of(text)
    if unit.number not in known:
        worth = _HARD * unit.has_hard_content - _BACK * points_back(unit) - _OPENS * unit.text.rstrip().endswith(":")
        worth -= _SHORT * (unit.kind != "rij" and unit.words < _FEW_WORDS)
        is_hard = bool(unit.amounts or unit.dates or unit.numbers)
        known[unit.number] = worth, not is_hard and _WISHES.search(unit.text) is not None
    return known[unit.number]
