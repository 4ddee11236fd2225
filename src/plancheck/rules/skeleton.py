"""To begin with: a copy of a package, and a new rule to fill in that loads, with examples that say what to write."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plancheck.errors import WrongUse
from plancheck.rules.mistakes import Mistakes, Place
from plancheck.rules.reading import rule_file

_TO_FILL_IN = "VUL IN"
_ID = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")

_RULE = """\
id: {id}
titel: {title}
niveau: aanvullend               # wettelijk | kern | aanvullend
bron: {{document: {source}, plaats: "VUL IN: hoofdstuk of artikel", gezag: praktijk}}   # wet | handreiking | praktijk
waarom: "VUL IN: wat gaat er mis voor wie besluit, als dit er niet staat?"
herkenning:
  koppen: [{word}]               # waaraan herkent u de kop boven dit onderdeel?
  begrippen: [[{word}]]          # waaraan herkent u dat een zin hierover gaat? uit elke groep één
aspecten:
  - id: inhoud
    titel: "VUL IN: wat er moet staan"
    vraag: "VUL IN: welke vraag moet de tekst beantwoorden?"
    bewijs:
      - {{soort: begrippen, samen: [[{word}]], met: [bedrag, datum, getal, rol, naam, reden, keuze]}}
advies:
  aanvullen: "VUL IN: wat iemand kan doen om dit in orde te maken."
"""
_EXAMPLES = """\
# {title}

Vervang deze voorbeelden door echte: minstens drie van elk, elk in een andere stem.

## Voldoet

Ambtelijk:

```plan oordeel=aanwezig
## {title}
De gemeente kiest voor {word}, omdat dit 20 procent scheelt.
```

## Voldoet niet

Hol:

```plan oordeel=ontbreekt
## {title}
Dit werken we later uit.
```
"""


def copy_package(package: Path, to: Path) -> None:
    """Copy a package to a folder that does not exist yet.

    Raises:
        WrongUse: something of that name exists, or it cannot be made there.
    """
    if to.exists():
        raise WrongUse("deze map bestaat al.", path=str(to), hint="Kies een nieuwe naam.")
    try:
        shutil.copytree(package, to)
    except OSError as error:
        raise WrongUse("deze map kan hier niet worden gemaakt.", path=str(to), hint="Kies een andere plek.") from error


def write_skeleton(directory: Path, rule: str, sources: tuple[str, ...]) -> tuple[Path, Path]:
    """Write the rule file and the examples of a new rule; nothing is ever overwritten.

    Raises:
        WrongUse: no id of a rule, or a file of that name exists.
    """
    if not _ID.fullmatch(rule):
        raise WrongUse(f"'{rule}' is geen id van een regel.", hint="Schrijf map.onderdeel, zoals projectplan.planning.")
    folder, part = rule.split(".")
    target = directory / folder / f"{part}.yaml"
    examples = directory / folder / f"{part}.voorbeelden.md"
    for path in (target, examples):
        if path.exists():
            raise WrongUse("dit bestand bestaat al.", path=str(path), hint="Kies een ander id.")
    target.parent.mkdir(exist_ok=True)
    word = part.replace("-", " ")
    values = {"id": rule, "title": word.capitalize().ljust(3, "."), "source": sources[0], "word": f'"{word}"'}
    target.write_text(_RULE.format(**values), "utf-8", newline="\n")
    examples.write_text(_EXAMPLES.format(title=values["title"], word=word), "utf-8", newline="\n")
    return target, examples


def check_filled_in(rules: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Name what stands in a new rule as it was made: a report would show it to whoever wrote the plan."""
    for key, rule in rules.items():
        for way in _unfilled(rule):
            mistakes.at(Place(rule_file(key), way), f"hier staat nog {_TO_FILL_IN}. Schrijf er wat het bestand vraagt.")


def _unfilled(node: Any) -> Iterator[tuple[Any, ...]]:
    """The ways to every text that is still to be written."""
    if isinstance(node, str):
        if node.startswith(_TO_FILL_IN):
            yield ()
        return
    entries = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for key, each in entries:
        yield from ((key, *way) for way in _unfilled(each))
