"""From documents to the units that are judged: sentences, list items and table rows with what stands around them."""

import re
from collections.abc import Callable, Sequence

from plancheck.detect.marks import hollow, substance
from plancheck.detect.marks.tense import written_in
from plancheck.detect.text.analysed import AnalysedText, Scorer
from plancheck.detect.text.lexicon import Lexicon, Terms
from plancheck.detect.text.parties import party_finder
from plancheck.detect.text.told import Before, UnitKind, Vocabulary
from plancheck.detect.text.unit import Section, Unit
from plancheck.model.document import Block, Document, Dossier, Span
from plancheck.nlp import Sentence
from plancheck.rules.weights import Standing

_NEAR = 2
_TITLE_WORDS = 5
_COLUMNS = 3
_OPENING = 12
_MUNICIPALITY = re.compile(r"\b[Gg]emeente ([A-Z][\w-]+(?: [A-Z][\w-]+)*)")
_NAME_WORD = re.compile(r"\b(?:[A-Z][\w'’-]+|aan|bij|de|den|der|en|het|in|op|van)\b")
_RUNNING = 15
"""Words: with fewer, a lone filled cell is a label whose value still has to come."""
_JUDGED_KINDS = ("paragraph", "list_item", "table", "note", "caption")


def analyse(
    dossier: Dossier,
    lexicon: Lexicon,
    scorer: Scorer | None = None,
    stand_test: Callable[[AnalysedText], Standing] | None = None,
    *,
    known: Before | None = None,
) -> AnalysedText:
    """Cut a dossier into units and find the terms of the lexicon in them.

    scorer: the learned model, if any. stand_test: tells what the text is to the package.
    known: what was made before of texts, which stand in this dossier too.
    """
    units: list[Unit] = []
    sections: list[Section] = []
    headings: list[Unit] = []
    known = Before() if known is None else known
    finder = party_finder(lexicon.words_of("partij", "partner"), lexicon)
    vocabulary = Vocabulary(lexicon.everyday, lexicon.no_names, lexicon.counting)
    for number, document in enumerate(dossier.documents):
        starts = len(sections), len(units)
        builder = _Builder(number, document, lexicon, vocabulary, known, starts)
        builder.run()
        written = written_in(block.text for block in document.blocks[:_OPENING] if block.kind != "list_item")
        own = own_names(document)
        if finder is not None:
            finder.add(builder.units, finder.names((block.text for block in document.blocks), own))
        for unit in builder.units:
            unit.written, unit.own_names = written, own
            unit.put_off = tuple(lexicon.terms_of(each) for each in unit.told.deferred)
        units += builder.units
        sections += builder.sections
        headings += builder.headings
    for index, unit in enumerate(units):
        unit.number = index
    return AnalysedText(
        dossier,
        tuple(units),
        tuple(sections),
        tuple(headings),
        scorer=scorer,
        stand_test=stand_test,
        known=known.sentences,
    )


