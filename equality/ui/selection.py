"""Who, when and which view: all of it lives in the link, and this is the only module that touches session state.

The link is the truth. A choice in a widget is written to the link before the page runs again, and each run sets the
widgets from the link, so that a cold link, the menu and the browser's Back all show what the address says. Streamlit's
own binding is not used: it writes labels instead of codes and drops defaults, and a link must not change its meaning
when a new year arrives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from equality.analyses.holdings import Holdings, Snapshot
from equality.domain import View

Kind = Literal["select", "segmented", "radio"]

VIEWS = {View.PRIVATE.value: "Private view", View.PUBLIC.value: "Public view"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown. ``year`` and ``as_at`` are None where the organisation holds no snapshot.

    ``faults`` are sentences about what the link asked for and could not be had.
    """

    ods_code: str
    year: int | None
    as_at: date | None
    view: View
    faults: tuple[str, ...] = ()
    snapshot: str = ""

    @property
    def link(self) -> dict[str, str]:
        """The part of the link that goes with the reader from page to page."""
        return {"org": self.ods_code, **({"year": self.snapshot} if self.snapshot else {}), "view": self.view.value}


def read_selection(holdings: Holdings, configured: str) -> Selection:
    """The selection that the open link asks for, with defaults for what it does not say or says wrongly."""
    return selection_of(dict(st.query_params), holdings, configured)


def selection_of(link: Mapping[str, str], holdings: Holdings, configured: str) -> Selection:
    """The selection a link asks for; by default the configured organisation, its latest snapshot, the private view."""
    names = organisation_options(holdings)
    first = configured if configured in names else next(iter(names), configured)
    ods_code, fault_org = _asked(link.get("org"), names, first, "organisation")
    snapshots = snapshot_options(holdings.snapshots.get(ods_code, ()))
    latest = _latest(holdings.snapshots.get(ods_code, ()))
    key, fault_year = _asked(link.get("year"), {key: held.label for key, held in snapshots.items()}, latest, "snapshot")
    view, fault_view = _asked(link.get("view"), VIEWS, View.PRIVATE.value, "view")
    chosen = snapshots.get(key)
    return Selection(
        ods_code=ods_code,
        year=chosen.year if chosen else None,
        as_at=chosen.as_at if chosen else None,
        view=View(view),
        faults=tuple(fault for fault in (fault_org, fault_year, fault_view) if fault),
        snapshot=key if chosen else "",
    )


def organisation_options(holdings: Holdings) -> dict[str, str]:
    """Code to "code · name" of every organisation held, so that either can be searched for."""
    return {
        held.ods_code: f"{held.ods_code} · {held.name}" if held.name else held.ods_code
        for held in holdings.organisations
    }


def snapshot_options(snapshots: Sequence[Snapshot]) -> dict[str, Snapshot]:
    """What stands in the link for each snapshot, latest first: the WRES year, or the date where a year has another."""
    wres_years = {snapshot.year for snapshot in snapshots if snapshot.is_wres}
    return {
        str(held.year) if held.is_wres or held.year not in wres_years else held.as_at.isoformat(): held
        for held in sorted(snapshots, key=lambda snapshot: snapshot.as_at, reverse=True)
    }


def _latest(snapshots: Sequence[Snapshot]) -> str:
    return next(iter(snapshot_options(snapshots)), "")


def _asked(value: str | None, options: Mapping[str, str], default: str, what: str) -> tuple[str, str]:
    if value is None or value in options:
        return (value or default), ""
    shown = f" Showing {options[default]}." if default in options else ""
    return default, f"The link asks for the {what} “{value[:40]}”, and there is none here.{shown}"


def show_selectors(holdings: Holdings, selection: Selection) -> None:
    """Organisation (where there are several), snapshot and view, as they stand in the side bar."""
    _write_missing(selection.link)
    names = organisation_options(holdings)
    if len(names) > 1:
        choose("org", "Organisation", names, selection.ods_code, hide_label=True, say_fault=False)
    snapshots = snapshot_options(holdings.snapshots.get(selection.ods_code, ()))
    if snapshots:
        labels = {key: snapshot.label for key, snapshot in snapshots.items()}
        choose("year", "Snapshot", labels, selection.snapshot, hide_label=True, say_fault=False)
    choose("view", "View", VIEWS, selection.view.value, hide_label=True, say_fault=False)


def choose(
    key: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    kind: Kind = "select",
    *,
    hide_label: bool = False,
    say_fault: bool = True,
) -> str:
    """One of ``options`` (what stands in the link to what is read), chosen in a control and kept in the link.

    A value in the link that is not an option is said in a sentence, and ``default`` is returned.
    """
    value, fault = _asked(st.query_params.get(key), options, default, label.lower())
    widget = _widget(key)
    if st.session_state.get(widget) != value:
        st.session_state[widget] = value
    _show_control(kind, label, options, key, hide_label)
    if fault and say_fault:
        st.caption(fault)
    return value


def asked_in_vain(key: str, options: Mapping[str, str]) -> bool:
    """Whether the link asks for something that a control does not offer: it must then be in sight to say so."""
    return st.query_params.get(key, "") not in {"", *options}


def chosen(key: str, options: Mapping[str, str], default: str) -> str:
    """What the link says for a control that stands further down the page; ``default`` for no or a wrong value."""
    return _asked(st.query_params.get(key), options, default, key)[0]


def _write_to_link(key: str, widget: str) -> None:
    value = st.session_state.get(widget)
    if value is not None:
        st.query_params[key] = value


def _write_missing(link: Mapping[str, str]) -> None:
    missing = {key: value for key, value in link.items() if key not in st.query_params}
    if missing:
        st.query_params.update(missing)


_CONTROLS: Mapping[Kind, Callable[..., object]] = {
    "select": st.selectbox,
    "segmented": partial(st.segmented_control, required=True),
    "radio": partial(st.radio, horizontal=True),
}


def _show_control(kind: Kind, label: str, options: Mapping[str, str], key: str, hide_label: bool) -> None:
    widget = _widget(key)
    _CONTROLS[kind](
        label,
        list(options),
        format_func=lambda value: options.get(value, value),
        key=widget,
        on_change=_write_to_link,
        args=(key, widget),
        label_visibility="collapsed" if hide_label else "visible",
    )


def _widget(key: str) -> str:
    return f"choice-{key}"
