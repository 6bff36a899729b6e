"""Gradients on request: how much an output of the network changes with each weight that it applied."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._pytree import tree_leaves, tree_map

from ..errors import UserError
from ..memory_full import is_memory_full
from ..predictions import class_scores
from ..tags.application import Application, Tap, Weights

Target = int | Sequence[int] | Tensor | Callable[[Any], Tensor]
"""Of what the gradients are: the score of a class, of one class per image, of the predicted ones (True), or what a
function makes of the network's output: one number."""

_CUT = (
    "The network works without gradients where it applies these weights (no_grad, inference_mode or a reentrant "
    "checkpoint inside of it, a scripted module, vmap): take that away for this pass."
)
_UNREACHED = (
    "No gradient comes to this layer: what was asked for does not depend on it, or the network cuts the way after it "
    "(detach, no_grad, numbers that are not differentiable): ask for something else, or take the cut away."
)
_NO_SCORES = (
    "Gradients of a class need a network that returns scores (images, classes), but this one returns something else: "
    "give gradients a function of its output that returns one number."
)


class Gradients:
    """Those of all layers of one pass, each through the one place where the weights were applied.

    Autograd is run once, after the pass, and told to go no further than to these places: parameters keep theirs.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._taps: list[Tap | None] = []
        self._found: list[Weights | str] = []

    def applied(self, application: Application, replacement: Tensor | None) -> Tensor:
        """What the operation of the next layer gives; notes where its gradient will arrive."""
        if application.fixed:
            self._taps.append(None)
            return application.run()
        result, tap = application.run_tapped(replacement)
        self._taps.append(tap)
        return result

    def work_out(self, output: Any, batch: int, keep_graph: bool) -> None:
        """Once the pass is over. **Raises**: UserError where the output has no such target."""
        taps, self._taps = self._taps, []
        total = _total(output, self._target, batch)
        reached = [tap.edge for tap in taps if tap is not None] if total.requires_grad else []
        arrived = iter(_arrived(total, reached, keep_graph))
        for tap in taps:
            gradient = next(arrived, None) if tap else None
            cause = _UNREACHED if tap else _CUT
            self._found.append(cause if tap is None or gradient is None else tap.form(gradient))

    def of(self, index: int) -> Weights:
        """The gradient of one layer. **Raises**: UserError where none came to it."""
        found = self._found[index]
        if isinstance(found, str):
            raise UserError(found)
        return found


def _arrived(total: Tensor, edges: list[Any], keep_graph: bool) -> Sequence[Tensor | None]:
    if not edges:
        return ()
    try:
        return torch.autograd.grad(total, edges, retain_graph=keep_graph, allow_unused=True)
    except RuntimeError as error:
        if is_memory_full(error):
            raise
        raise UserError(f"This network's gradients cannot be worked out: {error}") from error


def _total(output: Any, target: Target, batch: int) -> Tensor:
    if callable(target):
        total = target(output)
        if not isinstance(total, Tensor) or total.numel() != 1:
            raise UserError("The function given as gradients must return one number, as a tensor that torch made.")
        return total
    scores = class_scores(output, batch)
    if scores is None:
        raise UserError(_NO_SCORES)
    # An image's scores do not depend on the other images, so the sum has the gradients of each.
    return scores.gather(1, _classes(scores, target)[:, None]).sum()


def _classes(scores: Tensor, target: Any) -> Tensor:
    if target is True:
        return scores.argmax(1)
    images, count = scores.shape
    classes = torch.as_tensor(target, device=scores.device)
    if classes.dtype.is_floating_point or classes.dtype == torch.bool or classes.numel() not in (1, images):
        raise UserError(f"gradients takes a class number, or one for each of the {images} images, but got {target!r}.")
    if classes.min() < 0 or classes.max() >= count:
        raise UserError(f"There is no class {target} to take gradients of: this network has classes 0 to {count - 1}.")
    return classes.long().reshape(-1).expand(images)


def makes_graph(model: nn.Module, arguments: Any) -> bool:
    """Whether a plain pass would be one that autograd can go back through."""
    tensors = (part for part in tree_leaves(arguments) if isinstance(part, Tensor))
    return torch.is_grad_enabled() and any(tensor.requires_grad for tensor in (*model.parameters(), *tensors))


@contextmanager
def differentiably(model: nn.Module, keep_graph: bool) -> Iterator[None]:
    """Has the network make an autograd graph, and takes the graph off what it kept where there was to be none."""
    with torch.inference_mode(False), torch.enable_grad():
        try:
            yield
        finally:
            if not keep_graph:
                _cut_from_graph(model)


def _cut_from_graph(model: nn.Module) -> None:
    for module in model.modules():
        for held in (vars(module), module._buffers):
            for name, value in held.items():
                if isinstance(value, Tensor) and value.grad_fn is not None:
                    held[name] = value.detach() if value._is_view() else value.detach_()


def without_graph(value: Any) -> Any:
    """The network's output, every tensor in it detached."""
    return tree_map(lambda part: part.detach() if isinstance(part, Tensor) else part, value)


def fit_for_graph(value: Any) -> Any:
    """The network's arguments; those made under inference_mode, which autograd refuses, copied."""
    return tree_map(lambda part: part.clone() if isinstance(part, Tensor) and part.is_inference() else part, value)
