"""What pictures say: the description someone wrote for who cannot see them, and the words in a SmartArt diagram."""

import re

from plancheck.readers.container import Element
from plancheck.readers.docx.package import W
from plancheck.readers.text import clean

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_MACHINE_MADE = re.compile(
    r"automatisch gegenereerde|automatically generated|door AI gegenereerde|AI-generated|^afbeelding met\b",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|tiff?|bmp|emf|wmf|svg)\b|https?:|[\\/]", re.IGNORECASE)
_LOGO = re.compile(r"^(?:het |een )?(?:logo|beeldmerk|icoon|icon|pictogram)\b", re.IGNORECASE)
_FEWEST_WORDS = 3


def description_of(drawing: Element) -> list[str]:
    """The description of a picture, if a person wrote one that says something; none for a text box."""
    if drawing.find(f".//{W}txbxContent") is not None:
        return []
    placed = drawing.find(f".//{_PLACED}")
    found = placed.get("descr", "") if placed is not None else ""
    if not found and (shape := drawing.find(f".//{_SHAPE}")) is not None:
        found = shape.get("alt", "")
    text = clean(found)
    return [text] if _says_something(text) else []


def _says_something(text: str) -> bool:
    words = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    if len(words) < _FEWEST_WORDS or _FILE_NAME.search(text):
        return False
    return not _MACHINE_MADE.search(text) and not _LOGO.match(text)


def diagram_texts(root: Element) -> list[str]:
    """The texts in a SmartArt diagram, one for each shape."""
    points = root.iterfind(f"{_DIAGRAM}ptLst/{_DIAGRAM}pt")
    texts = (" ".join("".join(each.itertext(f"{_DRAWN}t")) for each in point.iter(f"{_DRAWN}p")) for point in points)
    return [text for text in map(clean, texts) if text]
