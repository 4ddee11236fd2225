"""What stands in a document and is not about it: another area, the whole municipality, another plan.

Of one sentence that can seldom be told. Told is it by a contrast ("Daar ... In deze wijk is zoiets er nog niet"), by
a heading, and by a paragraph that goes on where it began.
"""

from collections.abc import Sequence

from plancheck.detect.marks import hollow
from plancheck.detect.marks.others import is_of_the_whole
from plancheck.detect.marks.places import Area, area_of, begins_wider, is_wider, names_an_actor, serves_all
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.cut import own_names, title_block
from plancheck.detect.text.others import Others
from plancheck.detect.text.unit import Section, Unit

_SAYS_SO = frozenset((hollow.DENIAL, hollow.UNDECIDED, hollow.PROMISE, hollow.PLACEHOLDER))


def mark_scope(text: AnalysedText) -> None:
    """Give every unit that is about something else the kinds of hollow text that it is by what stands around it."""
    for number, document in enumerate(text.dossier.documents):
        place = title_block(document)
        title = document.blocks[place].text if place is not None else _first_heading(text, number)
        area = area_of(title, (block.text for block in document.blocks))
        sections = [section for section in text.sections if section.document == number]
        others = Others(area, own_names(document), [(section, text.in_section(section)) for section in sections])
        before: Sequence[Unit] = ()
        for section in sections:
            units = text.in_section(section)
            _mark_section(area, section, units)
            for unit in (*others.told_in(section, units), *others.set_apart_in(units), *others.beside_in(units)):
                _mark(unit, hollow.ELSEWHERE)
            _mark_the_whole(area, section, units)
            _mark_contrasts(area, others, section, before, units)
            _mark_explained(area, units)
            before = units


def _first_heading(text: AnalysedText, document: int) -> str:
    return next((unit.text for unit in text.headings if unit.span.document == document), "")


def _mark_section(area: Area, section: Section, units: Sequence[Unit]) -> None:
    """By the heading, and by paragraphs and lists that begin elsewhere and go on there."""
    away = hollow.WHOLE if area.is_wider_heading(section.heading) else ""
    opening = units[0].text if units else ""
    away = away or (hollow.ELSEWHERE if area.is_other_heading(section.heading, opening) else "")
    group, there = -1, ""
    for place, unit in enumerate(units):
        after = units[place + 1].text if place + 1 < len(units) else ""
        if unit.group != group:
            group = unit.group
            there = _opened(area, units[place - 1], unit) if place and unit.kind != "zin" else ""
        elif serves_all(unit.text) and not area.is_here(unit.text):
            _mark(units[place - 1], hollow.WHOLE)
        if area.is_here(unit.text):
            there = ""
            continue
        if not there and unit.kind == "zin" and area.is_elsewhere(unit.text, after):
            there = hollow.ELSEWHERE
        if away or there:
            _mark(unit, away or there)
        elif unit.kind == "zin" and begins_wider(unit.text):
            there = hollow.WHOLE


def _mark_explained(area: Area, units: Sequence[Unit]) -> None:
    """A paragraph that begins by explaining goes on explaining, but for what has a figure or name of its own."""
    group, explains = -1, False
    for unit in units:
        if unit.group != group:
            group, explains = unit.group, hollow.EXPLANATION in unit.hollow and not names_an_actor(unit.text)
            continue
        if unit.kind != "zin" or unit.has_hard_content or area.is_here(unit.text):
            explains = False
        elif explains:
            _mark(unit, hollow.EXPLANATION)


def _opened(area: Area, opens: Unit, row: Unit) -> str:
    """The kind of hollow text that the sentence before a list or table is, where what follows is so too."""
    if area.is_here(" ".join(row.header)):
        return ""
    return hollow.WHOLE if hollow.WHOLE in opens.hollow else min(opens.beside, default="")


def _mark_the_whole(area: Area, section: Section, units: Sequence[Unit]) -> None:
    """By a sentence that says that what stands around it is of the municipality as a whole."""
    if not area.is_here(section.heading) and any(is_of_the_whole(unit.text) for unit in units):
        for unit in units:
            if not area.is_here(unit.text) and not area.is_here(" ".join(unit.header)):
                _mark(unit, hollow.WHOLE)


def _mark_contrasts(
    area: Area, others: Others, section: Section, before: Sequence[Unit], units: Sequence[Unit]
) -> None:
    """By a sentence or heading that turns to this area, where what was told is not there."""
    if not units:
        return
    told = list(before) if area.turns_here(section.heading) else []
    for place, unit in enumerate(units):
        after = units[place + 1].text if place + 1 < len(units) and units[place + 1].group == unit.group else ""
        first = not place and told
        if area.denies_such(unit.text):
            for other in _told_before(area, units, place, before):
                _mark(other, hollow.NOT_OF_THIS)
        elif first or _contrasts(area, unit, after):
            _mark_from_markers(area, others, (*told, *units[:place]))


def _told_before(area: Area, units: Sequence[Unit], place: int, before: Sequence[Unit]) -> list[Unit]:
    """What a sentence refers to: the rest of its paragraph before it, or the paragraph before, unless that is here."""
    told = [unit for unit in units[:place] if unit.group == units[place].group]
    if not told:
        earlier = units[:place] or before
        told = [unit for unit in earlier if unit.group == earlier[-1].group]
        if any(area.is_here(unit.text) for unit in told):
            return []
    return [unit for unit in told if not area.is_here(unit.text)]


def _contrasts(area: Area, unit: Unit, after: str) -> bool:
    return area.contrasts(unit.text, after) or (area.is_here(unit.text) and bool(unit.hollow & _SAYS_SO))


def _mark_from_markers(area: Area, others: Others, units: Sequence[Unit]) -> None:
    """Mark what stands elsewhere: from the sentence that says so to the end of its paragraph, and its list."""
    group, away, says_so = -1, "", False
    for unit in units:
        if unit.group != group:
            group = unit.group
            away = away if says_so and unit.kind != "zin" else ""
        if area.is_here(unit.text):
            away, says_so = "", False
            continue
        says_so = unit.kind != "rij" and (area.may_be_elsewhere(unit.text) or others.names_one(unit.text))
        if away or says_so:
            kind = away or (hollow.WHOLE if is_wider(unit.text) else hollow.ELSEWHERE)
            away = away if unit.kind == "punt" else kind  # a point speaks for itself alone
            _mark(unit, kind)


def _mark(unit: Unit, kind: str) -> None:
    unit.beside |= {kind} - unit.vocabulary.counting
