"""Which themes of a plan readers saw in passages and pages: all of them read, in words that are known."""

import importlib
import re
from collections.abc import Callable, Iterator
from itertools import combinations
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


@pytest.mark.parametrize("folder", FOLDERS[1:], ids=lambda folder: folder.name)
def test_any_two_readers_of_a_page_name_mostly_the_same_parts(folder: Path) -> None:
    read: dict[tuple[str, str], list[set[str]]] = {}
    for voice, name, _, labels in rows(folder):
        read.setdefault((voice, name), []).append(present(labels))
    pairs = [pair for found in read.values() for pair in combinations(found, 2)]
    assert len(pairs) > 5000
    shared = sum(len(first & second) for first, second in pairs)
    assert 2 * shared / sum(len(first) + len(second) for first, second in pairs) > 0.66


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
    best = np.repeat([[4.0, -2.0], [-4.0, -2.0], [-4.0, -2.0]], 200, axis=0)
    held = np.repeat([[1.0], [0.0], [0.0]], 200, axis=0).astype(np.float32)
    ((words, bias),), lines = around.fit_themes(around.sparse.csr_matrix((600, 3)), best, held, np.ones(600))
    assert not words.any()
    assert lines.shape == (3, 1)
    first, last = (best[[0, -1]] @ lines[:2, 0] + lines[2, 0] + bias).tolist()
    assert first > 0 > last
    assert lines[1, 0] == 0.0  # a facet that is as likely everywhere
    usual = best.mean(axis=0) @ lines[:2, 0] + lines[2, 0]
    assert usual == pytest.approx(0.0, abs=1e-6)  # so that the words alone are told as where lines are as usual


def writing(words: list[str], *, apart: bool) -> SimpleNamespace:
    """Lines by two writers of two voices each. apart: what proves the facet is another word for each of them."""
    writer = np.repeat(words, 16)
    said = [word if apart else "samen" for word in writer.tolist()]
    return SimpleNamespace(
        voice=np.array([f"{name} {place // 8 % 2}" for place, name in enumerate(writer.tolist())]),
        writer=writer,
        weight=np.ones(32),
        named=tuple(frozenset({word, "zin"} if place % 2 else {"zin"}) for place, word in enumerate(said)),
        form=np.zeros((32, 1), dtype=np.float32),
        labels=np.array([[place % 2 == 1] for place in range(32)]),
        seeming=np.zeros((32, 1), dtype=bool),
        facets=("feit",),
    )


@pytest.mark.parametrize("apart", [True, False])
def test_how_well_lines_prove_is_told_by_a_model_that_never_saw_their_writer(
    training: Callable[[str], ModuleType], *, apart: bool
) -> None:
    train, rows = training("train"), np.arange(32)
    sample = writing(["alfa", "bravo"], apart=apart)
    known = train.predict(train.fit(sample, rows), sample, rows)[:, 0]
    assert min(known[1::2]) > 0.9 > 0.5 > max(known[::2])
    each = train.best_lines(sample, rows, [np.array([place]) for place in rows])[:, 0]
    tells = (each[1::2] - each[::2]).min() > 3.0
    assert tells is not apart  # by its own word no writer is known to the other
    by_two = train.best_lines(sample, rows, [rows[:2], rows[2:4]])
    assert by_two[:, 0].tolist() == [max(each[:2]), max(each[2:4])]


def test_of_a_facet_that_half_of_the_writers_have_too_seldom_lines_say_nothing(
    training: Callable[[str], ModuleType],
) -> None:
    sample, rows = writing(["alfa", "bravo"], apart=False), np.arange(32)
    sample.labels[:16] = False
    assert not training("train").best_lines(sample, rows, [rows[:16], rows[16:]]).any()


def test_a_model_is_read_in_training_as_it_is_in_a_text(training: Callable[[str], ModuleType]) -> None:
    train, rows = training("train"), np.arange(32)
    sample = writing(["alfa", "bravo"], apart=False)
    weights = train.small(train.fit(sample, rows), sample)
    model = train.as_read(weights)
    assert model.features == weights.features
    named = [sorted(weights.features[name] for name in own if name in weights.features) for own in sample.named]
    worth = [weights.rarity[own] / np.linalg.norm(weights.rarity[own]) for own in named]
    odds = [
        float((each @ weights.named[own].astype(np.float32))[0] * weights.step[0] + weights.bias[0])
        for own, each in zip(named, worth, strict=True)
    ]
    assert train.predict(model, sample, rows)[:, 0] == pytest.approx(1 / (1 + np.exp(-np.array(odds))), abs=1e-5)


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
