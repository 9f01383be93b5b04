"""Property tests without a stopwatch: the first example of a run may have to load SciPy."""

from hypothesis import settings

settings.register_profile("unhurried", parent=settings(), deadline=None)
settings.load_profile("unhurried")
