"""docs/regels-schrijven.md as a policy officer follows it: every command is run, and gives what the manual shows."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plancheck.cli import main
from plancheck.model.document import Source

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
    """Whether the output is what the manual shows; [...] stands for any number of lines, or for a part of one."""
    whole = re.split(rf"^{re.escape(LEFT_OUT)}\n", expected, flags=re.M)
    pieces = [".+?".join(map(re.escape, piece.split(LEFT_OUT))) for piece in whole]
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
    assert shown("regels 1.2.0 zijn goed\n", "regels [...] zijn goed\n")
    assert not shown("regels 1.2.0\nzijn goed\n", "regels [...] zijn goed\n")
    assert not shown("een\ntwee\n", "een\n")
    assert not shown("een\ntwee\n", "een\n[...]\ndrie\n")


def test_every_command_of_rules_stands_in_the_manual() -> None:
    from plancheck.cli.rules import rules

    text = MANUAL.read_text("utf-8")
    assert [name for name in rules.commands if f"plancheck rules {name}" not in text] == []


def test_the_moments_that_the_manual_shows_are_read_as_it_says(tmp_path: Path) -> None:
    """The block on `niet-voor`, in a package of its own: the days are those that the text beside it names."""
    from plancheck.detect import Detector
    from plancheck.detect.procedure.moments import compile_moment, find_days
    from plancheck.model.document import Dossier
    from plancheck.readers.markdown import read_markdown
    from plancheck.rules import load_rules
    from tests.rules.test_loader import PACKAGE, RULE

    (block,) = (
        each
        for each in re.findall(r"^```yaml\n(.*?)^```$", MANUAL.read_text("utf-8"), re.M | re.S)
        if "niet-voor" in each
    )
    (tmp_path / "plan").mkdir()
    (tmp_path / "pakket.yaml").write_text(PACKAGE, "utf-8")
    for name in ("doel", "begroting"):
        (tmp_path / "plan" / f"{name}.yaml").write_text(RULE.format(name=name), "utf-8")
    step = "{id: a, fase: 1, stap: Leg het plan voor aan de raad., wie: het college, vorm: een stuk, vooraf: het is af,"
    step += " bron: {document: gids, plaats: blz. 1, gezag: handreiking}}"
    (tmp_path / "procedure.yaml").write_text(f"{block}stappen: [{step}]\n", "utf-8")
    rules = load_rules(tmp_path)
    detector = Detector(rules)
    source = Source(path="plan.md", sha256="", format="markdown")
    text = detector.analyse(Dossier(documents=(read_markdown("# Plan\n\nHet doel.\n", source),)))
    moments = tuple(compile_moment(each, detector.lexicon) for each in rules.moments)
    days = {name: day.date.isoformat() for name, day in find_days(moments, text, "2027-01-04").items()}
    assert days == {"inzage": "2027-01-04", "vaststelling": "2027-02-16"}
    assert find_days(moments, text, "") == {}
