"""Pages that have nothing to show: what is held, what is not, and what to do."""

from __future__ import annotations

from equality.ui.components import show_empty
from equality.ui.context import open_context
from equality.wording.holdings import describe_held, describe_nothing, describe_steps


def show_nothing_held(subject: str) -> None:
    """A finished page for a subject without figures: an empty store, or a trust that supplied other things."""
    context = open_context()
    held = context.holdings.snapshots.get(context.selection.ods_code, ())
    title = describe_nothing(subject, context.organisation.label, held)
    show_empty(title, describe_steps(held), kicker=subject, subtitle=describe_held(held))
