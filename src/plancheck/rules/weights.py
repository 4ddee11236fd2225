"""The learned weights of a rule package: which words, in which place, speak for which facet.

A facet is what a sentence can prove ("dekking", "risico-eigenaar"); aspects name the facets that answer their question.
The file `geleerd.npz` is made by `sh scripts/train` from the corpora; a package works without it.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from plancheck.errors import InvalidRule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "geleerd.npz"
_IN_PLAN = "whole_"
"""Before the names of the arrays for whole documents."""
_KINDS = "kinds_"
"""Before the names of the arrays for kinds of documents."""
_PROOF = "proof_"
"""Before the names of the arrays for whether a unit proves anything."""
_OF_TEXT = "around_"
"""Before the names of the arrays for what the text around a unit answers."""
_OF_TEXT_ARRAYS = ("rows", "named", "step", "bias")
_OF_TEXT_THEMES = "themes"
_OF_TEXT_LINES = "lines"


SEEN = (
    "constant",
    "rule",  # a rule found it
    "strength",  # its strength by the rule, 0-1
    "model",  # log odds by the model
    "home",  # it stands under a heading of the subject
    "beside",  # the unit, its neighbours or its heading name what the package is about
    "document",  # share of the units of the document that do, at most `ENOUGH_OF_IT`
    "company",  # no hard content, in a section that says of itself that it is hollow
    "proof",  # log odds that it proves anything, as far as below `CLEAR_PROOF`
    "nameless",  # nothing in the whole text bears a name: it is about no place in particular
    "around",  # log odds that the text around it answers this, by all its words, within `AROUND`
    "concrete",  # log odds that it answers anything at all, by the same, within `CONCRETE`
    "theme",  # log odds that this theme of a plan stands there, by the same and by its best lines, within `THEME`
)
"""What is weighed of a find, in this order."""
ENOUGH_OF_IT = 0.3
CLEAR_PROOF = 1.0
AROUND = -8.0, 4.0
CONCRETE = -4.0, 3.0
THEME = -8.0, 4.0
FROM_PART_TO_WHOLE = 20, 40
"""Up to so many units a text is weighed as a part of a plan, from so many on as a whole one."""


Standing = Literal["whole", "part", "piece", "loose", "foreign"]
"""What a text is to a package: one of its documents, a short one, a piece of one, any other text, or a document about
another subject that somebody gave as one of the package."""


@dataclass(frozen=True, slots=True)
class Mix:
    """How both are weighed, one weight for each name in `SEEN`.

    in_plan: in a document of the package, where a find is right much more often; part: in a short text that is one, or
        stands in one as such; piece: in a piece of one, judged by itself; loose: in any other text; foreign: in a
        document about another subject, whose words say little to the model.
    """

    in_plan: tuple[float, ...]
    part: tuple[float, ...]
    piece: tuple[float, ...]
    loose: tuple[float, ...]
    foreign: tuple[float, ...]

    def of(self, standing: Standing, units: int) -> tuple[float, ...]:
        """The weights for a text of so many units that is this to the package.

        From a short part to a whole document they change step by step, so that one unit more changes little.
        """
        if standing in ("whole", "part"):
            fewest, most = FROM_PART_TO_WHOLE
            whole = min(1.0, max(0.0, (units - fewest) / (most - fewest)))
            return tuple(short + whole * (long - short) for short, long in zip(self.part, self.in_plan, strict=True))
        weights: tuple[float, ...] = getattr(self, standing)
        return weights


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMix:
    """How much each sign of a kind of document weighs.

    named: its name in the opening, up to what a mention gives; named_clearly: what a title gives on top. phrases,
    headed, met: the share of its phrases, of its headings, and of the aspects of its requirements. words: the logarithm
    of the chance by the words alone. For no kind at all: other_named and other_phrases, of papers that only look like
    one; none: a constant; length: the logarithm of the number of units.
    """

    named: float
    named_clearly: float
    marked: float
    phrases: float
    headed: float
    met: float
    words: float
    other_named: float
    other_phrases: float
    none: float
    length: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KindWeights:
    """Which words speak for which kind of document.

    kinds: milestone ids, and "" for none: the columns. rows: the features that say something, rows of the features of
    whole documents. named: feature x kind. bias: per kind. mix: how the words are weighed beside the other signs.
    """

    kinds: tuple[str, ...]
    rows: "NDArray[np.int32]" = field(repr=False)
    named: "NDArray[np.float32]" = field(repr=False)
    bias: "NDArray[np.float32]" = field(repr=False)
    mix: KindMix


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProofWeights:
    """Whether a unit that touches on what is asked proves it, or only seems to, whatever is asked.

    A promise, an explanation and what is told of elsewhere are told by the same words for every facet, and by what
    stands around them. named: feature of whole documents x place of the words: the unit, the one before it, the one
    behind it. form: per mark of form of the unit. bias: one number. All give log odds.
    """

    named: "NDArray[np.float32]" = field(repr=False)
    form: "NDArray[np.float32]" = field(repr=False)
    bias: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AroundWeights:
    """What a text answers by all its words together: what is about one thing uses the words of it all over.

    In whole documents a text is a section, in loose ones all of it. themes: names of those of plans. rows: the features
    that say something, rows of those of the model. named: such a feature x facet, then theme, and one column more:
    whether it answers anything at all. int8, times `step` per column. bias: per column. lines: what the line
    that proves each facet best says of the themes beside that, facet x theme, and in a last row what is added so that
    lines as they usually are say nothing; None where it was not learned. All give log odds.
    """

    themes: tuple[str, ...] = ()
    lines: "NDArray[np.float32] | None" = field(default=None, repr=False)
    rows: "NDArray[np.int32]" = field(repr=False)
    named: "NDArray[np.int8]" = field(repr=False)
    step: "NDArray[np.float32]" = field(repr=False)
    bias: "NDArray[np.float32]" = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """A linear model per facet.

    facets: names of the columns. features: name -> row of `named`. named: int8, times `step` per column. rarity: what
    a feature weighs. form: one row per mark of form. bias: per facet. mix: how both are weighed.
    version: changes with every training. in_plan: other weights for whole documents of the package, which say much more
    in the same words than a page of a website does; None: the same weights. of_kinds: which kind of document it is.
    proof: whether a unit of a whole document proves anything. around: what the text around a unit answers.
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
    in_plan: "Weights | None" = field(default=None, repr=False)
    of_kinds: KindWeights | None = field(default=None, repr=False)
    proof: ProofWeights | None = field(default=None, repr=False)
    around: AroundWeights | None = field(default=None, repr=False)


