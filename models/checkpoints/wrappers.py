"""What training scripts put before the names of a network's tensors."""

from collections.abc import Mapping, Sequence

import torch

EVERYWHERE = frozenset({"module", "_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module", "_forward_module"})
"""Of torch's own wrappers (DataParallel, compile, FSDP, checkpointing): they may stand anywhere in a name."""

COPIES = (
    *("ema_model", "model_ema", "ema", "averaged_model", "teacher", "student", "encoder_q", "base_encoder"),
    *("online_encoder", "online_network", "target_encoder", "target_network", "encoder_k", "momentum_encoder"),
)
"""Parallel copies of one network in one file, the one to evaluate first."""

WRAPPERS = frozenset(
    {*EVERYWHERE, *COPIES, "model", "net", "network", "backbone", "encoder", "trunk", "shadow", "generator", "_model"}
)
"""Attributes that hold the whole network."""

_COUNTERS = frozenset({"n_averaged", "initted", "step", "num_updates", "decay"})
"""Averaging objects count their steps beside the copy."""


def without_shared_wrappers(tensors: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The tensors by their names without the wrappers that stand before all of them."""
    counters = [name for name in tensors if name in _COUNTERS]
    kept = dict(tensors)
    if 0 < len(counters) < len(tensors) and _shared([name for name in tensors if name not in _COUNTERS]):
        kept = {name: tensor for name, tensor in tensors.items() if name not in _COUNTERS}
    while kept and (wrapper := _shared(list(kept))):
        kept = {name.removeprefix(wrapper): tensor for name, tensor in kept.items()}
    return kept


def _shared(names: Sequence[str]) -> str:
    first = names[0].partition(".")[0] + "."
    return (
        first
        if first[:-1] in WRAPPERS and all(len(name) > len(first) and name.startswith(first) for name in names)
        else ""
    )
