"""Which themes of a plan readers saw in passages and pages: all of them read, in words that are known."""

import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from plancheck.errors import InvalidCorpus
from plancheck.evaluate.passages import read_passages
from plancheck.rules.weights import read_weights
from tests.shipped import shipped_rules

ROOT = Path(__file__).parents[2]
PASSAGES = ROOT / "corpora" / "passages"
FOLDERS = [PASSAGES, PASSAGES / "paginas", PASSAGES / "bladzijden"]
HEAD = "stem\tid\tlezer	themas\n"


@pytest.fixture
def training() -> Iterator[Callable[[str], ModuleType]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "training"))
        yield importlib.import_module


@pytest.fixture
def themes(training: Callable[[str], ModuleType]) -> ModuleType:
    return training("themes")


def rows(folder: Path) -> list[list[str]]:
    return [line.split("\t") for line in (folder / "themas.tsv").read_text("utf-8").splitlines()[1:]]


def present(labels: str) -> set[str]:
    return {label.strip(" ~") for label in labels.split(",") if label.strip()[0] not in "!-"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_text_was_read_and_nothing_else(folder: Path) -> None:
    texts = {
        (each.voice, each.id) for path in folder.glob("*.md") if path.stem.islower() for each in read_passages(path)
    }
    assert texts
    assert {(voice, name) for voice, name, *_ in rows(folder)} == texts


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_label_is_a_part_of_the_rules_that_is_explained(folder: Path) -> None:
    explained = set(
        re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "training" / "themas.md").read_text("utf-8"), re.MULTILINE)
    )
    used = {label.strip(" !~") for *_, labels in rows(folder) for label in labels.split(",")} - {"-"}
    assert used <= explained
    assert explained == {each.theme for each in shipped_rules().requirements.values()} - {""}


def test_two_readers_of_a_page_name_mostly_the_same_parts() -> None:
    read: dict[tuple[str, str], list[set[str]]] = {}
    for voice, name, _, labels in rows(PASSAGES / "paginas"):
        read.setdefault((voice, name), []).append(present(labels))
    twice = [found for found in read.values() if len(found) > 1]
    assert len(twice) > 500
    shared = sum(len(first & second) for first, second, *_ in twice)
    assert 2 * shared / sum(len(first) + len(second) for first, second, *_ in twice) > 0.7


def test_the_share_of_readers_who_say_so_is_what_is_learned(themes: ModuleType, tmp_path: Path) -> None:
    table = HEAD + "bron\t001\teen\tbegroting, !risicos\nbron\t001\ttwee\tbegroting~, gebied\nbron\t002\teen\t-\n"
    (tmp_path / "themas.tsv").write_text(table, "utf-8")
    labels = themes.read_theme_labels(tmp_path, shipped_rules())
    first = dict(zip(labels.themes, labels.of("bron", "001").tolist(), strict=True))
    assert (first["begroting"], first["gebied"], first["risicos"]) == (1.0, 0.5, 0.0)
    assert not labels.of("bron", "002").any()
    assert np.isnan(labels.of("bron", "003")).all()


@pytest.mark.parametrize(
    ("row", "said"), [("bron\t001\teen\tgeld\n", "geld is geen thema"), ("bron\t001\n", "4 kolommen")]
)
def test_a_row_that_says_nothing_known_is_refused_with_its_line(
    themes: ModuleType, tmp_path: Path, row: str, said: str
) -> None:
    (tmp_path / "themas.tsv").write_text(HEAD + row, "utf-8")
    with pytest.raises(InvalidCorpus, match=f"regel 2: .*{said}"):
        themes.read_theme_labels(tmp_path, shipped_rules())


def test_of_a_theme_with_too_few_examples_only_how_seldom_it_stands_there_is_learned(
    training: Callable[[str], ModuleType],
) -> None:
    texts = np.asarray(np.eye(9))
    held = np.array([1, 1, 0, 0, 0, 0, 0, 0, np.nan], dtype=np.float32)
    weights, usual = training("around").fit_theme(texts, held, np.ones(9))
    assert not weights.any()
    assert usual == pytest.approx(np.log(2.5 / 6.5))
    nothing, none = training("around").fit_theme(texts, np.full(9, np.nan, dtype=np.float32), np.ones(9))
    assert (nothing.any(), none) == (False, 0.0)


