"""Training gives the same bytes for the same passages, and a file that the rules can use."""

import shutil
import subprocess
import sys
from pathlib import Path

from plancheck.rules.weights import read_weights

ROOT = Path(__file__).parents[2]
VOICES = ("dorp-zeeland", "jurist-griffie")


def train(passages: Path, to: Path) -> str:
    command = [sys.executable, "training/train.py", "--passages", str(passages), "--to", str(to)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_training_twice_gives_the_same_weights(tmp_path: Path) -> None:
    for voice in VOICES:
        shutil.copy(ROOT / "corpora" / "passages" / f"{voice}.md", tmp_path)
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    said = train(tmp_path, first)
    train(tmp_path, second)
    assert "68 passages" in said
    assert first.read_bytes() == second.read_bytes()
    assert "dekking" in read_weights(first).facets
