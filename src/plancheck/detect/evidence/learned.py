"""The learned signal: how likely a unit answers what an aspect asks, by a model that was trained on written passages.

It never decides alone without saying so: what a rule finds is weighed by it, and what only the model finds is shown as
such. How both are weighed (`mix`) is learned too, on passages of authors the model was not trained on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from plancheck.detect.evidence.kinds.probe import Hit, can_answer, hollow_numbers, says_something
from plancheck.detect.evidence.topic import Topic
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.features import FeatureRows, Rows, forms
from plancheck.detect.text.lexicon import NO_TERMS, Group, Lexicon
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Unit
from plancheck.model.requirement import Aspect
from plancheck.rules.weights import (
    AROUND,
    CLEAR_PROOF,
    CONCRETE,
    ENOUGH_OF_IT,
    SEEN,
    THEME,
    AroundWeights,
    Mix,
    Weights,
)

LIKELY = 0.06
"""Below this the model alone finds nothing: such units need a rule that sees something in them too."""
_FLOOR = 1e-3
_AT_ONCE = 64
_NO_PROOF_AT_ALL = 2.5
"""So far below clear proof, a line proves nothing; what a rule and its words see in it still counts."""
KIND = "geleerd"
_WHOLE_CHAPTER = "bijlage"
"""The kind of find that is a chapter with all in it: what the model says of its sentences, one by one, says little."""
_REASON = "de zin lijkt op zinnen die deze vraag beantwoorden"

_FEW_UNITS = 5
"""Of a text of so many units only half of what its words say counts: they are too few to tell."""
_PLACE, _TEXT, _OF_THEME = SEEN.index("beside"), SEEN.index("around"), SEEN.index("theme")
"""The first of the weights are of the find itself, from here on of where it stands, and of the text around it."""

_STANDPOINTS: "Memo[tuple[float, ...], _Standpoint]" = Memo()
"""What the place of each unit says of a find there, by the weights."""
_SAID: "Memo[tuple[tuple[int, ...], int | None], list[float]]" = Memo()
"""What each text around units says of an aspect, by the columns of its facets and of its theme of a plan."""
_ALONE: "Memo[tuple[int, ...], Likely]" = Memo()
"""What the learned model alone makes of each unit, by the columns of an aspect's facets."""


