import subprocess
import sys

_PROGRAM = """
import sys
from plancheck.nlp.pipeline import tokenise
words, _ = tokenise("Dit is besproken in B&W.")
assert "B&W" in words, words
assert "spacy.cli" not in sys.modules
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
"""


def test_the_command_line_of_spacy_is_imported_only_when_someone_asks_for_it() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
