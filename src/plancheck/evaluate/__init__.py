"""How good is the judge? Examples beside the rules, documents with a gold file, and passages with labels."""

from plancheck.evaluate.corpus import Corpus, folder_to_measure, read_corpus
from plancheck.evaluate.examples import ExampleResult, run_example, run_examples
from plancheck.evaluate.logbook import write_down
from plancheck.evaluate.measure import Measurement, measure
from plancheck.evaluate.report import Run, render

__all__ = [
    "Corpus",
    "ExampleResult",
    "Measurement",
    "Run",
    "folder_to_measure",
    "measure",
    "read_corpus",
    "render",
    "run_example",
    "run_examples",
    "write_down",
]