class _Builder:
    """Builds the units of one document, block by block. starts: how many sections and units there are before it."""

    def __init__(
        self,
        number: int,
        document: Document,
        lexicon: Lexicon,
        vocabulary: Vocabulary,
        known: Before,
        starts: tuple[int, int],
    ) -> None:
        self.number = number
        self.document = document
        self.lexicon = lexicon
        self._vocabulary = vocabulary
        self._known = known
        self.units: list[Unit] = []
        self.sections: list[Section] = []
        self.headings: list[Unit] = []
        self._first_section, self._group = starts[0], starts[1] + 1
        self._title = title_block(document)
        self._stack: list[tuple[int, str, Terms]] = []
        self._lead: tuple[Terms, ...] = ()
        self._introduction: Unit | None = None
        self._nested: list[tuple[int, Terms]] = []
        self._in_list = False

    def run(self) -> None:
        texts = [text for block in self.document.blocks for text in _texts(block)]
        analysed = iter(self.lexicon.analyser.analyse(texts, self._known.sentences))
        self._open_section("", None)
        for index, block in enumerate(self.document.blocks):
            parts = [next(analysed) for _ in _texts(block)]
            if block.role != "body":
                continue
            if block.kind == "heading":
                self._heading(index, block, parts)
            elif block.kind == "table":
                self._table(index, block, parts)
            elif block.kind in _JUDGED_KINDS:
                self._prose(index, block, parts[0])

    def _open_section(self, heading: str, page: int | None) -> None:
        terms = tuple(entry[2] for entry in reversed(self._stack))
        titles = tuple(entry[1] for entry in self._stack)
        annex = any(title.lower().startswith(("bijlage", "annex")) for title in titles)
        number = self._first_section + len(self.sections)
        self.sections.append(
            Section(
                number=number,
                document=self.number,
                heading=heading,
                page=page,
                headings=titles,
                heading_terms=terms,
                is_annex=annex,
                lists_sources=hollow.lists_sources(heading),
            )
        )
        self._lead = ()
        self._introduction = None

    def _heading(self, index: int, block: Block, parts: list[tuple[Sentence, ...]]) -> None:
        terms = merge_terms(parts[0])
        if index != self._title:
            level = block.level or 1
            while self._stack and self._stack[-1][0] >= level:
                self._stack.pop()
            self._stack.append((level, block.text, terms))
            self._open_section(block.text, block.page)
        self._group += 1
        self.headings.append(self._unit("kop", index, block, terms, (0, len(block.text))))

    def _prose(self, index: int, block: Block, sentences: tuple[Sentence, ...]) -> None:
        is_item = block.kind == "list_item"
        if not is_item or not self._in_list:
            self._group += 1
        if not is_item:
            self._nested = []
            if self._in_list:
                self._lead = ()
        self._in_list = is_item
        if is_item:
            whole = merge_terms(sentences)
            found = [self._unit("punt", index, block, whole, _reach(sentences))] if sentences else []
        else:
            found = [self._sentence(index, block, sentence) for sentence in sentences]
        lead = self._lead + self._parents(block) if is_item else ()
        for place, unit in enumerate(found):
            unit.lead = lead
            unit.introduced_by = self._introduction if is_item else None
            around = found[max(0, place - _NEAR) : place] + found[place + 1 : place + 1 + _NEAR]
            unit.near = tuple(around)
        self.units += found
        if is_item and found:
            self._nested.append((block.depth, found[0].terms))
        if not is_item and found:
            self._introduction = found[-1] if block.text.rstrip().endswith(":") else None
            self._lead = (found[-1].terms,) if block.text.rstrip().endswith((":", "?")) or len(found) == 1 else ()
            if block.text.rstrip().endswith(":"):
                self._lead = tuple(unit.terms for unit in found[-2:])

    def _parents(self, block: Block) -> tuple[Terms, ...]:
        """The terms of the points above this one in a nested list."""
        while self._nested and self._nested[-1][0] >= block.depth:
            self._nested.pop()
        return tuple(terms for _, terms in self._nested)

    def _sentence(self, index: int, block: Block, sentence: Sentence, offset: int = 0) -> Unit:
        """The unit of one sentence. offset: where the text that was cut into sentences begins in the block."""
        return self._unit("zin", index, block, merge_terms((sentence,)), _reach((sentence,), offset))

    def _unit(
        self,
        kind: UnitKind,
        index: int,
        block: Block,
        terms: Terms,
        reach: tuple[int, int],
        cells: tuple[str, ...] = (),
    ) -> Unit:
        """A unit of the text of a block. reach: from where to where it runs."""
        start, end = reach
        return Unit(
            self._known.of(kind, block.text[start:end], cells, self._vocabulary),
            section=self.sections[-1],
            span=Span(document=self.number, block=index, start=start, end=end),
            terms=terms,
            page=block.page,
            group=self._group,
        )

    def _table(self, index: int, block: Block, parts: list[tuple[Sentence, ...]]) -> None:
        self._group += 1
        self._in_list = False
        rows = block.rows or tuple(tuple(line.split("\t")) for line in block.text.split("\n"))
        header = rows[0] if has_header(rows, self.lexicon.no_names) else ()
        lead = ((merge_terms(parts[0]),) if header else ()) + self._lead
        offset = 0
        for row, sentences in zip(rows, parts, strict=True):
            text = "\t".join(row)
            start, offset = offset, offset + len(text) + 1
            if row is header or not any(cell.strip() for cell in row):
                continue
            if _is_running_text(row):
                self.units += [self._sentence(index, block, sentence, start) for sentence in sentences]
                continue
            unit = self._unit("rij", index, block, merge_terms(sentences), (start, start + len(text)), tuple(row))
            unit.header = tuple(header)
            unit.lead = lead
            self.units.append(unit)
        self._lead = ()


