"""Does a piece of text state something, deny it, or leave it open? By cues; what leaves it open goes first."""

import re
from enum import Enum


class Stance(Enum):
    """How a text stands to what it names."""

    STATED = "stelt"
    DENIED = "ontkent"
    OPEN = "laat open"


_HARD = re.compile(r"[;:()?!\n]|(?<=\w)\.(?=\s)|\s[–-]\s|,?\s(?:maar|terwijl|echter|doch|mocht(?:en)?|alleen)\s")
"""Where one statement ends and the next begins."""
_SOFT = re.compile(r",|\t|\s(?:en|of|dan wel|teneinde|zodat|omdat|waarmee|waarvoor|waarbij|dat|die)\s")
"""Where a part of a statement may end: what is said may go on behind it."""
_NEGATION = re.compile(
    r"\b(?:niet(?! (?:alleen|later|eerder|meer dan|minder dan|langer dan|zonder))|geen|geenszins|niets|nooit|noch"
    r"|evenmin|ontbreekt|achterwege|afgezien|(?:ziet|zien|zag|zagen)\b.{0,60}\baf\b|overbodig|vervalt"
    r"|valt af|vallen af|afgevallen|viel af|vielen af|laten vallen|afgewezen|verworpen)\b",
    re.IGNORECASE,
)
_NEGATION_AFTER = re.compile(r"^\W*(?:\w+ ){0,2}(?:niet|geen)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:misschien|wellicht|eventue(?:el|le)|mogelijk(?! te maken| ma[ak]\w*| gema\w+)|mogelijke|waarschijnlijk"
    r"|zou(?:den)?|mocht(?:en)?|kan|kunnen|kunt|mag|mogen|zo nodig"
    r"|(?:indien|waar|als) (?:dat )?(?:nodig|gewenst|mogelijk)|desgewenst"
    r"|nodig blijkt|denkbaar|in principe|zolang|te kiezen|(?:keuze|kiezen) tussen|voor het geval|zonder"
    r"|moties?|mogelijkhe(?:id|den)|vraag of|hoe verhoudt|het liefst"
    r"|nog (?:niet|geen|open|onbekend|onduidelijk|te bepalen|te bezien|te onderzoeken)|geen uitspraak"
    r"|niet (?:zeker|bekend|duidelijk|uitgesloten|besloten|bepaald)|onzeker|onduidelijk|onbekend"
    r"|(?:hangt|hangen|afhankelijk)\b.{0,20}\b(?:af|van)|overweeg\w*|overwogen|overwegen"
    r"|(?:onderzo|uitgezo|verken|bekij|beki|nagaan|gaan na|gaat na|zoeken uit|zoekt uit)\w*"
    r"|of (?:er|een|het|de|dit|deze|dat|wij|we|hij|zij|u) |waar [^,;]{0,30}(?:nodig|moet|wijzig\w*|verander\w*)"
    r"|opties?|varianten?|scenario\w*|alternatie\w+"
    r"|denkt|denken|vrees\w*|vrezen|bang|hopen|hoopt|pleit\w*)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"^(?:als|wanneer|indien)\b[^,]+ [^,]+,|^of\b|^(?:bent|heeft|wilt|woont|krijgt|kiest|gaat) u\b|, dan\b"
    r"|\b(?:pas|alleen|slechts)\b[^.;]{0,60}\b(?:als|wanneer|indien|nadat)\b"
    r"|(?:^|[,;:(–-]\s*|\b(?:alleen|pas|slechts|behalve|ook|en|dan|maar)\s+)"
    r"(?:indien|mits|tenzij|ingeval|voor zover|stel dat|mochten?|wanneer|als|wie)\b"
    r"(?=[^.;]*\b(?:is|zijn|was|wordt|worden|blijkt|blijken|komt|komen|nodig|moet|moeten|kan|kunnen|kiest|kiezen|wil"
    r"|willen|heeft|hebben|gaat|gaan|doet|wijzigt|lukt|slaagt|krijgt|krijgen|wijkt)\b)",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(r"\b(?:eerder|aanvankelijk|oorspronkelijk|destijds|vroeger|voorheen)\b", re.IGNORECASE)


def pieces(sentence: str) -> list[list[tuple[int, int]]]:
    """The statements in a sentence, each as its parts in order: offsets, half-open."""
    return [_cut(sentence, start, end, _SOFT) for start, end in _cut(sentence, 0, len(sentence), _HARD)]


def _cut(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts between borders. A border stands at the begin of the part behind it."""
    found, begin = [], start
    for match in border.finditer(text, start, end):
        if text[begin : match.start()].strip():
            found.append((begin, match.start()))
            begin = match.start()
    if text[begin:end].strip():
        found.append((begin, end))
    return found


def is_conditional(sentence: str) -> bool:
    """Whether the sentence asks, or says what would be under a condition."""
    return sentence.rstrip().endswith("?") or _CONDITIONAL.search(sentence) is not None


def stance(sentence: str, statement: tuple[int, int], window: tuple[int, int]) -> Stance:
    """How a sentence stands to what it names in a window of one of its statements; offsets as `pieces` gives them."""
    inside = sentence[slice(*window)]
    around = sentence[slice(*statement)]
    if is_conditional(sentence) or _OTHER_TIME.search(around):
        return Stance.OPEN
    said_of_it = sentence[statement[0] : window[0]] if inside.lstrip().startswith("dat ") else ""
    if _OPEN.search(sentence[statement[0] : window[1]]) or _NEGATION.search(said_of_it):
        return Stance.OPEN  # "wij denken niet dat ..."
    if _NEGATION.search(inside) or _NEGATION_AFTER.search(sentence[window[1] : statement[1]].lstrip(", ")):
        return Stance.DENIED
    return Stance.STATED
