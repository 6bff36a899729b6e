"""Settings for every test, and for the engines that tests start: before Qt or torch is imported."""

import os
import sys

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The window follows the system's language, and the tests look for English words.
    os.environ["LANGUAGE"] = "en"
# The networks of the tests are small: a second thread would wait longer for the first than it computes.
os.environ.setdefault("OMP_NUM_THREADS", "1")
