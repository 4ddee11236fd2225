"""Which text is about the area of a document, and which may be about another one, or the whole municipality?

One sentence seldom tells. What tells is a contrast: something is said of elsewhere, and then that here it is not there
yet. The expressions stand here; `text.scope` puts them together.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from plancheck.detect.marks.cues import Cues

_NAME = r"[A-Z][\w'’]+(?:[- ](?:(?:van|de|der|den|het|aan|op|bij) )*[A-Z][\w'’]+)*"
_BEFORE_A_PLACE = r"\b(?:[Ii]n|[Oo]p|[Vv]oor|[Vv]an|[Oo]ver|[Uu]it|[Bb]ij|[Bb]innen|[Nn]aar|[Rr]ond|[Oo]m)"
_ARTICLE = r"(?:(?:de|het|den|'t|heel|hele|gehele) )*"
_KIND = r"(?:(?:wijk|buurt|dorp|kern|gebied|stadsdeel|gemeente) )?"
_CAPITAL = re.compile(r"[A-Z][\w'’-]+")
_PLACED = re.compile(_BEFORE_A_PLACE + r" " + _ARTICLE + _KIND + r"(" + _NAME + r")")
_OTHER = re.compile(r"(?:^|, )(?:[Ii]n|[Oo]p|[Uu]it|[Bb]ij de buren van) " + _ARTICLE + _KIND + r"(" + _NAME + r")")
_NAMES = re.compile(_NAME)
_WORD = re.compile(r"\w[\w'’-]*")
_SMALL = frozenset(
    "in op voor van over uit bij binnen naar rond om de het een en maar ook wat hoe welk dat die deze als dit".split()
)
_TURNS = frozenset("nu zelf en de het in voor warmte".split())
_NO_AREA = re.compile(
    r"(?:straat|straten|laan|lanen|weg|wegen|plein|kade|singel|pad|dreef|plantsoen|gracht|steeg|brug|sloot|huis|kerk"
    r"|school)$"
    r"|^(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|Nederland|Europa|Rijk"
    r"|Blok|Cluster|Complex|Fase|Deelgebied|Bijlage|Hoofdstuk|Paragraaf)\b|^[A-Z][A-Z0-9]+\b"
)
"""Names that are not those of another area: streets and buildings, months, parts of this area, abbreviations."""
_AREA_LIKE = re.compile(
    r"(?:wijk|buurt|kwartier|dorp|stad|park|polder|velden|veld|kern|haven|eiland|hof|rand"
    r"|[- ](?:[Nn]oord|[Oo]ost|[Zz]uid|[Ww]est))$"
)
_AREA = r"(?:wijk|buurt|dorp|kern|gebied|plangebied|analysegebied|projectgebied|stadsdeel|plaats|gemeente)"
_NEXT_TO_IT = re.compile(
    r"\b(?:aangrenzende?|naburige?|naastgelegen|nabijgelegen|aanpalende?)\b"
    r"|\baan de (?:overzijde|overkant|andere kant)\b"
    rf"|\b(?:buur|zuster)(?:wijk|buurt|dorp|gemeente)(?:en)?\b|\b(?:die|een andere|andere) {_AREA}(?:en)?\b"
    r"|\bbij (?:onze|de) buren\b|\bwaar (?:wij|we) (?:\w+ ){0,4}begonnen\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bdaar\b(?! (?:waar|komt|hoort|naast|om|gaat het))", re.IGNORECASE)
_OF_THAT = re.compile(
    r"\bdaar\b[^.;,:]*\b(?:mee|aan|over|voor|van|bij|uit|naar|tegen|om|toe|op|in|tussen|onder|door|na|af)\b"
    r"(?=\s*(?:[.;,:)!?]|$|te\b|en\b))",
    re.IGNORECASE,
)
""""Daar zijn we blij mee" is about no place."""
_HERE = re.compile(
    rf"\bhier(?:\b|heen\b)(?! (?:onder|boven|bij|voor|na)\b)|\bbij ons\b"
    rf"|\b(?:deze|dit|onze|ons)(?: eigen)? (?:nieuwe )?(?!gemeente){_AREA}\b"
    r"|\b(?:onze|ons|deze|dit) (?:straat|straten|project|plan)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:hor?en|hoort|vallen|valt|doe[nt]|ligt|liggen|blij\w+) (?:\w+ ){0,3}"
    r"(?:er ?buiten|buiten|niet (?:bij|mee|in|onder))\b",
    re.IGNORECASE,
)
"""What lies outside is named to draw the border of the area: what follows is inside."""
_WIDER = re.compile(
    r"\b(?:stads|gemeente|regio|provincie|landelijk )(?:niveau|bre(?:ed|de)|gemiddelde)\b|\b\w+ als geheel\b"
    r"|\b(?:hele|heel de|gehele) (?:stad|gemeente|regio|streek|organisatie)\b"
    r"|\b(?:in|voor|uit|van) (?:de|onze) (?:stad|regio|streek|provincie)\b|\bin (?:de|onze) gemeente\b"
    r"|\balle (?:\w+ )?(?:wijken|buurten|kernen|dorpen|gebieden|gemeenten|inwoners)\b"
    r"|\b(?:bij|voor|van) (?:(?:het maken|de uitvoering|de uitwerking) van )?(?:het|ons) (?:\w+ )?\w+programma\b"
    r"|\b(?:stedelijke?|gemeentelijke?|regionale?) \w*programma\b|\bprogramma als geheel\b"
    r"|\b(?:de|onze) (?:stad|gemeente) (?:\w+ )?telt\b|\bprestatieafspraken\b|\b\w*gemeenten\b",
    re.IGNORECASE,
)
"""What is larger than one area, or serves more of them: only together with a contrast it tells anything."""
_BEGINS_WIDER = re.compile(
    r"(?:(?:in|over|voor) )?(?:de|onze) (?:hele |gehele )(?:stad|gemeente|regio|streek)\b|(?:stads|gemeente)breed\b"
    r"|(?:de|onze) gemeente (?:\w+ ){0,3}?(?:heeft|telt|kent|bestaat uit) (?:\w+ )?[\w.]+"
    r" (?:buurten|wijken|kernen|dorpen|inwoners|woningen)\b",
    re.IGNORECASE,
)
_SERVES_ALL = re.compile(
    r"^(?:daarmee|hiermee|daaruit|hieruit|(?:die|deze|dat|dit) (?:\w+ )?\w+) "
    r"(?:be\w+|werk\w+|dek\w+|betal\w+|moet\w*|wordt|worden|is|zijn|doe[nt]|draai\w*) (?:\w+ ){0,3}"
    r"alle (?:\w+ )?(?:wijken|buurten|kernen|dorpen|gebieden|clusters|projecten|gemeenten)\b",
    re.IGNORECASE,
)
_WIDER_HEADING = re.compile(
    r"\bin (?:onze|de hele|heel de) (?:gemeente|stad)\b|\bin (?:de|onze) (?:regio|streek|provincie)\b"
    r"|^(?:[\d.]+ )?over (?:de|onze) (?:gemeente|stad|regio|streek)\b|\b(?:gemeente|stad) als geheel\b"
    r"|^(?:[\d.]+ )?(?:de|onze) (?:gemeente|stad|regio) in (?:cijfers|getallen|beeld|het kort|vogelvlucht)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\banders\b|\brest\b|positi|plek|plaats|vergel|verhoud|opzichte|ligging|samenhang|context|\brol\b|verschil",
    re.IGNORECASE,
)
_LEARNED_THERE = re.compile(
    r"\b(?:leren|geleerd|lessen|les|ervaring(?:en)?|voorbeeld(?:en)?|kijkje|terugblik)\b[^.]{0,20}"
    r"\b(?:van|uit|in|bij|op|met)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\b(?:nog (?:niet|geen|niemand)|vooralsnog|niets|niemand|geen|zodra|straks|later|hangt|op zoek|schone lei"
    r"|(?:kan|kunnen|laat)\b[^.;]{0,50}\bniet|(?:moet|moeten)\b[^.;]{0,60}\b(?:nog|opnieuw)"
    r"|niet (?:van toepassing|aan de orde|onderzocht|bekeken|meegenomen|afzonderlijk|apart|specifiek)"
    r"|(?:staat|zat|stond) (?:\w+ )?niet"
    r"|(?:gaan|vragen|bepalen|bespreken|bekijken|onderzoeken|kiezen) (?:we|wij))\b",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\b(?:zo'n|zo’n|zoiets|een dergelijke?|dergelijke)\b", re.IGNORECASE)
_THIS_ONE_ITSELF = re.compile(
    r"\b(?:het|dit|ons) \w*(?:project|plan|traject) zelf\b|\b(?:ons|onze) eigen \w*(?:gebied|wijk|buurt|dorp)\b",
    re.IGNORECASE,
)
_ACTOR = re.compile(r"\b(?:wij|we|ons|onze|gemeenten?|organisaties|overheden)\b", re.IGNORECASE)
_HERE_NOW = re.compile(r"^en (?:bij ons|hier|nu)\b", re.IGNORECASE)
_WORTH_TRYING = Cues(
    {
        "here": r"hier|\bons\b|\b(?:deze|dit|onze)$",
        "itself": r"\bzelf\b|\beigen$",
        "such": "zo['’]n|zoiets|dergelijk",
        "there": r"\bdaar\b",
    }
)
_AT_MOST_TOLD = 2
"""The name of another area stands in so many paragraphs at most; one that stands in more is that of a part of this."""
_EARLY = 70
"""The sentence that a contrast opens names the area among its first characters."""


@dataclass(frozen=True, slots=True)
class Area:
    """The area that a document is about, by the words of its name; without any, what is elsewhere is seldom told."""

    words: frozenset[str]
    often: frozenset[str] = frozenset()
    """Words that stand all over the document: names among them are those of parts of the area."""
    seen: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """Whether texts are about the area, as far as it was asked: it is asked of each several times."""

    def is_named(self, text: str) -> bool:
        """Whether the text names the area."""
        return self._named_in(text) is not None

    def is_here(self, text: str) -> bool:
        """Whether the text says that it is about the area or the plan for it."""
        if text not in self.seen:
            worth = _WORTH_TRYING.possible(text)
            says_so = ("here" in worth and _HERE.search(text)) or ("itself" in worth and _THIS_ONE_ITSELF.search(text))
            self.seen[text] = bool(says_so) or self.is_named(text)
        return self.seen[text]

    def may_be_elsewhere(self, text: str) -> bool:
        """Whether the text begins with another area or what lies beside this one, or names something larger than it."""
        if _LEFT_OUT.search(text):
            return False
        return bool(is_wider(text) or _NEXT_TO_IT.search(text[:_EARLY]) or self._others(text))

    def is_elsewhere(self, text: str, after: str) -> bool:
        """Whether the text begins with another area and goes on there. after: the sentence behind it."""
        if not (is_there(text) or is_there(after)):
            return False
        return _NEXT_TO_IT.search(text[:_EARLY]) is not None or any(map(_AREA_LIKE.search, self._others(text)))

    def contrasts(self, text: str, after: str) -> bool:
        """Whether the text begins with this area or plan and says that what is told is not there.

        after: the sentence behind it, which may say so too.
        """
        worth = _WORTH_TRYING.possible(text)
        found = ("itself" in worth and _THIS_ONE_ITSELF.search(text)) or self._named_in(text)
        if not found or found.start() >= _EARLY:
            return False
        return _EMPTY.search(text) is not None or _EMPTY.search(after) is not None

    def denies_such(self, text: str) -> bool:
        """Whether the text says that this area or plan has no such thing as was told before."""
        such = "such" in _WORTH_TRYING.possible(text) and _SUCH.search(text) is not None
        return such and self.is_here(text) and _EMPTY.search(text) is not None

    def turns_here(self, heading: str) -> bool:
        """Whether a heading turns to this area: "En hier?", "Hofwijk nu", or its bare name."""
        if _HERE_NOW.search(heading):
            return True
        if not self.is_named(heading):
            return False
        rest = [word for word in _WORD.findall(heading) if word not in self.words]
        return all(word.lower() in _TURNS for word in rest)

    def is_wider_heading(self, heading: str) -> bool:
        """Whether what stands under a heading is about something larger than the area."""
        return _WIDER_HEADING.search(heading) is not None and not (self.is_here(heading) or _COMPARES.search(heading))

    def is_other_heading(self, heading: str, opening: str) -> bool:
        """Whether what stands under a heading was learned in another area. opening: the first sentence under it."""
        learned = _LEARNED_THERE.search(heading)
        if learned is None or self.is_here(heading) or _COMPARES.search(heading):
            return False
        name = _NAMES.search(heading, learned.end())
        return name is not None and (
            _AREA_LIKE.search(name.group()) is not None or name.group() in self._others(opening)
        )

    def _others(self, text: str) -> list[str]:
        """Names of other areas with which a sentence, or a part of it near its begin, begins."""
        found = _OTHER.findall(text[: 2 * _EARLY])
        return [name for name in found if not (_NO_AREA.search(name) or self.is_own_name(name) or self._is_often(name))]

    def _is_often(self, name: str) -> bool:
        return self.often.issuperset(name.split(" "))

    def _named_in(self, text: str) -> re.Match[str] | None:
        if not any(word in text for word in self.words):
            return None
        parts = not _NEXT_TO_IT.search(text)  # "het aangrenzende Dijkzicht-Noord" is no part of Dijkzicht
        return next((match for match in _NAMES.finditer(text) if self.is_own_name(match.group(), parts=parts)), None)

    def is_own_name(self, name: str, *, parts: bool = True) -> bool:
        """Whether a name is that of the area. The "Hoge Gouwe" is not the "Lage Gouwe". parts: or of a part of it."""
        words = [word for word in name.split(" ") if word.lower() not in _SMALL]
        own = [word in self.words or (parts and word.partition("-")[0] in self.words) for word in words]
        return any(own) and (own[0] or not own[-1] or len(own) > 2)


def is_there(text: str) -> bool:
    """Whether the text says "daar" of a place."""
    worth = _WORTH_TRYING.possible(text)
    return "there" in worth and _THERE.search(text) is not None and _OF_THAT.search(text) is None


def is_wider(text: str) -> bool:
    """Whether the text names something that is larger than one area."""
    return _WIDER.search(text) is not None


def begins_wider(text: str) -> bool:
    """Whether the text begins with the whole municipality, so that what follows is about that too."""
    return _BEGINS_WIDER.match(text) is not None


def names_an_actor(text: str) -> bool:
    """Whether the text says what the writers or authorities do, which explains no thing."""
    return _ACTOR.search(text) is not None


def serves_all(text: str) -> bool:
    """Whether the text says of what stands before it that it is there for all areas together."""
    return _SERVES_ALL.match(text) is not None


def area_of(title: str, texts: Iterable[str]) -> Area:
    """The area in the title of a document: its words with a capital that the text uses as a name."""
    first, *rest = _CAPITAL.findall(title) or [""]
    counts: Counter[str] = Counter()
    placed: set[str] = set()
    for text in texts:
        if text != title:
            counts.update(set(_CAPITAL.findall(text)))
            if first in text:
                placed.update(word for name in _PLACED.findall(text) for word in name.split(" "))
    own = {word for word in rest if counts[word]} | ({first} & placed)
    return Area(frozenset(own), frozenset(word for word, count in counts.items() if count > _AT_MOST_TOLD))
