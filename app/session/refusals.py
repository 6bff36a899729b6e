"""What the engine would not answer, and why: said while the user waits for it, and taken back once he does not."""

from collections.abc import Collection, Mapping

from ..state.state import Notice, State
from ..state.wishes import Question

AWAITED = frozenset({"map", "heads", "matrix", "bars", "feature", "tables", "source", "second"})
"""Slots that the user waits for; what else cannot be had is left out without a word."""


class Refusals:
    """Questions that are not asked again, each with the reason; "" where the user stopped it himself."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._why: dict[Question, str] = {}
        self._said: tuple[Question, Notice] | None = None
        """What was said last, and of which question."""

    def __contains__(self, question: Question) -> bool:
        return question in self._why

    def add(self, question: Question, why: str) -> None:
        """The engine would not answer this."""
        self._why[question] = why

    def forget(self, beside: bool) -> None:
        """Another pass, of the picture or of the one beside it, may be asked everything."""
        self._why = {question: why for question, why in self._why.items() if question.beside != beside}

    def among(self, wanted: Mapping[str, Question]) -> dict[str, str]:
        """Slot -> why, for what is wanted and cannot be had.

        What the user stopped may be asked again once he has looked elsewhere.
        """
        wished = set(wanted.values())
        self._why = {question: why for question, why in self._why.items() if why or question in wished}
        return {slot: self._why[question] for slot, question in wanted.items() if question in self._why}

    def say(self, wanted: Mapping[str, Question], also: Collection[Question]) -> None:
        """Say why the first that is waited for, or one of some others, cannot be had; take back what holds no more."""
        awaited = [question for slot, question in wanted.items() if slot in AWAITED]
        refused = next((question for question in (*awaited, *also) if self._why.get(question)), None)
        before = self._said
        if before is not None and before[0] == refused:
            return  # said already, and perhaps closed
        if refused is not None:
            notice = Notice(self._why[refused], "warning")
            self._said = refused, notice
            self._state.update(notice=notice)
        elif before is not None:
            self._said = None
            if self._state.now.notice == before[1]:
                self._state.update(notice=None)
