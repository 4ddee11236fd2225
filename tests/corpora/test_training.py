"""Training gives the same bytes for the same passages, and a file that the rules can use."""

import shutil
import subprocess
import sys
from pathlib import Path

from plancheck.rules.weights import read_weights

ROOT = Path(__file__).parents[2]
VOICES = ("dorp-zeeland", "jurist-griffie")
PLAN = "zilverkwartier"
PAPERS = 12


def train(corpora: Path, to: Path) -> str:
    command = [sys.executable, "training/train.py", "--corpora", str(corpora), "--to", str(to)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def copy_papers(to: Path) -> None:
    """Some papers of known kind by three writers: enough to learn kinds from."""
    to.mkdir()
    source = ROOT / "corpora" / "soorten"
    kinds = dict(line.split("\t") for line in (source / "soorten.tsv").read_text("utf-8").splitlines()[1:])
    writers = dict(line.split("\t") for line in (source / "schrijvers.tsv").read_text("utf-8").splitlines()[1:])
    wanted = ("geen", "projectplan", "wijkanalyse", "startnotitie")
    chosen = [
        next(name for name in kinds if kinds[name] == kind and writers[name] == f"soorten {writer}")
        for kind in wanted
        for writer in (1, 2, 3)
    ]
    assert len(chosen) == PAPERS
    for name in chosen:
        shutil.copy(source / f"{name}.md", to)
    for table, values in (("soorten", kinds), ("schrijvers", writers)):
        lines = ["stem\twaarde", *(f"{name}\t{values[name]}" for name in chosen)]
        (to / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def test_training_twice_gives_the_same_weights(tmp_path: Path) -> None:
    (tmp_path / "passages").mkdir()
    for voice in VOICES:
        shutil.copy(ROOT / "corpora" / "passages" / f"{voice}.md", tmp_path / "passages")
    (tmp_path / "plannen" / "facetten").mkdir(parents=True)
    for file in (f"{PLAN}.docx", f"facetten/{PLAN}.tsv"):
        shutil.copy(ROOT / "corpora" / "plannen" / file, tmp_path / "plannen" / file)
    copy_papers(tmp_path / "soorten")
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    said = train(tmp_path, first)
    train(tmp_path, second)
    assert "69 texts" in said
    assert first.read_bytes() == second.read_bytes()
    weights = read_weights(first)
    assert "dekking" in weights.facets
    assert weights.around is not None
    assert weights.in_plan is not None
    assert weights.in_plan.around is not None
    assert weights.of_kinds is not None
    assert {"", "projectplan"} <= set(weights.of_kinds.kinds)
    assert weights.version