def read_weights(path: Path) -> Weights:
    """The weights in a file that `write_weights` wrote. Nothing in it is run: only plain arrays are accepted.

    Raises:
        InvalidRule: the file was written by another version, with other weights for what is seen of a find.
    """
    import numpy as np

    with np.load(path, allow_pickle=False) as file:
        weights = _from_arrays(file, "", path)
        if _IN_PLAN + "named" in file:
            weights = replace(weights, in_plan=_from_arrays(file, _IN_PLAN, path))
        if _PROOF + "named" in file:
            weights = replace(weights, proof=_proof_from_arrays(file))
        return replace(weights, of_kinds=_kinds_from_arrays(file)) if _KINDS + "named" in file else weights


def _proof_from_arrays(file: "Mapping[str, NDArray[Any]]") -> ProofWeights:
    import numpy as np

    return ProofWeights(
        named=file[_PROOF + "named"].astype(np.float32),
        form=file[_PROOF + "form"].astype(np.float32),
        bias=float(file[_PROOF + "bias"][0]),
    )


def _kinds_from_arrays(file: "Mapping[str, NDArray[Any]]") -> KindWeights:
    import numpy as np

    return KindWeights(
        kinds=tuple(_lines(file[_KINDS + "names"])),
        rows=file[_KINDS + "rows"],
        named=file[_KINDS + "named"].astype(np.float32),
        bias=file[_KINDS + "bias"],
        mix=KindMix(**dict(zip(KindMix.__dataclass_fields__, file[_KINDS + "mix"].tolist(), strict=True))),
    )


