"""CPU time of recording all layers over that of a plain forward pass, in turn, network by network.

Run alone: `python tests/bench/bench_recording.py [NETWORK ...]`. Every figure is a median over rounds in which each
contender runs once, in changing order; "again" is the plain pass a second time and must read 0.97 to 1.03, else the
run does not count.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable

import attnscope
import torch
import torchvision
from attnscope.models.cbam import CBAM
from attnscope.models.tour import TourNetwork
from torch import Tensor, nn

ROUNDS = 30
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


NETWORKS: dict[str, tuple[Callable[[], nn.Module], int]] = {
    "tour": (TourNetwork, 96),
    "vit_b_16": (from_torchvision("vit_b_16"), 224),
    "swin_t": (from_torchvision("swin_t"), 224),
    "resnet50 with CBAM": (resnet50_with_cbam, 224),
    "mobilenet_v3_large": (from_torchvision("mobilenet_v3_large"), 224),
    "efficientnet_b0": (from_torchvision("efficientnet_b0"), 224),
}


def timed(run: Callable[[], object], times: int) -> float:
    begin = time.process_time()
    for _ in range(times):
        run()
    return (time.process_time() - begin) / times


def measured(model: nn.Module, x: Tensor) -> tuple[float, float, float, int]:
    """Milliseconds of a plain pass; again over plain, recorded over plain; number of layers."""
    layers = len(attnscope.record(model, x).layers)
    contenders: list[Callable[[], object]] = [lambda: model(x), lambda: model(x), lambda: attnscope.record(model, x)]
    times = max(1, round(SECONDS / timed(contenders[0], 3)))
    samples: list[list[float]] = [[], [], []]
    for number in range(ROUNDS):
        gc.collect()
        for turn in range(3):
            chosen = (number + turn) % 3
            samples[chosen].append(timed(contenders[chosen], times))
    plain, again, recorded = map(statistics.median, samples)
    return plain * 1000, again / plain, recorded / plain, layers


def main() -> None:
    """Prints one table."""
    torch.set_num_threads(1)
    print(f"{'network':<20} {'layers':>6} {'plain ms':>9} {'again':>6} {'recorded':>9}")
    for name in sys.argv[1:] or NETWORKS:
        build, size = NETWORKS[name]
        model, x = build().eval(), torch.randn(1, 3, size, size)
        with torch.no_grad():
            plain, again, recorded, layers = measured(model, x)
        print(f"{name:<20} {layers:>6} {plain:>9.1f} {again:>6.3f} {recorded:>9.3f}", flush=True)


if __name__ == "__main__":
    main()
