"""docs/regels-schrijven.md as a policy officer follows it: every command is run, and gives what the manual shows."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plancheck.cli import main

MANUAL = Path(__file__).parents[1] / "docs" / "regels-schrijven.md"
LEFT_OUT = "[...]"
_FENCE = re.compile(
    r"^(?P<marks>`{3,})(?P<kind>\w+)(?: bestand=(?P<file>\S+))?\n(?P<text>.*?)^(?P=marks)$", re.M | re.S
)


@dataclass(frozen=True)
class Part:
    """One fenced block: a command with what it shows, a file to write, or lines of a file to change."""

    kind: str
    file: str
    text: str


def parts(text: str) -> Iterator[Part]:
    for match in _FENCE.finditer(text):
        if match["kind"] == "console" or match["file"]:
            yield Part(match["kind"], match["file"] or "", match["text"])


def shown(given: str, expected: str) -> bool:
    """Whether the output is what the manual shows; [...] stands for any number of lines."""
    pieces = [re.escape(piece) for piece in re.split(rf"^{re.escape(LEFT_OUT)}\n", expected, flags=re.M)]
    return re.fullmatch(r"(?:.*\n)*?".join(pieces), given) is not None


def change(path: Path, text: str) -> None:
    """Replace the lines marked with - by those marked with +."""
    old = "".join(f"{line[1:]}\n" for line in text.splitlines() if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in text.splitlines() if line.startswith("+"))
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")


def test_what_the_manual_says_to_type_gives_what_it_says_you_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for part in parts(MANUAL.read_text("utf-8")):
        if part.kind == "diff":
            change(tmp_path / part.file, part.text)
        elif part.kind != "console":
            (tmp_path / part.file).write_text(part.text, "utf-8")
        else:
            typed, _, expected = part.text.partition("\n")
            assert typed.startswith("$ plancheck ")
            main(shlex.split(typed)[2:])
            given = b"".join(capfdbinary.readouterr()).decode("utf-8")
            assert shown(given, expected), f"{typed}\n{given}"
            commands += 1
    assert commands >= 6


def test_output_that_differs_is_noticed() -> None:
    assert shown("een\ntwee\ndrie\n", "een\n[...]\ndrie\n")
    assert shown("een\ndrie\n", "een\n[...]\ndrie\n")
    assert not shown("een\ntwee\n", "een\n")
    assert not shown("een\ntwee\n", "een\n[...]\ndrie\n")


def test_every_command_of_rules_stands_in_the_manual() -> None:
    from plancheck.cli.rules import rules

    text = MANUAL.read_text("utf-8")
    assert [name for name in rules.commands if f"plancheck rules {name}" not in text] == []