class LearnedModel:
    """Weights ready to be asked."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._column = {facet: place for place, facet in enumerate(weights.facets)}
        self._rows = FeatureRows(weights.features)
        self._places_around = _places_of(weights.around, len(weights.features))
        self._theme = {theme: len(weights.facets) + place for place, theme in enumerate(_themes(weights))}
        self._whole = LearnedModel(weights.in_plan) if weights.in_plan else self

    def rows(self, units: Sequence[Unit], *, in_plan: bool = False) -> Rows:
        """The rows of the named features of units. in_plan: those of the model of whole documents."""
        return (self._whole if in_plan else self)._rows.of_all(units)

    def marks(self, units: Sequence[Unit]) -> NDArray[np.float32]:
        """The marks of form of units, a row each."""
        return forms(units)

    def probabilities(
        self,
        units: Sequence[Unit],
        rows: Rows | None = None,
        marks: NDArray[np.float32] | None = None,
        *,
        in_plan: bool = False,
    ) -> NDArray[np.float32]:
        """One row per unit, one column per facet, values 0-1.

        rows, marks: what `rows` and `marks` gave for these units, so as not to work it out twice. in_plan: as in a
        whole document of the package.
        """
        weights = (self._whole if in_plan else self).weights
        scores = np.tile(weights.bias, (len(units), 1))
        if units:
            scores += _by_form(weights, self.marks(units) if marks is None else marks)
            scores += _by_name(weights, rows or self.rows(units, in_plan=in_plan)) * weights.step
        found: NDArray[np.float32] = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return found

    def proof(self, rows: Rows, marks: NDArray[np.float32]) -> NDArray[np.float32]:
        """Log odds that each unit of a whole document proves anything at all; clear where nothing was learned.

        rows, marks: of its units, in the model of whole documents. The words of the units beside it count too.
        """
        learned = self.weights.proof
        if learned is None or not len(marks):
            return np.full(len(marks), CLEAR_PROOF, dtype=np.float32)
        worded = _worded(rows, self._whole.weights.rarity, learned.named, rows.flat)
        scores = marks @ learned.form + learned.bias
        scores += worded[:, 0]
        scores[1:] += worded[:-1, 1]
        scores[:-1] += worded[1:, 2]
        return scores.astype(np.float32)

    def around(
        self,
        texts: Sequence[NDArray[np.int32]],
        best: Sequence[NDArray[np.float32]] = (),
        *,
        in_plan: bool = False,
    ) -> NDArray[np.float32]:
        """Log odds that each text answers each facet somewhere, then that each theme of a plan stands in it, and in the
        last column that it answers anything at all.

        texts: the rows of all units of each, wherever they stand: sections of a whole document (in_plan), or a loose
        text. best: for each of them how likely the unit that proves each facet best does so, 0-1; without it themes are
        told by words alone.
        """
        model = self._whole if in_plan else self
        weights = model.weights
        if weights.around is None or not texts:
            return np.zeros((len(texts), len(weights.facets) + len(_themes(weights)) + 1), dtype=np.float32)
        found = np.stack([_answered(weights, weights.around, rows, model._places_around) for rows in texts])
        if best and weights.around.lines is not None:
            lines, usual = weights.around.lines[:-1], weights.around.lines[-1]
            themes = slice(len(weights.facets), len(weights.facets) + len(usual))
            found[:, themes] += log_odds_of_all(np.array(best)) @ lines + usual
        return found

    def by_words(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """What the named features of a unit say of each facet, as log odds, in the model of whole documents.

        The form does not count: a promise or a question is about its facet as much as a fact is.
        """
        weights = self._whole.weights
        scores: NDArray[np.float32] = weights.bias.astype(np.float32)
        named = list(rows)
        if named:
            worth = weights.rarity[named]
            worth = worth / np.linalg.norm(worth)
            scores = scores + (worth @ weights.named[named].astype(np.float32)) * weights.step
        return scores

    def by_heading(self, heading: str) -> NDArray[np.float32]:
        """How much a heading speaks for each facet of what stands under it, as log odds above or below the usual."""
        model = self._whole
        return self.by_words(model._rows.of_heading(heading)) - model.weights.bias

    def kind_chances(self, rows: Rows) -> dict[str, float]:
        """How likely a document is of each kind ("" for none) by its words alone, 0-1; empty where nothing was learned.

        rows: of all its units, in the model of whole documents.
        """
        learned = self.weights.of_kinds
        if learned is None:
            return {}
        places = np.flatnonzero(np.isin(learned.rows, rows.flat))
        scores = learned.bias + learned.named[places].sum(axis=0) / math.sqrt(max(1, len(places)))
        worth = np.exp(scores - scores.max())
        return dict(zip(learned.kinds, (worth / worth.sum()).tolist(), strict=True))

    def aspect(self, aspect: Aspect, home: Topic, lexicon: Lexicon, theme: str = "") -> "LearnedAspect | None":
        """What the model knows of an aspect, None when it knows none of its facets. theme: of a plan, that asks it."""
        columns = tuple(self._column[facet] for facet in aspect.facets if facet in self._column)
        words = tuple(lexicon.group(group) for group in aspect.answer_words)
        without = lexicon.group(aspect.answer_without)
        called = lexicon.group(aspect.called)
        if not columns:
            return None
        known = Themes(self._theme.get(theme), self._whole._theme.get(theme))
        return LearnedAspect(aspect, home, columns, self.weights.mix, words, without, called, known)


class Themes(NamedTuple):
    """In which column of what texts around say a theme of a plan stands, None where nothing was learned of it."""

    loose: int | None = None
    in_plan: int | None = None


NOWHERE = Themes()


def _themes(weights: Weights) -> tuple[str, ...]:
    return weights.around.themes if weights.around else ()


def _places_of(around: AroundWeights | None, count: int) -> NDArray[np.intp]:
    """Where the weights of each of so many features stand, below 0 where they say nothing."""
    found = np.full(count, -1, dtype=np.intp)
    if around is not None:
        found[around.rows] = np.arange(len(around.rows))
    return found


def _answered(
    weights: Weights, around: AroundWeights, rows: NDArray[np.int32], places: NDArray[np.intp]
) -> NDArray[np.float32]:
    """What a text answers, by how often each named feature occurs in it, damped, and made of length one.

    places: where the weights of each feature stand.
    """
    there, counts = np.unique(rows, return_counts=True)
    worth = weights.rarity[there] * (1 + np.log(counts)).astype(np.float32)
    known = places[there] >= 0
    said = worth[known] @ around.named[places[there[known]]].astype(np.float32) * around.step
    found: NDArray[np.float32] = around.bias + said / (float(np.linalg.norm(worth)) or 1.0)
    return found


def _by_form(weights: Weights, marks: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the form of each unit says.

    Not for all at once: for a large product numpy starts threads, which cost more than they save.
    """
    return np.concatenate([marks[start : start + _AT_ONCE] @ weights.form for start in range(0, len(marks), _AT_ONCE)])


