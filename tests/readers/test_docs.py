"""The page for users names every warning that reading can give, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_GIVEN = re.compile(r'(?:\b_warning\(|\bappend\(\(|\b_warned\([^"]*?)\s*"([a-z][a-z-]+)"', re.DOTALL)
_LISTED = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)


def test_every_warning_is_explained_to_the_user() -> None:
    sources = (ROOT / "src" / "plancheck" / "readers").rglob("*.py")
    given = {code for source in sources for code in _GIVEN.findall(source.read_text(encoding="utf-8"))}
    page = (ROOT / "docs" / "lezen.md").read_text(encoding="utf-8")
    listed = set(_LISTED.findall(page.partition("## Waarschuwingen")[2]))
    assert given == listed
    assert len(given) > 10
