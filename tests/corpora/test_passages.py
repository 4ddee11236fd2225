"""The passages that the learned signal is trained on: well formed, by many hands, none written twice."""

import re
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

from plancheck.evaluate.passages import Passage, read_passages
from plancheck.rules.weights import read_weights
from tests.shipped import shipped_rules

FOLDER = Path(__file__).parents[2] / "corpora" / "passages"
_WORD = re.compile(r"[\w']+")
_GRAM = 5
_SHARED = 0.3
_COMMON = 20


@cache
def passages(folder: Path) -> list[Passage]:
    files = [path for path in sorted(folder.glob("*.md")) if path.name != "logboek.md" and path.stem.islower()]
    return [passage for path in files for passage in read_passages(path)]


def grams(passage: Passage) -> set[str]:
    words = [word.lower() for line in passage.lines for word in _WORD.findall(line.text)]
    return {" ".join(words[place : place + _GRAM]) for place in range(len(words) - _GRAM + 1)}


def test_there_are_many_voices_of_many_writers() -> None:
    rows = [line.split("\t") for line in (FOLDER / "schrijvers.tsv").read_text("utf-8").splitlines()[1:]]
    assert {voice for voice, _ in rows} == {path.stem for path in FOLDER.glob("*.md")}
    assert len(rows) >= 12
    assert len({writer for _, writer in rows}) >= 8
    assert len(passages(FOLDER)) >= 1500


def test_every_label_is_a_facet_that_is_explained_and_learned() -> None:
    lines = (FOLDER.parents[1] / "training" / "facetten.md").read_text("utf-8").splitlines()
    explained = {line.split(":")[0] for line in lines if re.match(r"[a-z-]+: ", line)}
    texts = (*passages(FOLDER), *passages(FOLDER / "plannen"), *passages(FOLDER / "fragmenten"))
    used = {facet for passage in texts for line in passage.lines for facet in (*line.facets, *line.hollow)}
    tables = (FOLDER.parent / "plannen" / "facetten").glob("*.tsv")
    rows = [line.split("\t") for table in tables for line in table.read_text("utf-8").splitlines()]
    assert len(rows) > 2000
    assert used | {label.lstrip("!") for _, labels in rows for label in labels.split()} <= explained
    weights = shipped_rules().weights
    assert weights is not None
    assert set(read_weights(weights).facets) <= used


def test_no_two_passages_say_nearly_the_same() -> None:
    """Also none of the blind ones: they would not be blind any more."""
    folders = ("", "bladzijden", "plannen", "fragmenten", "blind")
    found = [grams(passage) for folder in folders for passage in passages(FOLDER / folder)]
    places: dict[str, list[int]] = {}
    for number, each in enumerate(found):
        for gram in each:
            places.setdefault(gram, []).append(number)
    shared = Counter(pair for many in places.values() if len(many) < _COMMON for pair in combinations(many, 2))
    near = [pair for pair, count in shared.items() if count >= _SHARED * min(len(found[one]) for one in pair)]
    assert [pair for pair in near if min(len(found[one]) for one in pair) > _GRAM] == []
