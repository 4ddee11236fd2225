"""The corpora as training sees them: every unit with what it shows, and every text with the themes that stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from themes import read_theme_labels, themes_of, unread

from plancheck.detect import Detector
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.features import forms, named_features
from plancheck.detect.text.unit import Unit
from plancheck.errors import InvalidCorpus
from plancheck.evaluate.layout import LaidOut, lay_out
from plancheck.evaluate.passages import Passage, read_passages
from plancheck.model.document import Dossier, Span
from plancheck.readers import read

WHOLE = 3.0
"""How much a line of a whole plan, or of a fragment of one, counts beside one of a passage."""
PAGES = "paginas"
WHOLE_PAGES = "bladzijden"
PARTS = (("", 1.0), (PAGES, 1.0), (WHOLE_PAGES, 0.0), ("plannen", WHOLE), ("fragmenten", WHOLE))
"""Folders in the passages, and how much a line in them counts: nothing where only the page as a whole is labelled."""
GENERAL = "algemeen-"
"""How the names of the voices begin whose pages hold no plan of any area: they teach what a loose text only seems to
say. In whole documents such talk is rare, and learned there too it brings nothing."""
BEGINNING = 60
"""So many characters tell a unit of a plan from the others."""
_HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class Sample:
    """All units of the corpus.

    texts: how many; text: number of the text of each unit; voice, writer and weight per unit; labels: unit x facet,
    what each proves; seeming: the same shape, what each only seems to prove; page: whether it is of a retold page of a
    site; section: number of the section of each unit in its text; held: text x theme of a plan, the share of readers
    who say that it stands there, not a number where nobody read it.
    """

    texts: int
    text: NDArray[np.int64]
    voice: NDArray[np.str_]
    writer: NDArray[np.str_]
    weight: NDArray[np.float64]
    named: tuple[frozenset[str], ...]
    form: NDArray[np.float32]
    labels: NDArray[np.bool_]
    seeming: NDArray[np.bool_]
    page: NDArray[np.bool_]
    section: NDArray[np.int64]
    held: NDArray[np.float32]
    facets: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a unit shows. proved: facets. seeming: facets that it mentions without proving them."""

    proved: frozenset[str] = frozenset()
    seeming: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A text with what each of its units shows. held: for each theme of a plan the share of readers who say that it
    stands there. weight: how much its units count. is_page: a retold page of a site."""

    voice: str
    text: AnalysedText
    shown: tuple[Shown, ...]
    held: NDArray[np.float32]
    weight: float
    is_page: bool = False


def read_sample(corpora: Path, detector: Detector) -> Sample:
    """Read, lay out and cut all passages and labelled plans of the corpora."""
    facets = sorted({f for r in detector.ruleset.requirements.values() for a in r.aspects for f in a.facets})
    found = [each for each in labelled(corpora, detector) if each.text.units]
    units = [unit for each in found for unit in each.text.units]
    shown = [each for text in found for each in text.shown]
    counts = [len(each.text.units) for each in found]
    writers = read_writers(corpora)
    return Sample(
        texts=len(found),
        text=np.repeat(np.arange(len(found)), counts),
        voice=np.repeat([each.voice for each in found], counts),
        writer=np.repeat([writers.get(each.voice, each.voice) for each in found], counts),
        weight=np.repeat([each.weight for each in found], counts),
        page=np.repeat([each.is_page for each in found], counts),
        section=np.array([unit.section.number for unit in units], dtype=np.int64),
        named=tuple(named_features(unit) for unit in units),
        form=forms(units),
        labels=np.array([[facet in each.proved for facet in facets] for each in shown], dtype=bool),
        seeming=np.array([[facet in each.seeming for facet in facets] for each in shown], dtype=bool),
        held=np.array([each.held for each in found]),
        facets=tuple(facets),
        themes=themes_of(detector.ruleset),
    )


def labelled(corpora: Path, detector: Detector) -> Iterator[Labelled]:
    """Every text of the corpora with labels: passages, whole plans and fragments as passages, and Word plans."""
    for folder, weight in PARTS:
        place = corpora / "passages" / folder
        labels = read_theme_labels(place, detector.ruleset)
        for path in sorted(place.glob("*.md")):
            for passage in [] if path.stem.isupper() else read_passages(path):
                laid = lay_out(passage)
                text = detector.analyse(Dossier(documents=(laid.document,)))
                yield Labelled(
                    voice=passage.voice,
                    text=text,
                    shown=tuple(shown_in(unit.span, passage, laid) for unit in text.units),
                    held=labels.of(passage.voice, passage.id),
                    weight=weight,
                    is_page=folder in (PAGES, WHOLE_PAGES),
                )
    place = corpora / "plannen"
    for path in sorted((place / "facetten").glob("*.tsv")):
        text = detector.analyse(Dossier(documents=(read(place / f"{path.stem}.docx"),)))
        yield Labelled(
            voice=path.stem,
            text=text,
            shown=tuple(shown_by_units(path, text)),
            held=unread(detector.ruleset),
            weight=WHOLE,
        )


def shown_by_units(path: Path, text: AnalysedText) -> Iterator[Shown]:
    """What each unit shows, from a table of the beginnings of units in reading order with their labels.

    Raises:
        InvalidCorpus: a line that is not the beginning of a next unit.
    """
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    place = 0
    for unit in text.units:
        if place < len(rows) and beginning(unit) == rows[place][0]:
            labels = rows[place][1].split()
            proved = frozenset(label for label in labels if not label.startswith("!"))
            yield Shown(proved, frozenset(label[1:] for label in labels if label.startswith("!")) - proved)
            place += 1
        else:
            yield Shown()
    if place < len(rows):
        raise InvalidCorpus(f"regel {place + 1}: dit staat niet (op deze plaats) in het plan.", path=str(path))


def beginning(unit: Unit) -> str:
    """By what a unit is found again in a table of labels: the first words of its text."""
    return " ".join(unit.text.split())[:BEGINNING]


def shown_in(span: Span, passage: Passage, laid: LaidOut) -> Shown:
    """What the lines that a unit covers show."""
    proved: set[str] = set()
    seeming: set[str] = set()
    for line, place in zip(passage.lines, laid.spans, strict=True):
        if place is None or place.block != span.block:
            continue
        shared = min(place.end, span.end) - max(place.start, span.start)
        if shared > _HALF * min(place.end - place.start, span.end - span.start):
            proved |= line.facets
            seeming |= line.hollow
    return Shown(frozenset(proved), frozenset(seeming - proved))


def read_writers(corpora: Path) -> dict[str, str]:
    """Who wrote which voice: one writer took several, and what is left out must be whole writers."""
    tables = sorted(corpora.rglob("schrijvers.tsv"))
    return dict(line.split("\t") for table in tables for line in table.read_text("utf-8").splitlines()[1:])
