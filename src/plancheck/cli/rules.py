"""`plancheck rules`: for those who write rules."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancheck.cli.dutch import DutchCommand, DutchGroup

if TYPE_CHECKING:
    from plancheck.rules import RuleSet

FAILED = 1


@click.group(cls=DutchGroup)
def rules() -> None:
    """Bekijk en test de regels.

    Hoe u een regel schrijft, staat in docs/regels-schrijven.md.
    """


@rules.command("list", cls=DutchCommand)
@click.argument("directory", metavar="[MAP]", required=False)
def list_rules(directory: str | None) -> None:
    """Toon alle regels: id, niveau en titel.

    Zonder MAP zijn dit de regels die bij plancheck horen.
    """
    ruleset = _load(directory)
    click.echo(f"{ruleset.title} ({ruleset.id} {ruleset.version})")
    width = max((len(key) for key in ruleset.requirements), default=0)
    for key, requirement in ruleset.requirements.items():
        click.echo(f"{key:<{width}}  {requirement.level:<10}  {requirement.title}")


@rules.command(cls=DutchCommand)
@click.argument("directory", metavar="[MAP]", required=False)
def validate(directory: str | None) -> None:
    """Controleer of een regelpakket klopt.

    Noemt alle fouten tegelijk, met bestand en regel. Zonder MAP zijn dit de regels die bij plancheck horen.
    """
    ruleset = _load(directory)
    click.echo(f"Het regelpakket {ruleset.id} {ruleset.version} klopt: {len(ruleset.requirements)} regels.")


@rules.command(cls=DutchCommand)
@click.argument("directory", metavar="[MAP]", required=False)
@click.option(
    "--alleen", metavar="BEGIN", default="", help="Alleen regels waarvan het id zo begint, zoals projectplan."
)
def test(directory: str | None, alleen: str) -> int:
    """Beoordeel de voorbeelden die bij de regels staan.

    Zonder MAP zijn dit de regels die bij plancheck horen.
    """
    from plancheck.evaluate import run_examples
    from plancheck.rules.loader import DEFAULT_PACKAGE
    from plancheck.rules.source import rules_root

    folder = Path(directory) if directory else rules_root() / DEFAULT_PACKAGE
    count = failed = 0
    for outcome in run_examples(_load(directory), folder, prefix=alleen):
        count += 1
        if outcome.problem:
            failed += 1
            click.echo(f"{outcome.example.name} (regel {outcome.example.line}): {outcome.problem}")
    if not count:
        click.echo(f"Er zijn geen voorbeelden{f' bij regels die beginnen met {alleen}' if alleen else ''}.", err=True)
        return FAILED
    click.echo(f"{count} voorbeelden: {count - failed} goed, {failed} fout.")
    return FAILED if failed else 0


def _load(directory: str | None) -> "RuleSet":
    from plancheck import load_rules

    return load_rules(directory)
