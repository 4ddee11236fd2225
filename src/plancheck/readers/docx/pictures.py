"""What pictures say: the description someone wrote for who cannot see them, and the words in a SmartArt diagram."""

from plancheck.readers.container import Element
from plancheck.readers.docx.package import W
from plancheck.readers.flow.descriptions import says_something
from plancheck.readers.text import clean

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"


def description_of(drawing: Element) -> list[str]:
    """The description of a picture, if a person wrote one that says something; none for a text box."""
    if drawing.find(f".//{W}txbxContent") is not None:
        return []
    placed = drawing.find(f".//{_PLACED}")
    found = placed.get("descr", "") if placed is not None else ""
    if not found and (shape := drawing.find(f".//{_SHAPE}")) is not None:
        found = shape.get("alt", "")
    text = clean(found)
    return [text] if says_something(text) else []


def diagram_texts(root: Element) -> list[str]:
    """The texts in a SmartArt diagram, one for each shape."""
    points = root.iterfind(f"{_DIAGRAM}ptLst/{_DIAGRAM}pt")
    texts = (" ".join("".join(each.itertext(f"{_DRAWN}t")) for each in point.iter(f"{_DRAWN}p")) for point in points)
    return [text for text in map(clean, texts) if text]
