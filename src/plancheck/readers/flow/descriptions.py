"""Descriptions of pictures: which say something that a person wrote."""

import re

_MACHINE_MADE = re.compile(
    r"automatisch gegenereerde|automatically generated|door AI gegenereerde|AI-generated|^afbeelding met\b",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|tiff?|bmp|emf|wmf|svg)\b|https?:|[\\/]", re.IGNORECASE)
_LOGO = re.compile(r"^(?:het |een )?(?:logo|beeldmerk|icoon|icon|pictogram)\b", re.IGNORECASE)
_FEWEST_WORDS = 3
LARGE = (8, 5)
"""Width and height in centimetres from which a picture may be a map, a scheme or a table; logos are smaller."""


def says_something(text: str) -> bool:
    """Whether a description is a person's, and of more than a logo or a file name."""
    words = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    if len(words) < _FEWEST_WORDS or _FILE_NAME.search(text):
        return False
    return not _MACHINE_MADE.search(text) and not _LOGO.match(text)
