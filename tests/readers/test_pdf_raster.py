"""The picture of a scanned page: put straight, its rules and specks known from its letters."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from plancheck.readers.pdf.raster import (
    Frame,
    Picture,
    find_rules,
    straightened,
    stroke,
    trimmed,
    without,
    without_specks,
)

DPI = 300


def page(
    *, texts: tuple[tuple[int, int, str, int], ...] = (), rules: tuple[tuple[int, int, int, int], ...] = ()
) -> Image.Image:
    """A page of 4 by 3 inch. texts: left, top, text and height in dots."""
    image = Image.new("L", (1200, 900), 255)
    draw = ImageDraw.Draw(image)
    for left, top, text, size in texts:
        draw.text((left, top), text, fill=0, font=ImageFont.load_default(size))
    for rule in rules:
        draw.line(rule, fill=90, width=3)
    return image


def dots(image: Image.Image) -> Picture:
    return np.asarray(image, dtype=np.uint8)


def evenness(picture: Picture) -> float:
    """How much the rows of a picture differ: much when lines of text run level."""
    return float((255 - picture).sum(axis=1).std())


LINES = tuple((100, 100 + 60 * row, "De gemeenteraad besluit over het warmtenet.", 42) for row in range(10))
TABLE = ((100, 200, 900, 200), (100, 260, 900, 260), (100, 320, 900, 320), (100, 200, 100, 320), (500, 200, 500, 320))


@pytest.mark.parametrize("degrees", [-2.0, -0.4, 0.9, 2.5])
def test_a_crooked_page_is_put_straight(degrees: float) -> None:
    level = dots(page(texts=LINES))
    crooked = dots(page(texts=LINES).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))
    straight, slanted, mended = (evenness(each) for each in (level, crooked, straightened(crooked)))
    assert slanted < 0.95 * straight
    assert mended - slanted > 0.6 * (straight - slanted)


def test_a_straight_page_stays_as_it_is() -> None:
    level = dots(page(texts=LINES))
    assert straightened(level) is level


def test_the_rules_of_a_table_are_found_and_taken_out() -> None:
    picture = dots(page(texts=((130, 215, "Leidingen", 30), (530, 275, "warmtebedrijf", 30)), rules=TABLE))
    rules = find_rules(picture, DPI)
    assert sorted((rule.top + 1) // 20 * 20 for rule in rules if rule.horizontal) == [200, 260, 320]
    assert sorted((rule.left + 1) // 20 * 20 for rule in rules if not rule.horizontal) == [100, 500]
    assert find_rules(without(picture, rules), DPI) == []


def test_the_sides_of_one_cell_are_rules_and_the_letters_in_it_are_not() -> None:
    cell = ((100, 200, 500, 200), (100, 270, 500, 270), (100, 205, 100, 265))
    rules = find_rules(dots(page(texts=((140, 212, "lIJl", 44),), rules=cell)), DPI)
    assert [rule.left // 10 * 10 for rule in rules if not rule.horizontal] in ([90], [100])


def test_large_heavy_letters_are_no_rules() -> None:
    assert find_rules(dots(page(texts=((60, 100, "WARMTENET", 170), (60, 400, "ILTEFH", 170)))), DPI) == []


def test_specks_go_and_full_stops_stay() -> None:
    clean = page(texts=LINES)
    dusty = clean.copy()
    for place in ((40, 30), (1100, 850), (30, 500)):
        ImageDraw.Draw(dusty).rectangle((*place, place[0] + 2, place[1] + 2), fill=0)
    assert np.array_equal(without_specks(dots(dusty), DPI), dots(clean))


def test_the_box_of_a_word_is_trimmed_to_its_letters_with_their_dots() -> None:
    image = page(texts=((100, 100, "ijl", 60),))
    ImageDraw.Draw(image).rectangle((110, 220, 114, 224), fill=0)
    inked = np.nonzero((dots(image)[:200] < 150).any(axis=1))[0]
    _, top, _, bottom = trimmed(dots(image), (90, 80, 200, 240))
    assert abs(top - int(inked[0])) <= 2
    assert abs(bottom - 1 - int(inked[-1])) <= 2


def test_heavy_letters_have_wider_strokes() -> None:
    image = page(texts=((100, 100, "hitte", 60),))
    ImageDraw.Draw(image).text((100, 300), "hitte", fill=0, font=ImageFont.load_default(60), stroke_width=2)
    thin, bold = (stroke(dots(image), (90, top, 300, top + 80)) for top in (100, 300))
    assert bold > 1.3 * thin > 0


def test_a_box_goes_to_dots_and_back() -> None:
    frame = Frame(rows=3000, scale=4.0)
    assert frame.dots((10.0, 20.0, 30.0, 40.0)) == (40, 2840, 120, 2920)
    assert frame.points(frame.dots((10.0, 20.0, 30.0, 40.0))) == (10.0, 20.0, 30.0, 40.0)
