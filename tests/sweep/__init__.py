"""The sweep: every network that can be had is recorded, and what was found is held against another way of looking.

`python -m tests.sweep` writes COVERAGE.md.
"""
