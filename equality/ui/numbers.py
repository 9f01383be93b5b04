"""The numbers of a picture: a real table one click away, and the same as a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from html import escape

import streamlit as st

from equality.charts.descriptions import Description
from equality.config import ROOT
from equality.tables import Table
from equality.ui.context import open_context
from equality.ui.pictures import WORKFORCE, captioned, picture_file

_NUMBER = re.compile(r"[−+-]?[\d,]*\.?\d+ ?(%|points?)?")
_NOT_A_VALUE = {"", "—", "–", "-"}


def show_numbers(
    table: Table,
    name: str = "",
    about: str = "",
    picture: Description | None = None,
    items: Collection[str] = WORKFORCE,
) -> None:
    """The table one click away, and its file beside it, with the chart as a file where one is given.

    ``name`` tells the row from others of its page (default: the file's name). ``about`` is the stem of the page that
    explains the measure ("methods"); none by default. ``items`` are what the picture shows, to name their source.
    """
    key = name or table.file_name
    with st.container(key=f"numbers-{key}", horizontal=True, gap="small", vertical_alignment="top"):
        st.html(f"<details><summary>Numbers as a table</summary>{table_html(table)}</details>", width="content")
        _offer(
            "Download", lambda: table.csv.encode("utf-8-sig"), f"{table.file_name}.csv", "text/csv", f"download-{key}"
        )
        if picture is not None:
            described = captioned(picture, items)
            file = f"{table.file_name}.png"
            _offer("Picture", lambda: picture_file(described), file, "image/png", f"picture-{key}")
        if about:
            page = str(ROOT / "pages" / f"{about}.py")
            st.page_link(page, label="About this measure", query_params=open_context().selection.link)


def _offer(label: str, contents: Callable[[], bytes], file_name: str, mime: str, key: str) -> None:
    """A download whose contents are made when it is asked for."""
    st.download_button(label, contents, file_name=file_name, mime=mime, key=key, on_click="ignore", type="tertiary")


def table_html(table: Table) -> str:
    """The table in HTML: a caption, column and row headings, and figures set flush right."""
    right = [_is_figures([row[number] for row in table.rows]) for number in range(len(table.columns))]
    head = "".join(f'<th scope="col"{_side(right[at])}>{escape(name)}</th>' for at, name in enumerate(table.columns))
    body = "".join(f"<tr>{_row_html(row, right)}</tr>" for row in table.rows)
    return (
        f'<div class="eq-table" tabindex="0" role="region" aria-label="{escape(table.caption, quote=True)}">'
        f"<table><caption>{escape(table.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row_html(row: tuple[str, ...], right: list[bool]) -> str:
    first = f'<th scope="row">{escape(row[0])}</th>' if row else ""
    return first + "".join(f"<td{_side(right[at])}>{escape(cell)}</td>" for at, cell in enumerate(row) if at)


def _side(right: bool) -> str:
    return ' class="eq-right"' if right else ""


def _is_figures(cells: list[str]) -> bool:
    values = [cell.strip() for cell in cells if cell.strip() not in _NOT_A_VALUE]
    return bool(values) and 2 * sum(bool(_NUMBER.fullmatch(value)) for value in values) >= len(values)
