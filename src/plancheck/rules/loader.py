"""Rule packages: YAML files with Dutch keys become a `RuleSet` with English fields."""

from pathlib import Path

from plancheck.errors import WrongUse
from plancheck.rules import source
from plancheck.rules.build import build
from plancheck.rules.compiled import read_copy, write_copy
from plancheck.rules.package import read_package
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.weights import FILE as WEIGHTS

DEFAULT_PACKAGE = "warmtetransitie"


def load_rules(directory: Path | None = None) -> RuleSet:
    """Load and check a rule package; None gives the shipped one.

    Raises:
        InvalidRule: the package is wrong (its author's fault); `mistakes` holds every mistake in Dutch.
    """
    directory = directory or source.rules_root() / DEFAULT_PACKAGE
    raw = read_copy(directory) or read_package(directory)
    folders = (directory, *map(Path, raw.get("mappen", ())))
    weights = [folder / WEIGHTS for folder in folders]
    return build(raw, next((path for path in weights if path.is_file() and not path.is_symlink()), None))


def check_gaps(directory: Path | None = None) -> None:
    """Check that a passage of its source names every rule and step, and that nothing is still to be filled in.

    None: of the shipped package. In a package without dekking.yaml nothing needs to be named.

    Raises:
        InvalidRule: with each that none names, and each source without passages, in Dutch.
    """
    read_package(directory or source.rules_root() / DEFAULT_PACKAGE, gaps=True)


def shipped_folder(package: str) -> Path:
    """The folder of a package that comes with plancheck.

    Raises:
        WrongUse: there is none with this id.
    """
    if package not in source.shipped():
        allowed = ", ".join(source.shipped())
        raise WrongUse(
            f"Onbekend regelpakket: '{package}'.",
            hint=f"Toegestaan: {allowed}. Een map met eigen regels geeft u met --regels.",
        )
    return source.rules_root() / package


def compile_package(directory: Path) -> None:
    """Write the checked copy that `load_rules` reads as long as the files stay the same.

    A package that extends another gets none: its content also changes with the files of the other.

    Raises:
        InvalidRule: the package is wrong.
    """
    raw = read_package(directory, anew=True, gaps=True)
    if "mappen" not in raw:
        write_copy(directory, raw)