def _by_name(weights: Weights, rows: Rows) -> NDArray[np.float32]:
    """What the named features of each unit say. Only the rows that occur are unpacked."""
    distinct, places = rows.distinct(len(weights.features))
    return _worded(rows, weights.rarity, weights.named[distinct].astype(np.float32), places)


def _worded(
    rows: Rows, rarity: NDArray[np.float32], table: NDArray[np.float32], places: NDArray[np.integer[Any]]
) -> NDArray[np.float32]:
    """The sums of a table for the named features of each unit, each unit made of length one.

    places: where in the table each of the rows stands.
    """
    worths = rarity[rows.flat]
    found = np.zeros((len(rows.ends), table.shape[1]), dtype=np.float32)
    for unit, own in enumerate(rows.of_each()):
        if own.start < own.stop:
            worth = worths[own]
            np.matmul(worth / math.sqrt(worth @ worth), table.take(places[own], axis=0), out=found[unit])
    return found


def _chance(said: float) -> float | None:
    """The chance by log odds, None for 0: of that nothing was learned."""
    return chance_of(said) if said else None


def chance_of(odds: float) -> float:
    """The chance, 0-1, that log odds stand for."""
    return 1 / (1 + math.exp(-odds))


def log_odds(chance: float, floor: float = _FLOOR) -> float:
    """The log odds of a chance, kept so far away from what is certain."""
    chance = min(1 - floor, max(floor, chance))
    return math.log(chance / (1 - chance))


