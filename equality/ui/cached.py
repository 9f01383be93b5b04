"""Answers and pictures computed once: the key is what they were computed from, never the clock, so none is stale."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

import streamlit as st
from pydantic import BaseModel

from equality.charts.descriptions import Description, Form
from equality.charts.palette import PALETTES, Palette, Theme
from equality.config import Configuration, read_configuration
from equality.store.connection import Reader

Answer = TypeVar("Answer")
Figure = dict[str, Any]
Draw = Callable[[Any, Palette, Form], Figure]


def answer(function: Callable[..., Answer], reader: Reader, **parameters: object) -> Answer:
    """What ``function(reader, **parameters)`` returns, computed once for a data version, configuration and parameters.

    The answer is shared between people, so it must be a frozen value. Raises TypeError for a parameter that is not
    plain data (text, number, date, tuple or a frozen dataclass of these), and whatever ``function`` raises, uncached.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    named = tuple((key, written(value)) for key, value in sorted(parameters.items()))
    settings = _fingerprint(read_configuration())
    return cast(Answer, _computed(name, digest_of(reader), settings, named, lambda: function(reader, **parameters)))


def digest_of(reader: Reader) -> str:
    """What names the data being read: the hash of its version, or the place of a store that has none."""
    return reader.version.digest if reader.version else f"empty:{reader.store.path}:{reader.invented}"


@st.cache_resource(max_entries=1024, show_spinner=False)
def _computed(
    name: str, digest: str, configuration: str, parameters: tuple[tuple[str, str], ...], _ask: Callable[[], object]
) -> object:
    return _ask()


def written(value: object) -> str:
    """A parameter as text that differs whenever the value does; raises TypeError where that cannot be promised."""
    if value is None or isinstance(value, str | int | float | date):
        return f"{type(value).__name__}:{value!r}"
    if isinstance(value, tuple):
        return f"({','.join(written(part) for part in value)})"
    if isinstance(value, BaseModel):
        return f"{type(value).__name__}{value.model_dump_json()}"
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}({','.join(written(getattr(value, field.name)) for field in fields(value))})"
    raise TypeError(f"A {type(value).__name__} cannot name an answer: give text, numbers, dates or tuples of them")


def _fingerprint(settings: Configuration) -> str:
    return hashlib.sha256(settings.model_dump_json().encode()).hexdigest()


@lru_cache(maxsize=256)
def figure(description: Description, draw: Draw, theme: Theme, form: Form) -> Figure:
    """The picture of a description as a plain dict, drawn once; the description holds every number that it shows."""
    return draw(description, PALETTES[theme], form)
