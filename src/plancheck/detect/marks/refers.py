"""Is the subject of a sentence a word for what the sentence before it named? "Die werd in mei vastgesteld."."""

import re

_SUBJECT = re.compile(
    r"(?:die|dat|deze|dit|het|zij|hij) (?:is|was|zijn|waren|werd|werden|wordt|worden|heeft|hebben|had|hadden|lag|lagen"
    r"|ligt|liggen|kwam|kwamen|ging|gingen|stond|stonden|dateert|bevat|bevatte|noemde|gold)\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:daarover|hierover|erover)\b|\b(?:daar|er)\b[^.;:,]{1,30}\bover\b(?=\s*[.;:]|$)", re.IGNORECASE
)


def is_about_what_went_before(sentence: str) -> bool:
    """Whether the sentence before says what this one is about: it begins with a pronoun, or decides "daarover"."""
    return _SUBJECT.match(sentence) is not None or _ABOUT_IT.search(sentence) is not None