def log_odds_of_all(chances: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """The same of many chances at once."""
    kept = np.clip(chances.astype(np.float64), _FLOOR, 1 - _FLOOR)
    found: NDArray[np.float64] = np.log(kept / (1 - kept))
    return found


def subject_around(unit: Unit) -> tuple[float, float]:
    """Whether the subject of the package is named in or beside the unit or in its headings, and how much the document
    is about it."""
    if not unit.surroundings:
        return 0.0, 0.0
    own, beside, heading, _, document, *_ = unit.surroundings
    return max(own, beside, heading), min(document, ENOUGH_OF_IT)


class _Standpoint(NamedTuple):
    """What is said of a find by the place where it stands, whatever is asked, by number of the unit.

    mix: the weights it is weighed with; beside: what stands beside a unit says; proof: whether it proves anything;
    said: what each text around units says of what is asked; places: which of those texts that is.
    """

    mix: Sequence[float]
    beside: list[float]
    proof: list[float]
    said: list[float]
    places: list[int]


def _standpoint(text: AnalysedText, mix: tuple[float, ...]) -> _Standpoint:
    known = _STANDPOINTS.of(text)
    if mix not in known:
        subject, document, hollow, proof, nameless = mix[_PLACE:_TEXT]
        rest = 0.0 if text.is_plan or not text.is_nameless else nameless
        beside = []
        for unit in text.units:
            own, whole = subject_around(unit)
            emptied = not unit.is_hard and text.is_hollow_section(unit.section)
            beside.append(subject * own + document * whole + (hollow if emptied else 0.0) + rest)
        known[mix] = _Standpoint(mix, beside, (proof * _short_of_proof(text)).tolist(), [0.0], [0] * len(text.units))
    return known[mix]


def _short_of_proof(text: AnalysedText) -> NDArray[np.float64]:
    """How far each unit stays below what is clear proof, as log odds of at most 0; 0 in what is no whole document."""
    if not text.is_plan:
        return np.zeros(len(text.units))
    found: NDArray[np.float64] = np.clip(text.proof.astype(np.float64) - CLEAR_PROOF, -_NO_PROOF_AT_ALL, 0.0)
    return found


@dataclass(frozen=True, slots=True)
class LearnedAspect:
    """An aspect with the columns of its facets. mix: how rules and model are weighed.

    words, without: what must stand in a unit that only the model finds, a term of each group, and what must not.
    called: what the answer is called. theme: the theme of a plan that asks it.
    """

    aspect: Aspect
    home: Topic
    columns: tuple[int, ...]
    mix: Mix
    words: tuple[Group, ...] = ()
    without: Group = NO_TERMS
    called: Group = NO_TERMS
    theme: Themes = NOWHERE

    def likely(self, of_facets: NDArray[np.float32]) -> NDArray[np.float32]:
        """What is said of the aspect, given what is said of every facet (the last axis)."""
        found: NDArray[np.float32] = of_facets[..., self.columns].max(axis=-1)
        return found

    def weigh(self, hits: Sequence[Hit], text: AnalysedText) -> list[Hit]:
        """The hits of rules, weighed by the model unless they stand, and units that only the model finds.

        In a document of the package what is found is right much more often than in any other text.
        """
        by_model = self._alone(text)
        if by_model is None:
            return list(hits)
        chances = by_model.chances
        at = self._standpoint(text)
        home = self.home.home_numbers(text)
        found = [
            hit
            if self.aspect.rules_stand or hit.kind == _WHOLE_CHAPTER
            else _weighed(hit, max([chances[unit.number] for unit in hit.units]), at, hit.units[0].number in home)
            for hit in hits
        ]
        seen = {unit.number for hit in hits for unit in hit.units} | hollow_numbers(text, self.aspect, self.called)
        seen |= text.index.naming(self.without) if self.without else frozenset()
        for number in by_model.worth_a_look:
            if number not in seen and self._can_answer(text.units[number]):
                found.append(by_model.found(text.units[number], at, number in home, self._theme(text)))
        return found

    def _theme(self, text: AnalysedText) -> int | None:
        return self.theme.in_plan if text.is_plan else self.theme.loose

    def _standpoint(self, text: AnalysedText) -> _Standpoint:
        """What the place of each unit says of a find of this aspect: also what the text around it seems to answer."""
        mix = self.mix.of(text.standing, len(text.units))
        found = _standpoint(text, mix)
        around, concrete, theme = mix[_TEXT:]
        if not around and not concrete and not theme:
            return found
        known, column = _SAID.of(text), self._theme(text)
        key = self.columns, column
        if key not in known:
            said = text.around.said
            worth = around * np.clip(said[:, self.columns].max(axis=1), *AROUND)
            worth += concrete * np.clip(said[:, -1], *CONCRETE)
            if column is not None:
                worth += theme * np.clip(said[:, column], *THEME)
            counts = np.array(text.around.counts)
            known[key] = (worth * (counts / (counts + _FEW_UNITS))).tolist()
        return found._replace(said=known[key], places=text.around.places)

    def chance(self, unit: Unit, text: AnalysedText) -> float | None:
        """What the model alone says of one unit, None where nothing was learned."""
        by_model = self._alone(text)
        return None if by_model is None else by_model.chances[unit.number]

    def chance_around(self, unit: Unit, text: AnalysedText) -> float | None:
        """The chance that the text around a unit answers the aspect, 0-1; None where that does not count, or nothing
        was learned of it: that is told as log odds of 0."""
        if not self.mix.of(text.standing, len(text.units))[_TEXT]:
            return None
        return _chance(float(text.around.said[text.around.places[unit.number], self.columns].max()))

    def chance_of_theme(self, unit: Unit, text: AnalysedText) -> float | None:
        """The same that the theme of a plan which asks it stands in the text around a unit, weighed by how seldom finds
        for that theme are right."""
        column = self._theme(text)
        if column is None or not self.mix.of(text.standing, len(text.units))[_OF_THEME]:
            return None
        return _chance(float(text.around.said[text.around.places[unit.number], column]))

    def _alone(self, text: AnalysedText) -> "Likely | None":
        learned = text.judged_by
        if learned is None or not len(learned):
            return None
        alone = _ALONE.of(text)
        by_model = alone.get(self.columns)
        if by_model is None:
            by_model = alone[self.columns] = _likely(self.likely(learned), text)
        return by_model

    def _can_answer(self, unit: Unit) -> bool:
        """Whether a unit that no rule sees names what an answer must name.

        The heads of the columns of a row count as its own words. What introduces the table does not: that is the same
        for every row.
        """
        own = (unit.terms, *unit.lead[:1]) if unit.header else (unit.terms,)
        return can_answer(unit, self.aspect) and all(any(group.hits(terms) for terms in own) for group in self.words)


@dataclass(frozen=True, slots=True)
class Likely:
    """What the model alone makes of a text, for some facets. The same for every aspect that names them.

    chances: by number of the unit. worth_a_look: numbers of the units that it finds by itself.
    """

    chances: list[float]
    worth_a_look: tuple[int, ...]
    hits: dict[tuple[int, bool, int | None], Hit]

    def found(self, unit: Unit, at: _Standpoint, at_home: bool, theme: int | None) -> Hit:
        """The unit as a find of the model alone. at_home: under a heading of the subject. theme: column of that of
        the requirement."""
        key = (unit.number, at_home, theme)
        if key not in self.hits:
            hit = Hit((unit,), 0.0, _REASON, KIND)
            self.hits[key] = _weighed(hit, self.chances[unit.number], at, at_home, by_rule=False)
        return self.hits[key]


def _likely(chances: NDArray[np.float32], text: AnalysedText) -> Likely:
    likely = np.flatnonzero(chances >= LIKELY).tolist()
    return Likely(chances.tolist(), tuple(number for number in likely if says_something(text.units[number])), {})


def _weighed(hit: Hit, likely: float, at: _Standpoint, at_home: bool, *, by_rule: bool = True) -> Hit:
    """The hit with the chance that it answers the aspect as its strength, by what rule and model say of it."""
    numbers = [unit.number for unit in hit.units]
    start, ruled, rule, learned, home = at.mix[:_PLACE]
    score = (
        start
        + (ruled + rule * hit.strength if by_rule else 0.0)
        + learned * log_odds(likely)
        + (home if at_home else 0.0)
        + at.beside[numbers[0]]
        + at.said[at.places[numbers[0]]]
        + max([at.proof[number] for number in numbers])
    )
    return Hit(hit.units, chance_of(score), hit.reason, hit.kind, hit.strength if by_rule else None, likely)