def test_what_the_best_line_of_a_text_proves_tells_its_theme_where_words_do_not(
    training: Callable[[str], ModuleType],
) -> None:
    around = training("around")
    proved = np.repeat([[4.0, -2.0], [-4.0, -2.0]], 10, axis=0)
    held = np.repeat([[1.0], [0.0]], 10, axis=0).astype(np.float32)
    (words, bias), *others = around.fit_themes(around.sparse.csr_matrix((20, 3)), proved, held, np.ones(20))[0]
    lines = around.fit_themes(around.sparse.csr_matrix((20, 3)), proved, held, np.ones(20))[1]
    assert not others
    assert not words.any()
    assert lines.shape == (2, 1)
    first, last = (proved[[0, -1]] @ lines[:, 0] + bias).tolist()
    assert first > 0 > last
    assert lines[1, 0] == 0.0  # a facet that is as likely everywhere


def test_how_well_lines_prove_is_told_by_a_model_that_never_saw_their_writer(
    training: Callable[[str], ModuleType],
) -> None:
    words = ["alfa", "bravo"]  # each of one writer only, and proof in what that writer wrote
    writer = np.repeat(words, 8)
    sample = SimpleNamespace(
        voice=writer,
        writer=writer,
        weight=np.ones(16),
        named=tuple(frozenset({word, "zin"} if place % 2 else {"zin"}) for word in words for place in range(8)),
        form=np.zeros((16, 1), dtype=np.float32),
        labels=np.array([[place % 2 == 1] for place in range(16)]),
        seeming=np.zeros((16, 1), dtype=bool),
        facets=("feit",),
    )
    train = training("train")
    rows = np.arange(16)
    known = train.predict(train.fit(sample, rows), sample, rows)[:, 0]
    assert min(known[1::2]) > 0.9 > 0.5 > max(known[::2])
    texts = [np.array([place]) for place in rows]
    proved = train.proved_by_best_line(sample, rows, texts)[:, 0]
    assert proved[1::2] == pytest.approx(proved[::2], abs=1.0)
    by_two = train.proved_by_best_line(sample, rows, [rows[:2], rows[2:4]])
    assert by_two.shape == (2, 1)
    assert by_two[0, 0] == max(proved[:2])


def test_a_reader_of_two_who_sees_a_theme_counts_for_half(training: Callable[[str], ModuleType]) -> None:
    texts = np.asarray(np.repeat(np.eye(3), 6, axis=0))
    held = np.repeat(np.array([1.0, 0.5, 0.0], dtype=np.float32), 6)
    weights, usual = training("around").fit_theme(texts, held, np.ones(18))
    sure, half, not_there = (weights + usual).tolist()
    assert sure > half > not_there
    assert abs(half) < min(sure, -not_there)


def test_a_theme_whose_finds_are_seldom_right_is_shifted_down(training: Callable[[str], ModuleType]) -> None:
    weighing = training("weighing")
    seen = [
        weighing.Seen(theme=theme, found=found, around=around, share=float(found + around > bar))
        for theme, bar in ((0, -2), (1, 2))
        for found in range(-4, 5)
        for around in range(-4, 5)
    ]
    learned = weighing.fit_weighing(seen, 2)
    assert learned.of_page == pytest.approx(1.0, abs=0.2)  # both say as much here
    assert learned.shifts[0] > learned.shifts[1] + 2


def test_the_shifts_are_put_on_the_columns_of_the_themes(training: Callable[[str], ModuleType]) -> None:
    weighing = training("weighing")
    shipped = shipped_rules().weights
    assert shipped is not None
    weights = read_weights(shipped)
    assert weights.around is not None
    themes, facets = len(weights.around.themes), len(weights.facets)
    learned = weighing.Weighing(of_page=3.0, shifts=np.arange(1.0, themes + 1))
    after = weighing.weighed(weights, learned)
    moved = after.around.bias - weights.around.bias
    assert moved[:facets].tolist() == [0.0] * facets
    assert np.allclose(moved[facets:-1], learned.shifts, atol=1e-4)
    assert moved[-1] == 0.0
    assert after.mix.loose == (*weights.mix.loose[:-1], 3.0)
