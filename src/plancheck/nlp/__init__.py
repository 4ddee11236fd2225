"""Dutch text to tokens, lemmas, compound parts, sentences and term matches.

Knows no document and no rule. spaCy is imported when the first text is analysed, not before.
"""

from plancheck.nlp.analyse import Analyser, Known, Sentence
from plancheck.nlp.terms import TermTable

__all__ = ["Analyser", "Known", "Sentence", "TermTable", "warm_up"]


def warm_up() -> None:
    """Import and load what analysis needs; for a thread that runs while a file is read."""
    from plancheck.nlp import lemmas, pipeline

    pipeline.tokenise("warmtenet")
    lemmas.keys("warmtenet")
