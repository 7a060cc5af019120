"""How properties are tried: the same examples on every run, or others for a hunt.

`pytest --hypothesis-profile hunt` draws examples that nobody has seen yet.
"""

from __future__ import annotations

import signal
from importlib import import_module
from pkgutil import walk_packages

from hypothesis import HealthCheck, settings

import optimizer
from optimizer import kernel_cache

# Searching, pricing and drawing a campaign take long, and not every campaign suits every test.
settings.register_profile(
    "suite",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.register_profile("hunt", settings.get_profile("suite"), derandomize=False, print_blob=True)
settings.load_profile("suite")

# Numbers and texts of the code are tried too, of as much of it as is loaded: always all of it.
kernel_cache.prepare()
for _module in walk_packages(optimizer.__path__, "optimizer."):
    if not _module.name.endswith("__main__"):
        import_module(_module.name)

# A shell that runs the suite in the background has it ignore Ctrl-C, and so would what tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
