"""Training gives the same bytes for the same passages, and a file that the rules can use."""

import shutil
import subprocess
import sys
from pathlib import Path

from plancheck.rules.weights import read_weights

ROOT = Path(__file__).parents[2]
VOICES = ("dorp-zeeland", "jurist-griffie")


PLAN = "zilverkwartier"


def train(corpora: Path, to: Path) -> str:
    command = [sys.executable, "training/train.py", "--corpora", str(corpora), "--to", str(to)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_training_twice_gives_the_same_weights(tmp_path: Path) -> None:
    (tmp_path / "passages").mkdir()
    for voice in VOICES:
        shutil.copy(ROOT / "corpora" / "passages" / f"{voice}.md", tmp_path / "passages")
    (tmp_path / "plannen" / "facetten").mkdir(parents=True)
    for file in (f"{PLAN}.docx", f"facetten/{PLAN}.tsv"):
        shutil.copy(ROOT / "corpora" / "plannen" / file, tmp_path / "plannen" / file)
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    said = train(tmp_path, first)
    train(tmp_path, second)
    assert "69 texts" in said
    assert first.read_bytes() == second.read_bytes()
    assert "dekking" in read_weights(first).facets
