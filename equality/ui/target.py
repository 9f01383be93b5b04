"""Which reading of the Model Employer target is in force: read from the link, changed below the picture."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from equality.analyses.community import community
from equality.analyses.model_employer import ModelEmployer, Options, default_options
from equality.ui.cached import answer
from equality.ui.context import PageContext
from equality.ui.selection import asked_in_vain, choose, chosen

_SIZES = {"baseline": "Posts at the baseline", "now": "Posts now"}
_UNKNOWN = {"in": "Unknown ethnicity counted in the base", "out": "Unknown ethnicity left out of the base"}
_YEARS_ON_OFFER = 8
_NO_COMMUNITY = (
    "To aim at the community\u2019s share, name its local authorities in config.yaml and import a census table."
)


def chosen_target(context: PageContext) -> Options:
    """The reading that the link asks for."""
    default = default_options(context.settings)
    targets = _targets(context)
    fallback = default.target if default.target in targets else "fixed"
    return replace(
        default,
        target=chosen("target", targets, fallback),  # type: ignore[arg-type]
        size=chosen("size", _SIZES, default.size),  # type: ignore[arg-type]
        unknown=chosen("unknown", _UNKNOWN, default.unknown),  # type: ignore[arg-type]
        end_year=int(chosen("end", _end_years(default), str(default.end_year))),
    )


def choose_target(context: PageContext, found: ModelEmployer) -> None:
    """The controls, under "Change": each is in the link, and the sentence above says what is in force."""
    options = found.options
    targets = _targets(context)
    years = _end_years(default_options(context.settings))
    offered = {"target": targets, "size": _SIZES, "unknown": _UNKNOWN, "end": years}
    in_vain = any(asked_in_vain(key, values) for key, values in offered.items())
    with st.expander("Change the reading of the target", expanded=in_vain):
        choose("target", "Share to reach", targets, options.target)
        choose("size", "Share of which posts", _SIZES, options.size)
        choose("unknown", "Unknown ethnicity", _UNKNOWN, options.unknown)
        choose("end", "To be reached by", years, str(options.end_year))
        if "community" not in targets:
            st.caption(_NO_COMMUNITY)


def _targets(context: PageContext) -> dict[str, str]:
    targets = {"fixed": "The workforce\u2019s share at the baseline", "moving": "The workforce\u2019s share now"}
    if answer(community, context.reader, settings=context.settings) is not None:
        targets |= {"community": "The community\u2019s share", "higher": "The higher of workforce and community"}
    if context.settings.model_employer.local_target_pct is not None:
        targets["local"] = "A local target"
    return targets


def _end_years(default: Options) -> dict[str, str]:
    return {str(year): str(year) for year in range(default.end_year - 3, default.end_year + _YEARS_ON_OFFER)}
