"""The learned weights of a rule package: which words, in which place, speak for which facet.

A facet is what a sentence can prove ("dekking", "risico-eigenaar"); aspects name the facets that answer their question.
The file `geleerd.npz` is made by `sh scripts/train` from the corpora; a package works without it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "geleerd.npz"


SEEN = (
    "constant",
    "rule",  # a rule found it
    "strength",  # its strength by the rule, 0-1
    "model",  # log odds by the model
    "home",  # it stands under a heading of the subject
    "beside",  # the unit, its neighbours or its heading name what the package is about
    "document",  # share of the units of the document that do, at most `ENOUGH_OF_IT`
    "company",  # no hard content, in a section that says of itself that it is hollow
)
"""What is weighed of a find, in this order."""
ENOUGH_OF_IT = 0.3


@dataclass(frozen=True, slots=True)
class Mix:
    """How both are weighed, one weight for each name in `SEEN`.

    in_plan: in a document of the package, where a find is right much more often; piece: in a piece of one, judged by
        itself; loose: in any other text.
    """

    in_plan: tuple[float, ...]
    piece: tuple[float, ...]
    loose: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """A linear model per facet.

    facets: names of the columns. features: name -> row of `named`. named: int8, times `step` per column. rarity: what
    a feature weighs. form: one row per mark of form. bias: per facet. mix: how both are weighed.
    version: changes with every training.
    """

    facets: tuple[str, ...]
    features: dict[str, int] = field(repr=False)
    named: "NDArray[np.int8]" = field(repr=False)
    step: "NDArray[np.float32]" = field(repr=False)
    rarity: "NDArray[np.float32]" = field(repr=False)
    form: "NDArray[np.float32]" = field(repr=False)
    bias: "NDArray[np.float32]" = field(repr=False)
    mix: Mix
    version: str


def read_weights(path: Path) -> Weights:
    """The weights in a file that `write_weights` wrote. Nothing in it is run: only plain arrays are accepted."""
    import numpy as np

    with np.load(path, allow_pickle=False) as file:
        names = _lines(file["features"])
        return Weights(
            facets=tuple(_lines(file["facets"])),
            features={name: row for row, name in enumerate(names)},
            named=file["named"],
            step=file["step"],
            rarity=file["rarity"],
            form=file["form"].astype(np.float32),
            bias=file["bias"],
            mix=Mix(*(tuple(row) for row in file["mix"].tolist())),
            version=_lines(file["version"])[0],
        )


def write_weights(weights: Weights, path: Path) -> None:
    """Write the weights: the same bytes for the same weights."""
    import numpy as np

    with path.open("wb") as file:
        np.savez(
            file,
            facets=_bytes(weights.facets),
            features=_bytes(weights.features),
            named=weights.named,
            step=weights.step,
            rarity=weights.rarity,
            form=weights.form.astype(np.float16),
            bias=weights.bias,
            mix=np.array([weights.mix.in_plan, weights.mix.piece, weights.mix.loose], dtype=np.float64),
            version=_bytes([weights.version]),
        )


def _lines(array: "NDArray[np.uint8]") -> list[str]:
    return array.tobytes().decode("utf-8").split("\n")


def _bytes(lines: "tuple[str, ...] | dict[str, int] | list[str]") -> "NDArray[np.uint8]":
    import numpy as np

    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)
