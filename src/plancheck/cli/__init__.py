"""The command line: options, one call, an exit code. The only package that prints."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from plancheck.cli.check import check
from plancheck.cli.dutch import DutchGroup, explain
from plancheck.cli.evaluate import evaluate
from plancheck.cli.rules import rules
from plancheck.collecting import collect_seldom, stay_on_one_core
from plancheck.errors import FULL, InvalidRule, PlancheckError
from plancheck.version import __version__

WRONG_USE = 2
INTERNAL_ERROR = 4
INTERRUPTED = 130
"""What shells use for Ctrl-C."""


def _show_version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"plancheck {__version__}")
        context.exit()


@click.group(cls=DutchGroup)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version, help="Toon de versie."
)
def plancheck() -> None:
    """Is het plan compleet? Plancheck leest een plandocument en zegt wat er nog mist.

    Begin met: plancheck check projectplan.docx
    """


plancheck.add_command(check)
plancheck.add_command(evaluate)
plancheck.add_command(rules)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code; never raises, and never shows a traceback unasked."""
    collect_seldom()
    stay_on_one_core()
    try:
        code = plancheck.main(arguments, prog_name="plancheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USE
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken; er is geen rapport gemaakt.", err=True)
        return INTERRUPTED
    except InvalidRule as error:
        click.echo("\n".join([str(error), *(f"  {mistake}" for mistake in error.mistakes)]), err=True)
        return WRONG_USE
    except PlancheckError as error:
        click.echo(str(error), err=True)
        return WRONG_USE
    except BrokenPipeError:
        return _reader_left()
    except OSError as error:
        return _cannot_print() if error.errno in FULL else _internal_error(error)
    except Exception as error:  # the last resort: a user gets a sentence, not a traceback
        return _internal_error(error)
    return code if isinstance(code, int) else 0


def _internal_error(error: Exception) -> int:
    if os.environ.get("PLANCHECK_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    click.echo(
        f"Er ging in plancheck zelf iets mis ({type(error).__name__}). Meld dit aan de makers; "
        "met PLANCHECK_DEBUG=1 ziet u de technische oorzaak.",
        err=True,
    )
    return INTERNAL_ERROR


def _cannot_print() -> int:
    """The file that our output goes to cannot grow: there is nothing more to write at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    click.echo(
        "Er is geen ruimte meer voor wat op het scherm zou komen. Maak ruimte op de schijf of kies een andere plaats.",
        err=True,
    )
    return WRONG_USE


def _reader_left() -> int:
    """Whoever read our output stopped (`| head`): no error, and nothing more to say at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
