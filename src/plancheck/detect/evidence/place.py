"""Where evidence stands: beside its like, under the heading of another subject, or only in passing."""

from dataclasses import replace

from plancheck.detect.evidence.kinds.probe import BEYOND_DOUBT, Hit
from plancheck.detect.evidence.search import ENOUGH, AspectResult, CompiledRequirement, look_for, look_within
from plancheck.detect.text.analysed import AnalysedText

_MENTION = 0.75
"""A sentence weaker than this, away from its own heading, may be only a mention; by rules alone."""
_MENTION_IN_PLAN, _MENTION_IN_PIECE, _MENTION_LOOSE = 0.7, 0.8, 0.77
"""The same where a learned model had a say: in a document of the package, in a piece of one, elsewhere."""
_SURE = 0.8
"""A section with evidence of this strength for one aspect is about the subject."""
_STRONG = 0.8
"""What is at least this strong counts under the heading of another subject too, and as the one answer of several. For
the first alone, 723 of 788 verdicts on unseen plans are right, and 719 with 0.9."""
_WEAK = 0.2
"""Evidence weaker than this for the question that carries the others is none."""
_COUNTED = 0.55
"""How strong such evidence is beside a good answer to another question."""
_NOT_SURELY_ITS_PLAN = ("loose", "foreign")
"""Texts in which one answer that is only strong may be about something else."""
_TWO = 2
_HALF = 0.5
_SPECIFIC = 2


def find_all(compiled: CompiledRequirement, text: AnalysedText, others: frozenset[int]) -> tuple[AspectResult, ...]:
    """What counts for each aspect of a requirement.

    others: numbers of the sections whose own heading names another requirement of the same document.
    """
    results = tuple(look_for(aspect, text) for aspect in compiled.aspects)
    found = in_place(compiled, text, in_company(compiled, text, results), others)
    return with_what_carries(found) if text.is_short else found


def with_what_carries(results: tuple[AspectResult, ...]) -> tuple[AspectResult, ...]:
    """The results of a short text, where weak evidence for the aspect that carries the others counts beside theirs.

    Whoever names measures has named a risk: of the two, the answer in unusual words is the likelier.
    """
    filled = [result for result in results if result.filled]
    carrying = [result for result in results if result.aspect.carries]
    if not carrying or not filled or any(result.filled for result in carrying):
        return results
    sections = {hit.units[0].section.number for result in filled for hit in result.hits if hit.strength >= ENOUGH}
    beside = [hit for result in carrying for hit in result.hits if hit.units[0].section.number in sections]
    best = max(beside, key=lambda hit: hit.strength, default=None)
    if best is None or best.strength < _WEAK:
        return results
    return tuple(_counting(result, best) if any(hit is best for hit in result.hits) else result for result in results)


def _counting(result: AspectResult, best: Hit) -> AspectResult:
    """The result with one find that counts."""
    others = tuple(hit for hit in result.hits if hit is not best)
    return replace(result, hits=(best._replace(strength=_COUNTED), *others))


def in_company(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]
) -> tuple[AspectResult, ...]:
    """The results, where what is missing is looked for once more beside what was found.

    A section in which a rule finds one aspect well is about the subject, whatever its heading: there the other aspects
    need not name the subject again.
    """
    carrying = tuple(result for result in results if result.aspect.carries) or results
    best = (hit for result in carrying for hit in result.hits[:1] if hit.strength >= _SURE)
    sure = [hit for hit in best if hit.by_rule is not None or hit.likely is None]
    sections = {hit.units[0].section.number for hit in sure if hit.units[0].section.heading}
    if not sections or len(results) == 1 or all(result.filled for result in results):
        return results
    within = frozenset(text.index.in_sections(sections))
    return tuple(
        result if result.filled else _better(result, look_within(aspect, text, within))
        for aspect, result in zip(compiled.aspects, results, strict=True)
    )


def _better(result: AspectResult, other: AspectResult) -> AspectResult:
    return other if other.filled else result


def in_place(
    compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...], others: frozenset[int]
) -> tuple[AspectResult, ...]:
    """The results without what stands under the heading of another subject, where this one has a heading of its own.

    Whoever gives risks a chapter names measures against them there; what looks like one under "Geld" is mostly another
    thing. Only what is strong counts there.
    """
    homes = {section.number for section in compiled.topic.home_sections(text)}
    if not homes or not others - homes:
        return results
    away = others - homes
    return tuple(
        replace(
            result,
            hits=tuple(
                hit for hit in result.hits if hit.strength >= _STRONG or hit.units[0].section.number not in away
            ),
        )
        for result in results
    )


def why_in_passing(compiled: CompiledRequirement, text: AnalysedText, results: tuple[AspectResult, ...]) -> str:
    """Why what was found is a mention and not a part of the plan, in Dutch; "" where it is a part, or nothing is found.

    Under headings about something else, one sentence is a mention and not a part of the plan, and so are two when they
    answer less than half of what is asked. One answer of several is none either, unless it is strong and this is known
    to be a plan. The first aspect carries the others: measures without any risk are no risk analysis. In a document
    about another subject its answer is often in words that are not known, so there it does not. Where the subject has a
    heading of its own with nothing under it, more is asked of what stands elsewhere. All this is not asked of what is
    beyond doubt in a loose text, which has seldom more than a few lines on anything.
    """
    filled = [result for result in results if result.filled]
    hits = [hit for result in filled for hit in result.hits if hit.strength >= ENOUGH]
    units = {unit.number: unit for hit in hits for unit in hit.units}
    if not units:
        return ""
    strongest = max(hit.strength for hit in hits)
    if strongest >= BEYOND_DOUBT and not text.is_plan and text.scorer is not None:
        return ""
    carrying = [result for result in results if result.aspect.carries and text.standing != "foreign"]
    if carrying and not any(result.filled for result in carrying):
        return f"zonder antwoord op de vraag van «{carrying[0].aspect.title}» telt de rest niet"
    if any(compiled.topic.is_home(unit.section) for unit in units.values()):
        return ""
    is_alone = len(results) > _TWO and len(filled) == 1 and not results[0].filled
    if is_alone and (strongest < _STRONG or text.standing in _NOT_SURELY_ITS_PLAN):
        return "onder koppen over iets anders staat antwoord op maar één vraag, en niet op de eerste"
    share = len(filled) / len(results)
    if has_empty_home(compiled, text):
        too_little = len(units) == 1 or share <= _HALF
        return "onder de eigen kop staat niets over dit plan, en elders te weinig" if too_little else ""
    few = len(units) == 1 or (len(units) == _TWO and share < _HALF)
    bar = compiled.requirement.mention_bar
    if (bar is not None and not text.is_plan and strongest < bar) or (few and strongest < _usual_bar(text)):
        return "het wordt alleen terloops genoemd, onder koppen over iets anders"
    return ""


def _usual_bar(text: AnalysedText) -> float:
    if text.scorer is None:
        return _MENTION
    if text.is_piece:
        return _MENTION_IN_PIECE
    return _MENTION_IN_PLAN if text.is_plan else _MENTION_LOOSE


def has_empty_home(compiled: CompiledRequirement, text: AnalysedText) -> bool:
    """Whether the subject has a heading of its own, and nothing under it says anything about this plan."""
    if not compiled.topic.home_sections(text):
        return False
    return not any(not unit.hollow and unit.specific >= _SPECIFIC for unit in compiled.topic.home_units(text))
