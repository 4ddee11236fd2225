"""Speed and memory as ratios in one run: `sh scripts/bench`. Prints a table; asserts nothing.

Times are of the processor, the least of some runs; of a cold process they are of the clock.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from make_documents import example_blocks, pages_of, write_pdf, write_word

from plancheck import check, load_rules
from plancheck.collecting import collect_seldom
from plancheck.detect.marks.cues import forget_texts
from plancheck.model.document import Document
from plancheck.nlp.pipeline import tokenise_all
from plancheck.readers import read

_RUNS = 5


def best(action: Callable[[], object], runs: int = _RUNS) -> float:
    """The shortest time of some runs, in seconds of the processor."""
    times = []
    for _ in range(runs):
        forget_texts()
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def tokens_of(document: Document) -> int:
    """The number of spaCy's tokens in the text of a document."""
    return sum(len(words) for words, _ in tokenise_all([block.text for block in document.blocks]))


def bare_text(path: Path) -> None:
    """What pypdfium2 needs for the text alone."""
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def cold(*arguments: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a process from start to end."""
    script = (
        "import resource, subprocess as s, sys; s.run(sys.argv[1:], stdout=s.DEVNULL, stderr=s.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    command = [sys.executable, "-m", "plancheck", *arguments]
    seconds, peak = [], []
    for _ in range(3):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
        seconds.append(time.perf_counter() - start)
        peak.append(float(done.stdout))
    return min(seconds), max(peak)


def main() -> None:
    """Make the documents, measure, print."""
    collect_seldom()  # as the command line does
    rules = load_rules()
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for count in (60, 600):
            pages = pages_of(example_blocks(), count)
            files[count] = Path(folder) / f"{count}.docx", Path(folder) / f"{count}.pdf"
            write_word(pages, files[count][0])
            write_pdf(pages, files[count][1])

        def whole(path: Path) -> None:
            check(read(path), rules, reference_date="2026-01-01")

        whole(files[60][0])
        speeds = []
        rows = [("bare text of the 60-page PDF", best(lambda: bare_text(files[60][1])))]
        for name, index in (("Word", 0), ("PDF", 1)):
            path = files[60][index]
            document = read(path)
            rows.append((f"read 60 pages of {name}", best(lambda path=path: read(path))))
            judging = best(lambda d=document: check(d, rules, reference_date="2026-01-01"))
            rows.append((f"judge 60 pages of {name}", judging))
            speeds.append((f"judged of {name}", tokens_of(document) / judging))
            rows.append((f"whole check of 60 pages of {name}", best(lambda path=path: whole(path))))
            rows.append((f"whole check of 600 pages of {name}", best(lambda path=files[600][index]: whole(path), 1)))
        base = rows[0][1]
        for label, seconds in rows:
            print(f"{label:40} {seconds:8.3f} s  {seconds / base:7.1f} x bare text")
        for label, speed in speeds:
            print(f"{label:40} {speed:8.0f} tokens/s")
        for label, arguments in (
            ("cold: --help", ["--help"]),
            ("cold: 60 pages of Word", ["check", str(files[60][0])]),
            ("cold: 60 pages of PDF", ["check", str(files[60][1])]),
            ("cold: 600 pages of Word", ["check", str(files[600][0])]),
        ):
            seconds, peak = cold(*arguments)
            print(f"{label:40} {seconds:8.3f} s  {peak:7.0f} MB at most")


if __name__ == "__main__":
    main()
