"""`plancheck rules`: for those who write rules."""

import json
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plancheck.cli.dutch import Choice, DutchCommand, DutchGroup
from plancheck.cli.options import package_folder
from plancheck.cli.show import to_screen
from plancheck.errors import WrongUse

if TYPE_CHECKING:
    from plancheck.rules import RuleSet

FAILED = 1
_ONE_OF_THESE = (
    click.argument("directory", metavar="[MAP]", required=False),
    click.option("--regels", metavar="MAP", help="Hetzelfde als MAP, zoals bij plancheck check."),
    click.option("--pakket", metavar="ID", help="Een regelpakket dat bij plancheck hoort, in plaats van MAP."),
)


def _of_package(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """What chooses a package; the command gets its folder as `directory`, None for the usual one."""

    @wraps(command)
    def chosen(*, directory: str | None, regels: str | None, pakket: str | None, **others: Any) -> int | None:
        if directory is not None and regels is not None:
            raise WrongUse("U geeft MAP en ook --regels.", hint="Kies er één.")
        return command(directory=package_folder(pakket, directory or regels), **others)

    for add in reversed(_ONE_OF_THESE):
        chosen = add(chosen)
    return chosen


@click.group(cls=DutchGroup)
def rules() -> None:
    """Bekijk en test de regels.

    Hoe u een regel schrijft, staat in docs/regels-schrijven.md.
    """


@rules.command("list", cls=DutchCommand)
@click.option("--alleen", metavar="BEGIN", default="", help="Alleen regels waarvan het id zo begint.")
@click.option("--niveau", type=Choice("wettelijk", "kern", "aanvullend"), help="Alleen regels van dit niveau.")
@click.option("--gezag", type=Choice("wet", "handreiking", "praktijk"), help="Alleen regels met zo'n bron.")
@click.option("--zoek", metavar="WOORD", default="", help="Alleen regels met dit woord in id, titel of waarom.")
@click.option("--format", "form", type=Choice("console", "json"), default="console", help="console of json.")
@_of_package
def list_rules(
    *, directory: str | None, alleen: str, niveau: str | None, gezag: str | None, zoek: str, form: str
) -> int:
    """Toon alle regels: id, niveau en titel.

    Zonder MAP zijn dit de regels die bij plancheck horen.
    """
    from plancheck.rules.explain import as_json

    ruleset = _load(directory)
    chosen = [
        each
        for each in ruleset.requirements.values()
        if each.id.startswith(alleen)
        and niveau in (None, each.level)
        and gezag in (None, each.source.authority)
        and zoek.casefold() in f"{each.id} {each.title} {each.why}".casefold()
    ]
    if form == "json":
        to_screen(json.dumps(as_json(ruleset, chosen), ensure_ascii=False, indent=2).encode() + b"\n")
        return 0
    click.echo(f"{ruleset.title} ({ruleset.id} {ruleset.version})")
    width = max((len(each.id) for each in chosen), default=0)
    for each in chosen:
        origin = "" if each.origin == ruleset.id else f" ({each.origin})"
        click.echo(f"{each.id:<{width}}  {each.level:<10}  {each.title}{origin}")
    if not chosen:
        click.echo("Geen regel past hierbij.", err=True)
    return 0


@rules.command(cls=DutchCommand, short_help="Toon één regel of stap, met bron en voorbeelden.")
@click.argument("rule", metavar="ID")
@_of_package
def show(*, rule: str, directory: str | None) -> None:
    """Toon één regel: wat hij vraagt, waarom, de bron, hoe plancheck hem herkent en de voorbeelden.

    Met het id van een stap uit `Wat nu` toont dit de stap. Zonder MAP is dit een regel of stap die bij plancheck hoort.
    """
    from plancheck.rules.examples import read_examples
    from plancheck.rules.explain import show as text_of
    from plancheck.rules.explain import show_step
    from plancheck.rules.extend import base_folder

    ruleset = _load(directory)
    found = {str(key): each for key, each in ruleset.requirements.items()}
    steps = {step.id: step for step in ruleset.steps}
    if rule in steps and rule not in found:
        to_screen(f"{show_step(steps[rule], {each.id: each.title for each in ruleset.moments})}\n".encode())
        return
    if rule not in found:
        near = get_close_matches(rule, [*found, *steps], n=1, cutoff=0.5)
        hint = f"Bedoelt u {near[0]}?" if near else "`plancheck rules list` toont alle regels."
        raise WrongUse(f"Onbekende regel of stap: '{rule}'.", hint=hint)
    origin = base_folder(found[rule].origin, _folder(directory)) if found[rule].origin != ruleset.id else None
    examples = [each for each in read_examples(origin or _folder(directory)) if each.requirement == rule]
    to_screen(f"{text_of(found[rule], examples)}\n".encode())


@rules.command(cls=DutchCommand, short_help="Kopieer de regels naar een nieuwe map, om ze aan te passen.")
@click.argument("directory", metavar="MAP")
@click.option("--pakket", metavar="ID", help="Welk regelpakket dat bij plancheck hoort; anders het gewone.")
def copy(directory: str, pakket: str | None) -> None:
    """Kopieer de regels die bij plancheck horen naar een nieuwe map, om ze daar te wijzigen."""
    from plancheck.rules.skeleton import copy_package

    copy_package(_folder(package_folder(pakket, None)), Path(directory))
    click.echo(f"De regels staan nu in {directory}. Controleer een plan ermee met --regels {directory}.")


@rules.command(cls=DutchCommand, short_help="Maak een nieuwe regel om in te vullen, met voorbeelden.")
@click.argument("rule", metavar="ID")
@click.argument("directory", metavar="MAP")
def new(rule: str, directory: str) -> None:
    """Maak een nieuwe regel om in te vullen, met voorbeelden, in het pakket in MAP.

    Er wordt nooit een bestand overschreven.
    """
    from plancheck.rules.package import read_package
    from plancheck.rules.skeleton import write_skeleton

    raw = read_package(Path(directory))
    folder = rule.split(".")[0]
    written = write_skeleton(Path(directory), rule, tuple(raw["pakket"]["bronnen"]))
    for path in written:
        click.echo(f"Gemaakt: {path}")
    if not any({folder, rule} & set(entry["beoordeelt"]) for entry in raw["pakket"]["mijlpalen"]):
        click.echo(f"Zet in pakket.yaml bij `beoordeelt` van een document nog `{folder}` of `{rule}`.")
    click.echo(f"Vul in waar VUL IN staat en probeer: plancheck rules test {directory} --alleen {rule}")


@rules.command(cls=DutchCommand, short_help="Toon wat er verandert tussen twee regelpakketten.")
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
def diff(old: str, new: str) -> None:
    """Toon wat er voor een gebruiker verandert tussen twee mappen met een regelpakket.

    OUD mag van een eerdere versie zijn: wat daarvan niet meer te lezen is, wordt genoemd en niet vergeleken.
    """
    from plancheck.rules.compare import differences
    from plancheck.rules.outdated import comparable, load_outdated

    before, after = load_outdated(Path(old)), _load(new)
    lines = differences(before.ruleset, comparable(after, before.unread))
    head = [f"{before.ruleset.id} {before.ruleset.version} -> {after.id} {after.version}"]
    if before.mistakes:
        what = "fout" if before.mistakes == 1 else "fouten"
        told = f"OUD heeft volgens de controles van nu {before.mistakes} {what} (plancheck rules validate {old})."
        head.append(f"{told} Wat te lezen is, is vergeleken.")
        head += [f"niet vergeleken ({kind}): {name}" for kind, names in before.unread.items() for name in sorted(names)]
    to_screen(("\n".join([*head, *(lines or ("Er verandert niets voor een gebruiker.",))]) + "\n").encode())


@rules.command(cls=DutchCommand, short_help="Toon wat er per versie van het pakket is veranderd.")
@_of_package
def changes(*, directory: str | None) -> None:
    """Toon wat er per versie van het regelpakket is veranderd, de nieuwste eerst.

    Zonder MAP zijn dit de regels die bij plancheck horen.
    """
    ruleset = _load(directory)
    lines = [f"{ruleset.title} ({ruleset.id} {ruleset.version})"]
    for change in ruleset.changes:
        lines += ["", f"{change.version}, {change.date}", *(f"- {what}" for what in change.what)]
    if not ruleset.changes:
        lines.append("Dit pakket houdt geen wijzigingen bij.")
    to_screen(("\n".join(lines) + "\n").encode())


@rules.command(cls=DutchCommand)
@_of_package
def validate(*, directory: str | None) -> None:
    """Controleer of een regelpakket klopt.

    Noemt alle fouten tegelijk, met bestand en regel, ook wat dekking.yaml overslaat en waar nog VUL IN staat. Zonder
    MAP zijn dit de regels die bij plancheck horen.
    """
    from plancheck.rules import check_gaps

    ruleset = _load(directory)
    check_gaps(Path(directory) if directory else None)
    click.echo(f"Het regelpakket {ruleset.id} {ruleset.version} klopt: {len(ruleset.requirements)} regels.")


@rules.command(cls=DutchCommand)
@click.option(
    "--alleen", metavar="BEGIN", default="", help="Alleen regels waarvan het id zo begint, zoals projectplan."
)
@_of_package
def test(*, directory: str | None, alleen: str) -> int:
    """Beoordeel de voorbeelden die bij de regels staan.

    Zonder MAP en zonder --pakket zijn dit alle regelpakketten die bij plancheck horen. Staat een voorbeeld in
    bekende-fouten.txt bij de regels, dan telt het niet als nieuwe fout.
    """
    from plancheck.rules import shipped_folder
    from plancheck.rules.source import shipped

    several = {f"{name}: ": str(shipped_folder(name)) for name in shipped()}
    counts = {
        name: _test(folder, alleen) for name, folder in (several if directory is None else {"": directory}).items()
    }
    tested = {name: counted for name, counted in counts.items() if counted[0]}
    if not tested:
        click.echo(f"Er zijn geen voorbeelden{f' bij regels die beginnen met {alleen}' if alleen else ''}.", err=True)
        return FAILED
    for name, (count, failed, known) in tested.items():
        also = f", {known} bekende fouten" if known else ""
        click.echo(f"{name}{count} voorbeelden: {count - failed - known} goed, {failed} fout{also}.")
    return FAILED if any(failed for _, failed, _ in tested.values()) else 0


def _test(directory: str, prefix: str) -> tuple[int, int, int]:
    """Judge the examples of one package, and show what went wrong.

    Returns how many there are, how many are wrong, and how many more are wrong and known to be.
    """
    from plancheck.evaluate import run_examples
    from plancheck.rules.examples import KNOWN_FAILURES, known_failures

    expected = known_failures(Path(directory))
    count = failed = known = 0
    for outcome in run_examples(_load(directory), Path(directory), prefix=prefix):
        count += 1
        name = outcome.example.name
        if not outcome.problem:
            if name in expected:
                click.echo(f"{name} gaat nu goed: haal de regel weg uit {KNOWN_FAILURES}.", err=True)
        elif name in expected:
            known += 1
        else:
            failed += 1
            click.echo(f"{name} (regel {outcome.example.line}): {outcome.problem}")
            for reason in outcome.reasons:
                click.echo(f"  {reason}")
    return count, failed, known


def _folder(directory: str | None) -> Path:
    from plancheck.rules.loader import DEFAULT_PACKAGE
    from plancheck.rules.source import rules_root

    return Path(directory) if directory else rules_root() / DEFAULT_PACKAGE


def _load(directory: str | None) -> "RuleSet":
    from plancheck import load_rules

    return load_rules(directory)
