"""Click in Dutch: headings of the help, and what it says when a call is wrong."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click
from click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)


class _Dutch(click.Command):
    """The part of the help that commands and groups share."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how to call."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with what they mean."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [record for option in options if (record := option.get_help_record(ctx))]
        if rows:
            with formatter.section("Opties"):
                formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but an error always knows its command."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class DutchCommand(_Dutch):
    """A command with a Dutch help page and `--help`."""

    def __init__(self, name: str | None, **options: Any) -> None:
        options |= {"add_help_option": False, "options_metavar": "[OPTIES]"}
        super().__init__(name, **options)
        self.params.append(_help_option())


class DutchGroup(_Dutch, click.Group):
    """A group of commands with a Dutch help page and `--help`."""

    def __init__(self, name: str | None = None, **options: Any) -> None:
        options |= {"add_help_option": False, "options_metavar": "[OPTIES]"}
        super().__init__(name, subcommand_metavar="OPDRACHT [ARGUMENTEN]...", **options)
        self.params.append(_help_option())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then commands."""
        super().format_options(ctx, formatter)
        rows = [(name, command.get_short_help_str(70)) for name, command in sorted(self.commands.items())]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or a sentence that names those there are."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise _Explained(f"Onbekende opdracht: {args[0]}. {nearest(args[0], list(self.commands))}", ctx)
        return super().resolve_command(ctx, args)


class Choice(click.ParamType):  # type: ignore[type-arg]  # generic only in newer click
    """One of a closed list of words."""

    name = "keuze"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, *_: object, **__: object) -> str:
        """The words themselves stand in the help."""
        return "|".join(self.words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, when it is on the list."""
        if value in self.words:
            return str(value)
        name = param.opts[0] if param else "deze optie"
        raise _Explained(f"Onbekende waarde '{value}' voor {name}. {nearest(value, self.words)}", ctx)


class Number(click.ParamType):  # type: ignore[type-arg]
    """A whole number from 1 up to and including `most`."""

    name = "getal"

    def __init__(self, most: int) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, when it is in range."""
        text = str(value)
        if text.isascii() and text.isdigit() and 1 <= int(text) <= self.most:
            return int(text)
        name = param.opts[0] if param else "deze optie"
        raise _Explained(f"{name} vraagt een heel getal van 1 tot en met {self.most}, geen '{value}'.", ctx)


class _Explained(UsageError):
    """A usage error whose message is Dutch already."""


def nearest(value: str, words: Sequence[str]) -> str:
    """What to use instead: the nearest word, and all that are allowed."""
    near = get_close_matches(str(value), words, n=1, cutoff=0.5)
    hint = f"Bedoelt u {near[0]}? " if near else ""
    return f"{hint}Toegestaan: {', '.join(words)}."


def explain(error: click.ClickException) -> str:
    """What is wrong with a call, in Dutch, and where to read more."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "plancheck"
    return f"{_problem(error)}\nMeer uitleg: {path} --help"


def _problem(error: click.ClickException) -> str:
    match error:
        case _Explained():
            return error.message
        case NoSuchOption():
            return f"Onbekende optie: {error.option_name}. {_near_option(error)}".rstrip()
        case MissingParameter():
            return f"Er mist nog iets: {_name(error)}."
        case BadOptionUsage():
            return _bad_option(error)
        case BadParameter():
            return f"De waarde voor {_name(error)} klopt niet."
        case UsageError() if error.ctx is not None and error.ctx.args:
            return f"Dit staat er te veel: {' '.join(error.ctx.args)}."
    return "Deze opdracht klopt niet."


def _near_option(error: NoSuchOption) -> str:
    if error.ctx is None:
        return ""
    names = [name for param in error.ctx.command.params for name in param.opts if name.startswith("--")]
    near = get_close_matches(error.option_name, names, n=1, cutoff=0.6)
    return f"Bedoelt u {near[0]}?" if near else ""


def _bad_option(error: BadOptionUsage) -> str:
    params = error.ctx.command.params if error.ctx else []
    option = next((param for param in params if error.option_name in param.opts), None)
    if getattr(option, "is_flag", False):
        return f"Achter {error.option_name} hoort geen waarde."
    return f"Achter {error.option_name} hoort een waarde."


def _name(error: BadParameter) -> str:
    param = error.param
    if param is None:
        return "een waarde"
    if isinstance(param, click.Argument):
        return param.human_readable_name.rstrip(".")
    return param.opts[0]


def _help_option() -> click.Option:
    def show(context: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(context.get_help())
            context.exit()

    return click.Option(
        ["--help"], is_flag=True, expose_value=False, is_eager=True, callback=show, help="Toon deze uitleg."
    )
