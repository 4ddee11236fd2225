"""Which quote stands first, and whether it can be understood without the document."""

from plancheck.model.requirement import EvidenceRule
from tests.detect.test_judge import TABLE, aspect, detector, judge

GRID = detector(aspect("net", EvidenceRule(kind="begrippen", together=(("stroomnet",),))))
LIST = detector(aspect("risicos", EvidenceRule(kind="opsomming", minimum=2)))


def quotes(*lines: str) -> list[str]:
    """What is quoted for the power grid, in order."""
    return [evidence.quote for evidence in judge("## Risico's", *lines, by=GRID).evidence]


def test_the_fact_stands_before_the_sentence_that_introduces_it() -> None:
    opens, fact = "Over het stroomnet in de Havenstraat valt dit te zeggen:", "Het stroomnet raakt in 2031 vol."
    assert quotes(opens, fact)[0] == fact


def test_the_fact_stands_before_the_wish() -> None:
    wish, fact = "Wij willen graag een ruimer stroomnet langs de Lindelaan.", "Het stroomnet raakt in 2031 vol."
    assert quotes(wish, fact)[0] == fact


def test_terse_cells_bear_the_head_of_their_column() -> None:
    (quoted, *_) = quotes(*TABLE)
    assert quoted == "Vol stroomnet | Kans: groot | Maatregel: eerder aanvragen"


def test_half_a_sentence_is_quoted_with_the_other_half() -> None:
    assert quotes("De buurt groeit met 60 woningen; daar raakt het stroomnet in 2031 vol van.") == [
        "De buurt groeit met 60 woningen; daar raakt het stroomnet in 2031 vol van."
    ]


def test_a_terse_point_is_quoted_with_what_introduces_its_list() -> None:
    quoted = quotes(
        "Wat ons in de Havenstraat tegenhoudt:", "- een stroomnet zonder ruimte tot 2031", "- de boomwortels"
    )
    assert quoted == ["Wat ons in de Havenstraat tegenhoudt: een stroomnet zonder ruimte tot 2031"]


def test_what_stands_in_an_earlier_quote_comes_after_what_does_not() -> None:
    points = [f"- Risico {number}: de aannemer van deel {number} stopt in 203{number}." for number in range(1, 6)]
    quoted = [evidence.quote for evidence in judge("## Risico's", *points, by=LIST).evidence]
    assert quoted[0] == " … ".join(point.removeprefix("- ") for point in points[:3])
    assert quoted[1] == " … ".join(point.removeprefix("- ") for point in points[3:])
    assert all(quote in quoted[0] or quote in quoted[1] for quote in quoted[2:])
    assert len(quoted) == len(points)
