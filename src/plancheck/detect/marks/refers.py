"""Is the subject of a sentence a word for what the sentence before it named? "Die werd in mei vastgesteld."."""

import re

_SUBJECT = re.compile(
    r"(?:die|dat|deze|dit|het|zij|hij) (?:is|was|zijn|waren|werd|werden|wordt|worden|heeft|hebben|had|hadden|lag|lagen"
    r"|ligt|liggen|kwam|kwamen|ging|gingen|stond|stonden|dateert|bevat|bevatte|noemde|gold)\b",
    re.IGNORECASE,
)


def is_about_what_went_before(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun as its subject, so that the sentence before says what it is about."""
    return _SUBJECT.match(sentence) is not None
