"""What looks like attention and was not seen at work: never silent."""

import re

from torch import nn

from .plan import Missed
from .watching import Watch

_LOOKS = re.compile(
    r"attention|attn|squeeze.?excit|^se(layer|block|module)?$|^(e|effective)?se(module)?$|^c?eca|cbam|"
    r"(channel|spatial|coord|context)\w*(gate|gating)|^gate$|nonlocal",
    re.IGNORECASE,
)
_SCRIPTED = "is scripted and cannot be run once more to be watched: record the network before it is scripted or traced"
_UNSEEN = "looks like attention by its name, ran, and was not seen weighing anything: look at its code or tell us of it"


def missed_in(model: nn.Module, watch: Watch) -> Missed:
    """(name, reason) of everything that ran, looks like attention and is not among the layers seen."""
    seen = {place.name for place in watch.plans.seen}
    ran = {name: module for name, module in model.named_modules() if watch.names.runs[id(module)]}
    failed = dict.fromkeys(watch.rehearsals.failed)
    found = [(name, _SCRIPTED) for name in failed]
    looking = [name for name, module in ran.items() if name not in failed and _looks(name, module)]
    for name in looking:
        innermost = not any(other.startswith(f"{name}.") for other in looking)
        if innermost and not any(_covers(layer, name) for layer in seen):
            found.append((name, _UNSEEN))
    return (*found, *((name, _opaque(operation)) for name, operation in watch.interception.opaque))


def _looks(name: str, module: nn.Module) -> bool:
    # The last part of the path alone says too little of containers and of plain layers such as attn.proj.
    return bool(_LOOKS.search(type(module).__name__)) or (
        bool(_LOOKS.search(name.rpartition(".")[2])) and any(True for _ in module.children())
    )


def _covers(layer: str, name: str) -> bool:
    # The weights may be applied inside the module, or by one around it.
    return layer == name or layer.startswith(f"{name}.") or name.startswith(f"{layer}.") or layer == ""


def _opaque(operation: str) -> str:
    return f"uses the operation {operation}, whose weights cannot be seen: switch it to eager or sdpa attention"
