"""Recording on a device, beside the plain pass: time, memory, and what half precision changes.

`python tests/bench/bench_devices.py [DEVICE] [PRECISION ...]` (default: auto, all precisions). Every figure is a median
over rounds in which each contender runs once, in changing order: on a GPU by its own events, elsewhere by the clock.
"again" is the plain pass a second time and must read 0.97 to 1.03, else the run does not count. "places" is the pass
that tells where the layers lie, once for a network and an input size; "error" is the worst of all layers' proofs.
"""

import statistics
import sys
from collections.abc import Callable

import attnscope
import torch
from attnscope.models.devices.devices import devices_here, pick_device
from attnscope.models.devices.metering import metered
from attnscope.models.devices.precision import computing_in
from attnscope.models.model_request import Precision
from attnscope.models.zoo.registry import load_model
from torch import Tensor, nn

ROUNDS = 15
NETWORKS = (("torchvision/vit_l_16?image_size=512", 512), ("cbam/resnet50", 224), ("torchvision/swin_b", 224))
PRECISIONS: tuple[Precision, ...] = ("float32", "bf16", "fp16")


def main(device: torch.device, precisions: tuple[Precision, ...]) -> None:
    """Prints one table."""
    print(f"{dict(devices_here()).get(str(device), device)}, torch {torch.__version__}")
    head = f"{'network':<38} {'bits':<8} {'layers':>6} {'plain ms':>9} {'again':>6} {'recorded':>9}"
    print(f"{head} {'places ms':>10} {'plain MiB':>10} {'recorded MiB':>13} {'error':>8}")
    for spec, side in NETWORKS:
        model = load_model(spec, "random", str(device)).model
        x = torch.randn(1, 3, side, side, device=device)
        for precision in precisions:
            with torch.no_grad(), computing_in(precision, device):
                print(f"{spec:<38} {precision:<8} {line(model, x, device)}", flush=True)


def line(model: nn.Module, x: Tensor, device: torch.device) -> str:
    """The figures of one network in one precision."""
    with metered(device) as first:
        trace = attnscope.record(model, x)
    with metered(device) as placing:
        layers = trace.info()
    del first
    error = max(layer.error for layer in trace.layers)
    trace.close()
    contenders: list[Callable[[], object]] = [lambda: model(x), lambda: model(x), lambda: attnscope.record(model, x)]
    samples: list[list[float]] = [[] for _ in contenders]
    memory = [0 for _ in contenders]
    for number in range(ROUNDS):
        for turn in range(len(contenders)):
            chosen = (number + turn) % len(contenders)
            with metered(device) as reading:
                held = contenders[chosen]()
            samples[chosen].append(reading.milliseconds)
            memory[chosen] = max(memory[chosen], reading.bytes)
            del held
    plain, again, recorded = (statistics.median(sample) for sample in samples)
    figures = f"{len(layers):>6} {plain:>9.2f} {again / plain:>6.3f} {recorded / plain:>9.3f}"
    megabytes = f"{memory[0] / 2**20:>10.0f} {memory[2] / 2**20:>13.0f}"
    return f"{figures} {placing.milliseconds:>10.1f} {megabytes} {error:>8.0e}"


if __name__ == "__main__":
    wished = tuple(word for word in PRECISIONS if word in sys.argv[1:]) or PRECISIONS
    names = [word for word in sys.argv[1:] if word not in PRECISIONS]
    main(pick_device(names[0] if names else "auto"), wished)
