"""What stands in the rows of the layer list: headings of stages, layers, and what could not be recorded."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...models.records import Kind, LayerInfo
from ..look.layer_text import description
from ..look.stages import stages
from ..look.texts import tr

MISSED = "?"
"""Names the stage of what could not be recorded; no part of a dotted name is called so."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A stage of the network, that can be folded."""

    stage: str
    layers: tuple[int, ...]
    """The layers in it that are not filtered out; none for what could not be recorded."""
    count: int
    folded: bool = False

    @property
    def title(self) -> str:
        """What the user sees."""
        return tr("Not recorded") if self.stage == MISSED else self.stage


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer, by its place among all."""

    index: int
    stage: str = ""
    """The heading that it stands below."""
    repeated: bool = False
    """Whether its module ran several times in the pass."""


@dataclass(frozen=True, slots=True)
class MissedRow:
    """Attention that was seen and could not be recorded."""

    name: str
    reason: str


Row = Heading | LayerRow | MissedRow


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the layers is listed."""

    kinds: frozenset[Kind] = frozenset()
    """None of them means all."""
    text: str = ""
    """Words that a layer's name, kind or shape holds, each of them."""
    folded: frozenset[str] = frozenset()
    """Stages of which only the heading is shown; while something is searched, none."""

    def lets(self, layer: LayerInfo) -> bool:
        """Whether a layer is listed, but for folded stages."""
        return (not self.kinds or layer.kind in self.kinds) and self.finds(description(layer))

    def finds(self, said: str) -> bool:
        """Whether all words are in it."""
        return all(word in said.lower() for word in self.text.lower().split())


def rows_of(layers: Sequence[LayerInfo], missed: Sequence[tuple[str, str]], chosen: Filter) -> tuple[Row, ...]:
    """The rows of the list, in the order of execution, what was missed at the end."""
    repeated = _repeated(layers)
    told = stages([layer.name for layer in layers])
    listed = [index for index, layer in enumerate(layers) if chosen.lets(layer)]
    rows: list[Row] = []
    for stage, members in _runs(listed, told):
        if stage is not None:
            rows.append(Heading(stage, members, len(members), _is_folded(stage, chosen)))
        if stage is None or not _is_folded(stage, chosen):
            rows += [
                LayerRow(index, stage or "", (layers[index].name, layers[index].ordinal) in repeated)
                for index in members
            ]
    found = [MissedRow(name, reason) for name, reason in missed if chosen.finds(f"{name} {reason}")]
    if found:
        rows.append(Heading(MISSED, (), len(found), _is_folded(MISSED, chosen)))
        rows += [] if _is_folded(MISSED, chosen) else found
    return tuple(rows)


def _runs(listed: list[int], told: tuple[str, ...] | None) -> list[tuple[str | None, tuple[int, ...]]]:
    """Layers of one stage that follow each other."""
    runs: list[tuple[str | None, tuple[int, ...]]] = []
    for index in listed:
        stage = told[index] if told else None
        if runs and runs[-1][0] == stage:
            runs[-1] = (stage, (*runs[-1][1], index))
        else:
            runs.append((stage, (index,)))
    return runs


def _is_folded(stage: str, chosen: Filter) -> bool:
    return stage in chosen.folded and not chosen.text.strip()


def _repeated(layers: Sequence[LayerInfo]) -> set[tuple[str, int]]:
    """(name, ordinal) of the modules that ran several times."""
    calls: dict[tuple[str, int], set[int]] = {}
    for layer in layers:
        calls.setdefault((layer.name, layer.ordinal), set()).add(layer.call)
    return {key for key, ran in calls.items() if len(ran) > 1}
