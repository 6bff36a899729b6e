"""CPU time of recording all layers over that of a plain forward pass, in turn, network by network.

Run alone: `python tests/bench/bench_recording.py [--others] [NETWORK ...]`. Every figure is a median over rounds in
which each contender runs once, in changing order; "again" is the plain pass a second time and must read 0.97 to 1.03,
else the run does not count. "first" is the pass in which the layers are found, once for a network and a kind of input.
With `--others` other tools run in the same rounds, where they are installed. The last line is one row of one head.
"""

import copy
import gc
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

import attnscope
import torch
import torchvision
from attnscope.models.networks.cbam import CBAM
from attnscope.models.networks.tour import TourNetwork
from other_tools import OTHERS
from torch import Tensor, nn

ROUNDS = 30
OTHER_ROUNDS = 11
SECONDS = 0.06
"""At least so long is a round of one contender: small networks run several times in it."""


def resnet50_with_cbam() -> nn.Module:
    """CBAM on what every block adds to its shortcut, as in the paper."""
    model = torchvision.models.resnet50(weights=None)
    for stage in (model.layer1, model.layer2, model.layer3, model.layer4):
        for block in stage:
            block.bn3 = nn.Sequential(block.bn3, CBAM(block.bn3.num_features, rate=16, kernel_size=7))
    return model


def from_torchvision(name: str) -> Callable[[], nn.Module]:
    return lambda: getattr(torchvision.models, name)(weights=None)


def from_timm(name: str, **options: int) -> Callable[[], nn.Module]:
    def build() -> nn.Module:
        import timm

        return timm.create_model(name, **options)

    return build


NETWORKS: dict[str, tuple[Callable[[], nn.Module], int]] = {
    "tour": (TourNetwork, 96),
    "vit_b_16": (from_torchvision("vit_b_16"), 224),
    "timm vit_small": (from_timm("vit_small_patch16_224"), 224),
    "swin_t": (from_torchvision("swin_t"), 224),
    "resnet50 with CBAM": (resnet50_with_cbam, 224),
    "timm seresnet50": (from_timm("seresnet50"), 224),
    "mobilenet_v3_large": (from_torchvision("mobilenet_v3_large"), 224),
    "efficientnet_b0": (from_torchvision("efficientnet_b0"), 224),
}


def timed(run: Callable[[], object], times: int) -> float:
    begin = time.process_time()
    for _ in range(times):
        run()
    return (time.process_time() - begin) / times


def measured(contenders: list[Callable[[], object]], rounds: int) -> list[float]:
    """Seconds of each, in the median."""
    times = max(1, round(SECONDS / timed(contenders[0], 3)))
    samples: list[list[float]] = [[] for _ in contenders]
    for number in range(rounds):
        gc.collect()
        for turn in range(len(contenders)):
            chosen = (number + turn) % len(contenders)
            samples[chosen].append(timed(contenders[chosen], times))
    return [statistics.median(sample) for sample in samples]


def first_pass(model: nn.Module, x: Tensor) -> float:
    """Seconds of the first recording of a network that was never recorded; the least of three."""
    fresh = [copy.deepcopy(model) for _ in range(3)]
    return min(timed(partial(attnscope.record, one, x), 1) for one in fresh)


def line(name: str, model: nn.Module, x: Tensor, others: bool) -> str:
    """One line of the table."""
    layers = len(attnscope.record(model, x).layers)
    contenders: list[Callable[[], object]] = [lambda: model(x), lambda: model(x), lambda: attnscope.record(model, x)]
    made = {tool: make(copy.deepcopy(model), x) for tool, make in OTHERS.items()} if others else {}
    running = {tool: run for tool, run in made.items() if run is not None}
    plain, *found = measured([*contenders, *running.values()], OTHER_ROUNDS if running else ROUNDS)
    again, recorded, *besides = (seconds / plain for seconds in found)
    ratios = dict(zip(running, besides, strict=True))
    said = "".join(f" {ratios[tool]:>9.2f}" if tool in ratios else f" {'-':>9}" for tool in made)
    first = first_pass(model, x) / plain
    return f"{name:<20} {layers:>6} {plain * 1000:>9.1f} {again:>6.3f} {recorded:>9.3f} {first:>6.2f}{said}"


def row_line() -> str:
    """One row of one head where there are 1,601 tokens."""
    model, x = from_timm("vit_small_patch16_224", img_size=640)().eval(), torch.randn(1, 3, 640, 640)
    layer = attnscope.record(model, x).layers[5]
    seconds = statistics.median(timed(lambda: layer.row(2, 700), 20) for _ in range(ROUNDS))
    return f"one row of one head at {layer.shape[-1]} tokens: {seconds * 1000:.3f} ms"


def main() -> None:
    """Prints one table."""
    torch.set_num_threads(1)
    others = "--others" in sys.argv
    names = [argument for argument in sys.argv[1:] if argument != "--others"]
    tools = "".join(f" {tool:>9}" for tool in OTHERS) if others else ""
    print(f"{'network':<20} {'layers':>6} {'plain ms':>9} {'again':>6} {'recorded':>9} {'first':>6}{tools}")
    with torch.no_grad():
        for name in names or NETWORKS:
            build, size = NETWORKS[name]
            print(line(name, build().eval(), torch.randn(1, 3, size, size), others), flush=True)
        if not names:
            print(row_line())


if __name__ == "__main__":
    main()
