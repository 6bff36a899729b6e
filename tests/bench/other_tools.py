"""What others offer for looking into a network, each as one callable that runs it once; for comparison alone."""

from collections.abc import Callable
from importlib.util import find_spec

from torch import Tensor, nn

Run = Callable[[], object]


def hooks_on_everything(model: nn.Module, x: Tensor) -> Run:
    """A forward hook on every module that keeps what it returns, put on and taken off with each pass."""

    def run() -> object:
        kept: dict[str, object] = {}
        handles = [
            module.register_forward_hook(lambda module, args, output, name=name: kept.update({name: output}))
            for name, module in model.named_modules()
        ]
        try:
            model(x)
        finally:
            for handle in handles:
                handle.remove()
        return kept

    return run


def timm_extract(model: nn.Module, x: Tensor) -> Run | None:
    """timm's AttentionExtract, for which fused attention must be off; None where it finds nothing."""
    if not type(model).__module__.startswith("timm."):
        return None
    from timm.utils import AttentionExtract

    for module in model.modules():
        if hasattr(module, "fused_attn"):
            module.fused_attn = False
    extract = AttentionExtract(model, method="fx")
    return (lambda: extract(x)) if extract(x) else None


def torchlens_log(model: nn.Module, x: Tensor) -> Run | None:
    """torchlens, which logs every operation; None where it is not installed."""
    if find_spec("torchlens") is None:
        return None
    import torchlens

    return lambda: torchlens.trace(model, x)


OTHERS: dict[str, Callable[[nn.Module, Tensor], Run | None]] = {
    "hooks": hooks_on_everything,
    "timm": timm_extract,
    "torchlens": torchlens_log,
}
