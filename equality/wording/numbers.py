"""How numbers are written: British style, a true minus sign, rounded halves up, and never before this point."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\u2212"
DASH = "\u2014"
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def rounded(value: float, places: int) -> Decimal:
    """The value at so many decimals, halves away from zero, as a reader with a calculator would round it."""
    step = Decimal(1).scaleb(-places)
    # Nine decimals first: 18.45 kept as 18.4499999999999993 is meant as 18.45.
    found = Decimal(repr(round(value, 9))).quantize(step, rounding=ROUND_HALF_UP)
    return abs(found) if found == 0 else found


def decimal(value: float | None, places: int = 1) -> str:
    """A number with thousands separated: ``1,234.5``; a dash where there is none."""
    if value is None:
        return DASH
    return f"{rounded(value, places):,}".replace("-", MINUS)


def count(value: float | None) -> str:
    """People: whole where they are whole, else with one decimal (two-year averages come in halves)."""
    if value is None:
        return DASH
    return decimal(value, 0 if float(value).is_integer() else 1)


def people(value: float | None) -> str:
    """A calculated number of people, rounded to whole people."""
    return decimal(value, 0)


def percent(value: float | None) -> str:
    """A share (0 to 100) with one decimal and its sign: ``18.5%``."""
    return DASH if value is None else f"{decimal(value, 1)}%"


def points(value: float | None, places: int = 1) -> str:
    """A difference in percentage points, always with its sign: ``+3.8`` or ``−12.7``; zero has none."""
    if value is None:
        return DASH
    found = rounded(value, places)
    return f"+{found:,}" if found > 0 else f"{found:,}".replace("-", MINUS)


def ratio(value: float | None) -> str:
    """A ratio with two decimals, as the WRES prints it."""
    return decimal(value, 2)


def ratio_in_speech(value: float | None) -> str:
    """A ratio with one decimal, or with two where one would show it as 1."""
    if value is None:
        return DASH
    return decimal(value, 2 if rounded(value, 1) == 1 else 1)


def interval(lower: float | None, upper: float | None, write: Callable[[float], str] = decimal) -> str:
    """``lower to upper`` written by a function of this module; ``lower or more`` without an upper bound; or nothing."""
    if lower is None:
        return ""
    return f"{write(lower)} or more" if upper is None else f"{write(lower)} to {write(upper)}"


def number_word(value: int) -> str:
    """``no``, ``one`` to ``nine`` in words, more in figures."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else decimal(value, 0)


def plural(value: float | Decimal, singular: str, several: str = "") -> str:
    """The noun for a number of things."""
    return singular if value == 1 else several or f"{singular}s"


def joined(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def capital(text: str) -> str:
    """The text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]
