"""What is said to the user."""

from attnscope.app.state.wording import missed_lines, proof


def test_what_was_missed_is_said_once_for_every_reason() -> None:
    missed = [(f"blocks.{number}", "ran and was not seen") for number in range(5)] + [
        ("", "is scripted"),
        ("a", "slept"),
    ]
    assert missed_lines(missed) == [
        "⚠ Not recorded: blocks.0, blocks.1, blocks.2 and 2 more: ran and was not seen",
        "⚠ Not recorded: the network: is scripted",
        "⚠ Not recorded: a: slept",
    ]


def test_a_proof_holds_up_to_the_rounding_of_the_network() -> None:
    assert proof(0.004).startswith("⚠")
    assert proof(0.004, tolerance=0.03).startswith("Proved")