def _reach(sentences: Sequence[Sentence], offset: int = 0) -> tuple[int, int]:
    """From where to where sentences run in a block. offset: where the text that was cut into them begins."""
    return offset + sentences[0].start, offset + sentences[-1].end


def _is_running_text(row: Sequence[str]) -> bool:
    """Whether a row is a frame round text: one filled cell with more than a label or a value."""
    filled = [cell for cell in row if not hollow.is_empty_cell(cell)]
    return len(filled) == 1 and len(row) > 1 and len(filled[0].split()) >= _RUNNING


def own_names(document: Document) -> frozenset[str]:
    """Words of the names in the title of a document, and of its municipality: they stand everywhere in it."""
    place = title_block(document)
    title = document.blocks[place].text if place is not None else ""
    named = _MUNICIPALITY.findall(" ".join(block.text for block in document.blocks))
    return frozenset(_NAME_WORD.findall(" ".join((title, document.properties.title, *named))))


def title_block(document: Document) -> int | None:
    """Index of the heading that is the title of the document, None when there is none.

    It is a first heading that stands above most of the document, or that has no text of its own before the next.
    """
    body = [(index, block) for index, block in enumerate(document.blocks) if block.role == "body"]
    headings = [(place, index, block) for place, (index, block) in enumerate(body) if block.kind == "heading"]
    if len(headings) < 2:
        return headings[0][1] if headings and headings[0][0] == 0 and len(body) > 12 else None
    place, index, first = headings[0]
    above = sum(first.text in block.heading_path[:1] for _, block in body)
    bare = headings[1][0] - place <= 2 and place <= 3
    return index if place <= 3 and (above > 0.7 * len(body) or bare) and (first.level or 1) == 1 else None


def _texts(block: Block) -> list[str]:
    if block.kind == "table":
        rows = block.rows or tuple(tuple(line.split("\t")) for line in block.text.split("\n"))
        return ["\t".join(row) for row in rows]
    return [block.text]


def has_header(rows: Sequence[Sequence[str]], no_names: frozenset[str] = frozenset()) -> bool:
    """Whether the first row of a table holds column headings: short texts without amounts or dates.

    A table of one row is a bare header when it has several titles and nothing that is counted or named.
    """
    first = [cell for cell in rows[0] if cell.strip()]
    if len(first) < 2 or (len(rows) == 1 and not _is_bare_header(first, no_names)):
        return False
    titled = all(len(cell) < 60 and (not substance.amounts(cell) or substance.says_its_units(cell)) for cell in first)
    return titled and not rows[0][0].strip().isdigit()


def _is_bare_header(cells: list[str], no_names: frozenset[str]) -> bool:
    few = all(len(cell.split()) <= _TITLE_WORDS and not any(sign.isdigit() for sign in cell) for cell in cells)
    return len(cells) >= _COLUMNS and few and not any(substance.names(cell, no_names) for cell in cells)


def merge_terms(sentences: Sequence[Sentence]) -> Terms:
    """The terms of several sentences as one; positions count on over the sentences."""
    if len(sentences) == 1:
        return sentences[0].terms
    merged: dict[int, tuple[int, ...]] = {}
    offset = 0
    for sentence in sentences:
        for number, places in sentence.terms.items():
            merged[number] = merged.get(number, ()) + tuple(offset + place for place in places)
        offset += sentence.length + 3
    return merged
