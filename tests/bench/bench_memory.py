"""Peak memory that recording takes beyond a plain forward pass. Linux alone tells a peak that can be set back.

`python tests/bench/bench_memory.py`: vit_b_16 at 384 pixels, each contender in a process of its own; the trace is held.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

MIB = 2**20
ROUNDS = 2


def peak() -> float:
    """Most memory that this process has held since it was last set back, in MiB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measure(what: str) -> None:
    """Prints the peak of a second pass: the first has filled what torch keeps for itself."""
    import attnscope
    import torch
    import torchvision

    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = torchvision.models.vit_b_16(weights=None, image_size=384).eval()
    x = torch.randn(1, 3, 384, 384)
    ways: dict[str, list[Callable[[], object]]] = {
        "plain": [lambda: model(x)] * 2,
        "first": [lambda: model(x), lambda: attnscope.record(model, x)],
        "again": [lambda: attnscope.record(model, x)] * 2,
        "gradients": [lambda: attnscope.record(model, x, gradients=3)] * 2,
    }
    before, after = ways[what]
    with torch.no_grad():
        before()
        Path("/proc/self/clear_refs").write_text("5")
        kept = after()
    print(peak())
    del kept


def measured(what: str) -> float:
    """The least of several processes: what else runs only adds."""
    command = [sys.executable, __file__, what]
    return min(float(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(ROUNDS))


def main() -> None:
    """Prints one line per way of recording."""
    plain = measured("plain")
    print(f"plain pass {plain:.0f} MiB")
    for what in ("first", "again", "gradients"):
        print(f"{what:<10} {measured(what) - plain:+.0f} MiB", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
