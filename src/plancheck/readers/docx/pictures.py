"""What pictures say: the description someone wrote for who cannot see them, and the words in a SmartArt diagram."""

from plancheck.readers.container import Element
from plancheck.readers.docx.package import W, whole
from plancheck.readers.flow.descriptions import LARGE, says_something
from plancheck.readers.text import clean

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_BLIP = f"{_DRAWN}blip"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU_PER_CM = 360_000
_TITLES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}title",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}title",
)
_FROM_CELL = ("{http://schemas.openxmlformats.org/drawingml/2006/chart}v",)
"""Where the text of a title stands that is linked to a cell."""
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"


def description_of(drawing: Element) -> list[str]:
    """The description of a picture, if a person wrote one that says something; none for a text box."""
    if drawing.find(f".//{W}txbxContent") is not None:
        return []
    placed = drawing.find(f".//{_PLACED}")
    found = (placed.get("descr") or placed.get("title", "")) if placed is not None else ""
    if not found and (shape := drawing.find(f".//{_SHAPE}")) is not None:
        found = shape.get("alt") or shape.get("title", "")
    text = clean(found)
    return [text] if says_something(text) else []


def is_large_picture(drawing: Element) -> bool:
    """Whether a drawing holds a picture that may be a map, a scheme or a table, by its size on paper."""
    if drawing.find(f".//{_BLIP}") is None:
        return False
    extent = drawing.find(f"./*/{_EXTENT}")
    width, height = (whole(extent.get(name, ""), 0) for name in ("cx", "cy")) if extent is not None else (0, 0)
    return width >= LARGE[0] * _EMU_PER_CM and height >= LARGE[1] * _EMU_PER_CM


def chart_title(root: Element) -> str:
    """The title of a chart and those of its axes, joined; "" when it has none."""
    titles = [clean("".join(title.itertext(f"{_DRAWN}t", *_FROM_CELL))) for title in root.iter(*_TITLES)]
    return "; ".join(title for title in titles if title)


def diagram_texts(root: Element) -> list[str]:
    """The texts in a SmartArt diagram, one for each shape."""
    points = root.iterfind(f"{_DIAGRAM}ptLst/{_DIAGRAM}pt")
    texts = (" ".join("".join(each.itertext(f"{_DRAWN}t")) for each in point.iter(f"{_DRAWN}p")) for point in points)
    return [text for text in map(clean, texts) if text]
