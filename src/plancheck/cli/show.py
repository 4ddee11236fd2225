"""Bringing reports to a file or the screen, whatever the screen can show."""

import os
import sys
from collections.abc import Sequence

import click

from plancheck.cli.options import Output
from plancheck.model.finding import Result


def write(results: Sequence[Result], outputs: Sequence[Output], *, full: bool = False) -> None:
    """Make every report first, then write them: files in one go, the screen last.

    full: the console report with all that is known; the other forms always have it.

    Raises:
        WrongUse: a file cannot be written.
    """
    from plancheck.batch.output import write_whole
    from plancheck.reports import RENDERERS, console

    made: list[tuple[Output, bytes]] = []
    for output in outputs:
        if output.format == "console":
            colour = output.path is None and colours_wanted()
            made.append((output, console.render(results, colour=colour, full=full)))
        else:
            made.append((output, RENDERERS[output.format](results)))
    for output, content in made:
        if output.path:
            write_whole(output.path, content)
    for output, content in made:
        if output.path is None:
            to_screen(content)


def colours_wanted() -> bool:
    """Colours only on a terminal that knows them, and not when the user set NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def to_screen(content: bytes) -> None:
    """A terminal gets what it can show, a file or pipe the UTF-8 bytes as they are."""
    if not sys.stdout.isatty():
        stream = sys.stdout.buffer
        stream.write(content)
        stream.flush()
        return
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(content.decode("utf-8").encode(encoding, "replace").decode(encoding), file=sys.stdout, nl=False)
