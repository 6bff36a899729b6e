"""Names for what runs in a graph (exported, or traced by torch.fx), where the modules of the network run no more.

Its code is one long function; the line that runs tells the node of the graph, and the node which module it came from.
"""

import re
import sys
from types import CodeType
from typing import Any

from torch import nn
from torch.fx import GraphModule, Node

_RESULT = re.compile(r"\s*(\w+)")  # a line of the graph's code begins with the name of its node: "mul = x * y"


def running_in_graph(module: nn.Module) -> tuple[str, int] | None:
    """Path in the graph and number of the run of the module that the graph's running line was written in.

    None where the module is no graph, is not running, or does not know.
    """
    if not isinstance(module, GraphModule):
        return None
    line = _running_line(type(module).forward.__code__)
    node = None if line is None else _node_of(module, line)
    return None if node is None else _from_modules(node) or _from_neighbours(module, node)


def _running_line(code: CodeType) -> int | None:
    frame = sys._getframe()
    while frame is not None and frame.f_code is not code:
        frame = frame.f_back
    return None if frame is None else frame.f_lineno


def _node_of(module: GraphModule, line: int) -> Node | None:
    lines = module.code.split("\n")
    result = _RESULT.match(lines[line - 1]) if line <= len(lines) else None
    return next((node for node in module.graph.nodes if result and node.name == result[1]), None)


def _from_modules(node: Node) -> tuple[str, int] | None:
    # Torch notes the modules that a node was inside of, the innermost last; "@1" marks a module's second run.
    inside: dict[str, tuple[str, Any]] | None = node.meta.get("nn_module_stack")
    if not inside:
        return None
    key = next(reversed(inside))
    return inside[key][0], int(key.rpartition("@")[2]) if "@" in key else 0


def _from_neighbours(module: GraphModule, node: Node) -> tuple[str, int] | None:
    # Tracers of others note nothing; then it is the deepest module whose parts the node's nearest operands come from.
    waiting, seen = [*node.all_input_nodes], {node}
    while waiting:
        owners = [_owner(module, each) for each in waiting if each.op in ("call_module", "get_attr")]
        if owners:
            return max(owners, key=lambda path: path.count(".")), 0
        seen.update(waiting)
        waiting = [each for last in waiting for each in last.all_input_nodes if each not in seen]
    return None


def _owner(module: GraphModule, node: Node) -> str:
    path = str(node.target).rpartition(".")[0]  # of the module that holds the parameter, or the module called
    leaf = node.op == "get_attr" and not any(True for _ in module.get_submodule(path).children())
    return path.rpartition(".")[0] if leaf else path