def _from_arrays(file: "Mapping[str, NDArray[Any]]", prefix: str, path: Path) -> Weights:
    import numpy as np

    names = _lines(file[prefix + "features"])
    mix = file[prefix + "mix"]
    if mix.shape != (len(Mix.__dataclass_fields__), len(SEEN)):
        raise InvalidRule(
            "het geleerde model hoort bij een andere versie van plancheck.",
            path=str(path),
            hint="Train het opnieuw met sh scripts/train, of installeer plancheck opnieuw.",
        )
    return Weights(
        facets=tuple(_lines(file[prefix + "facets"])),
        features={name: row for row, name in enumerate(names)},
        named=file[prefix + "named"],
        step=file[prefix + "step"],
        rarity=file[prefix + "rarity"],
        form=file[prefix + "form"].astype(np.float32),
        bias=file[prefix + "bias"],
        mix=Mix(*(tuple(row) for row in mix.tolist())),
        version=_lines(file[prefix + "version"])[0],
        around=_around_from_arrays(file, prefix + _OF_TEXT),
    )


def _around_from_arrays(file: "Mapping[str, NDArray[Any]]", prefix: str) -> AroundWeights | None:
    if prefix + "named" not in file:
        return None
    arrays = {name: file[prefix + name] for name in _OF_TEXT_ARRAYS}
    themes = tuple(filter(None, _lines(file[prefix + _OF_TEXT_THEMES])))
    return AroundWeights(themes=themes, lines=file.get(prefix + _OF_TEXT_LINES), **arrays)


def write_weights(weights: Weights, path: Path) -> None:
    """Write the weights: the same bytes for the same weights."""
    import numpy as np

    arrays = _arrays(weights, "")
    if weights.in_plan is not None:
        arrays |= _arrays(weights.in_plan, _IN_PLAN)
    if weights.proof is not None:
        arrays |= _proof_arrays(weights.proof)
    if weights.of_kinds is not None:
        arrays |= _kind_arrays(weights.of_kinds)
    with path.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]  # the stubs take every keyword for allow_pickle


def _arrays(weights: Weights, prefix: str) -> "dict[str, NDArray[Any]]":
    import numpy as np

    mix = astuple(weights.mix)
    return {
        **(_around_arrays(weights.around, prefix + _OF_TEXT) if weights.around else {}),
        prefix + "facets": _bytes(weights.facets),
        prefix + "features": _bytes(weights.features),
        prefix + "named": weights.named,
        prefix + "step": weights.step,
        prefix + "rarity": weights.rarity,
        prefix + "form": weights.form.astype(np.float16),
        prefix + "bias": weights.bias,
        prefix + "mix": np.array(mix, dtype=np.float64),
        prefix + "version": _bytes([weights.version]),
    }


def _around_arrays(around: AroundWeights, prefix: str) -> "dict[str, NDArray[Any]]":
    arrays = {prefix + name: getattr(around, name) for name in _OF_TEXT_ARRAYS}
    arrays |= {prefix + _OF_TEXT_LINES: around.lines} if around.lines is not None else {}
    return arrays | {prefix + _OF_TEXT_THEMES: _bytes(around.themes)}


def _proof_arrays(weights: ProofWeights) -> "dict[str, NDArray[Any]]":
    import numpy as np

    return {
        _PROOF + "named": weights.named.astype(np.float16),
        _PROOF + "form": weights.form.astype(np.float16),
        _PROOF + "bias": np.array([weights.bias], dtype=np.float32),
    }


def _kind_arrays(weights: KindWeights) -> "dict[str, NDArray[Any]]":
    import numpy as np

    return {
        _KINDS + "names": _bytes(weights.kinds),
        _KINDS + "rows": weights.rows,
        _KINDS + "named": weights.named.astype(np.float16),
        _KINDS + "bias": weights.bias,
        _KINDS + "mix": np.array(astuple(weights.mix), dtype=np.float64),
    }


def _lines(array: "NDArray[np.uint8]") -> list[str]:
    return array.tobytes().decode("utf-8").split("\n")


def _bytes(lines: "tuple[str, ...] | dict[str, int] | list[str]") -> "NDArray[np.uint8]":
    import numpy as np

    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)
