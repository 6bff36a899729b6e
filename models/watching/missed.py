"""What looks like attention and was not seen at work: never silent."""

import re

import torch
from torch import nn
from torch.fx import GraphModule

from ..tags.opaque import cure
from .plan import Missed
from .watching import Watch

_LOOKS = re.compile(
    r"attention|attn|squeeze.?excit|^se(layer|block|module)?$|^(e|effective)?se(module)?$|^c?eca|cbam|"
    r"(channel|spatial|coord|context)\w*gate|nonlocal",
    re.IGNORECASE,
)
_NORMS = (nn.modules.batchnorm._NormBase, nn.LayerNorm, nn.GroupNorm)  # post_attn and the like
_SCRIPTED = "is scripted and could not be run once more to be watched: record the network before it is scripted"
_UNSEEN = "looks like attention by its name, ran, and was not seen weighing anything: look at its code or tell us of it"
_ELSEWHERE = "ran in another thread, where nothing is recorded: run it in the thread that records"
_HIDDEN = "applies weights inside of torch.vmap in a way that cannot be read: call the network on the whole batch"
_ASLEEP = "did not run in this pass: give an input, or switch to a setting, that leads through it"


def missed_in(model: nn.Module, watch: Watch) -> Missed:
    """(name, reason) of everything that looks like attention and is not among the layers seen."""
    modules = dict(model.named_modules())
    ran = _ran(modules, watch)
    failed = dict.fromkeys(watch.rehearsals.failed)
    elsewhere = _outermost([name for name, m in modules.items() if id(m) in watch.names.elsewhere and name not in ran])
    layers = {place.name for place in watch.plans.seen}
    looking = [name for name, module in modules.items() if _looks(name, module)]
    innermost = [name for name in looking if not any(other.startswith(f"{name}.") for other in looking)]
    scripted = [name for name in layers if isinstance(modules.get(name), torch.jit.ScriptModule)]
    told = [name for name in innermost for other in (*failed, *elsewhere, *scripted) if _in(name, other)]
    # The weights may be applied inside the module, or by the one around it.
    told += [name for name in innermost for layer in layers if _in(layer, name) or layer == _around(name, ran)]
    unseen = [name for name in innermost if name not in told]
    asleep = [_sleeping(name, ran) for name in unseen if name not in ran] if "" in ran else []
    return (
        *((name, _SCRIPTED) for name in failed),
        *((name, _ELSEWHERE) for name in elsewhere),
        *((name, _UNSEEN) for name in unseen if name in ran),
        *((name, _ASLEEP) for name in dict.fromkeys(asleep)),
        *((name, _HIDDEN) for name in dict.fromkeys(watch.interception.hidden)),
        *(
            (name, cure(operation))
            for name, operation in dict.fromkeys([*watch.interception.opaque, *watch.interception.unsummed])
        ),
    )


def _ran(modules: dict[str, nn.Module], watch: Watch) -> set[str]:
    called = {name for name, module in modules.items() if watch.names.runs[id(module)]}
    whole = [name for name in called if isinstance(modules[name], torch.jit.ScriptModule | GraphModule)]
    # Whatever is in one of these ran, although nobody called it.
    return called | {name for name in modules for outer in whole if _in(name, outer)}


def _looks(name: str, module: nn.Module) -> bool:
    # The last part of the path alone says too little of containers and of plain layers such as attn.proj.
    return bool(_LOOKS.search(type(module).__name__)) or (
        bool(_LOOKS.search(name.rpartition(".")[2]))
        and any(True for _ in module.children())
        and not isinstance(module, _NORMS)
    )


def _in(name: str, outer: str) -> bool:
    return outer in ("", name) or name.startswith(f"{outer}.")


def _around(name: str, ran: set[str]) -> str:
    # The module around it that ran: lists of modules do not.
    while name and (name := name.rpartition(".")[0]) not in ran:
        pass
    return name


def _outermost(names: list[str]) -> list[str]:
    return [name for name in names if not any(_in(name, other) for other in names if other != name)]


def _sleeping(name: str, ran: set[str]) -> str:
    # The outermost module around it in which nothing ran.
    while (outer := name.rpartition(".")[0]) and not any(_in(one, outer) for one in ran):
        name = outer
    return name
