"""The arithmetic of the dashboard: pure functions of counts, which read no file and know no page.

Shares are proportions (0 to 1) here; per cent and points are made where figures are put together. Every interval is at
95 %. An absent result is None, never infinity or NaN. SciPy and statsmodels take a second to load, so the first call
that needs them loads them: a command which computes nothing starts at once.
"""
