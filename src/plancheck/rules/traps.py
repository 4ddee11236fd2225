"""What YAML allows and a rule never needs: it hurts whoever reads it, or means something else than it seems to."""

import re
from collections.abc import Iterator
from typing import Any

from plancheck.rules.mistakes import Mistakes

MAX_DEPTH = 20
"""The deepest nesting of lists and blocks; the deepest that a package needs is half of it."""
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)


def harmless(text: str, mistakes: Mistakes, shown: str) -> bool:
    """Whether a YAML text can be read without harm; what is wrong with it is noted, what only misleads as well.

    Reads the stream of events, so that nothing is built from a file that nests or refers without end.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.events import CollectionEndEvent, MappingStartEvent, NodeEvent, SequenceStartEvent

    open_: list[dict[str, int] | None] = []
    waiting: list[bool] = []  # for each open block whether a key comes next
    for event in YAML(typ="rt").parse(text):
        line = event.start_mark.line + 1
        if said := _harm(event, len(open_)):
            mistakes.add(shown, line, said)
            return False
        if isinstance(event, CollectionEndEvent):
            open_.pop()
            waiting.pop()
            continue
        if not isinstance(event, NodeEvent):
            continue
        for said in _misleading(event, open_[-1] if open_ and waiting[-1] else None, line):
            mistakes.add(shown, line, said)
        if open_ and open_[-1] is not None:
            waiting[-1] = not waiting[-1]
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            open_.append({} if isinstance(event, MappingStartEvent) else None)
            waiting.append(isinstance(event, MappingStartEvent))
    return True


def _harm(event: Any, depth: int) -> str:
    """What forbids to read on; "" for nothing."""
    from ruamel.yaml.events import AliasEvent, CollectionStartEvent, NodeEvent

    if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
        return "ankers en verwijzingen (& en *) zijn niet toegestaan; schrijf de tekst uit."
    if isinstance(event, CollectionStartEvent) and depth >= MAX_DEPTH:
        return f"dit is dieper genest dan een regel nodig heeft (meer dan {MAX_DEPTH} lagen)."
    if getattr(event, "tag", None):
        return "typen met een uitroepteken (!) zijn niet toegestaan."
    if getattr(event, "version", None):
        return "een versie van YAML (%YAML) is niet toegestaan; haal deze regel weg."
    return ""


def _misleading(event: Any, keys: dict[str, int] | None, line: int) -> Iterator[str]:
    """What means something else than it seems to. keys: those of the block so far, with their lines, if this is one."""
    from ruamel.yaml.events import ScalarEvent

    if not isinstance(event, ScalarEvent):
        return
    if keys is not None:
        if event.value in keys:
            yield f"deze sleutel staat er twee keer, ook op regel {keys[event.value]}; laat er één staan."
        keys.setdefault(event.value, line)
        if event.value == "<<":
            yield "samenvoegen met << is niet toegestaan; schrijf de sleutels uit."
    if not event.style and _LEADING_ZERO.fullmatch(event.value):
        yield f"zet {event.value} tussen aanhalingstekens, of schrijf het getal zonder nul vooraan."
    elif not event.style and _NO_NUMBER.fullmatch(event.value):
        yield f"{event.value} is geen getal; schrijf een gewoon getal, of zet tekst tussen aanhalingstekens."
