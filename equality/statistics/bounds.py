"""What unknown ethnicity could hide."""

from __future__ import annotations


def unknown_bounds(white: float, bme: float, unknown: float) -> tuple[float, float] | None:
    """The BME share, as a proportion, if every unknown were White, and if every unknown were BME.

    None where there is nobody. Raises ValueError for a negative count.
    """
    if min(white, bme, unknown) < 0:
        raise ValueError(f"expected counts of 0 or more, got {white}, {bme}, {unknown}")
    everyone = white + bme + unknown
    if everyone == 0:
        return None
    return bme / everyone, (bme + unknown) / everyone
