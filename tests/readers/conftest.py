"""The readers are tested as if no other program were installed, but for the tests of those programs."""

import pytest

from plancheck.readers.pdf import scan


@pytest.fixture(autouse=True)
def no_recogniser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.path.name not in ("test_programs.py", "test_scans.py"):
        monkeypatch.setattr(scan, "recogniser", lambda: None)
