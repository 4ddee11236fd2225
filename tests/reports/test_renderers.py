"""Every renderer is in the table, and the command line knows exactly these."""

from plancheck.cli.options import FORMATS
from plancheck.reports import RENDERERS
from tests.reports import builders as b


def test_the_command_line_offers_exactly_the_renderers_there_are() -> None:
    assert tuple(RENDERERS) == FORMATS


def test_every_renderer_takes_an_empty_run_and_gives_utf8() -> None:
    for renderer in RENDERERS.values():
        renderer([]).decode("utf-8")
        renderer([b.make_report(*b.ALL_VERDICTS)]).decode("utf-8")
