"""The invented organisations' returns in the long form, with the gaps that real returns have."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from equality.demonstration.board import invented_board
from equality.demonstration.flows import invented_flows
from equality.demonstration.profiles import LAST_YEAR, Profile, read_profiles
from equality.demonstration.rows import long_rows, with_text_values
from equality.demonstration.survey import invented_survey
from equality.demonstration.workforce import Workforce, invented_workforce
from equality.domain import Status

SEED = 3915
_ORGANISATION_COLUMNS = ("ods_code", "name", "type", "region_code", "region", "system_code", "system")


def _stay_silent(_done: int) -> None:
    """Nobody watches."""


def invented_return(
    seed: int, organisations: int, years: int, on_progress: Callable[[int], object] = _stay_silent
) -> dict[str, pd.DataFrame]:
    """``return``: the long form's columns with values as they are written; ``organisations``: the reference list.

    The years are the last ones up to the generator's last year. The same seed gives the same rows, and an
    organisation's rows do not depend on how many others there are. ``on_progress`` is told how many are done.
    """
    profiles = read_profiles(organisations, seed)
    frames = []
    for place, profile in enumerate(profiles):
        frames.append(_organisation_rows(profile, seed, place, years))
        on_progress(place + 1)
    rows = pd.concat(frames, ignore_index=True)
    listed = pd.DataFrame([{name: getattr(profile, name) for name in _ORGANISATION_COLUMNS} for profile in profiles])
    return {"return": with_text_values(rows), "organisations": listed}


def _organisation_rows(profile: Profile, seed: int, place: int, years: int) -> pd.DataFrame:
    held = np.arange(max(LAST_YEAR - years + 1, profile.first_year), LAST_YEAR + 1)
    streams = [np.random.default_rng((seed, place + 1, theme)) for theme in range(4)]
    workforce = invented_workforce(profile, held, streams[0])
    rows = pd.concat(
        [
            *_staff_rows(workforce),
            *invented_flows(profile, workforce, streams[1]),
            *invented_survey(workforce, streams[2]),
            *invented_board(profile, workforce, streams[3]),
        ],
        ignore_index=True,
    )
    return _with_gaps(rows.assign(ods_code=profile.ods_code), profile)


def _staff_rows(workforce: Workforce) -> list[pd.DataFrame]:
    managers = pd.DataFrame({"category": ["medical"], "band": ["senior_medical_manager"]})
    return [
        long_rows("staff", workforce.years, workforce.counts, cells=workforce.cells),
        long_rows("staff", workforce.years, workforce.senior_medical_managers, cells=managers),
    ]


def _with_gaps(rows: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    if profile.missing_year:
        of_item = rows["item"].str.startswith(profile.missing_item)  # a blank item: the whole year
        rows = rows[~(of_item & (rows["year"] == profile.missing_year))]
    awaited = (rows["item"] == profile.awaited_item) & (rows["year"] == LAST_YEAR)
    rows = _marked(rows, awaited, Status.NOT_SUPPLIED)
    # Some organisations do not tell how few BME staff of a small block were disciplined.
    few = (
        rows["value"].between(1, 4) & (rows["ethnicity"] == "bme") & rows["category"].isin(["medical", "non_clinical"])
    )
    return _marked(rows, few & (rows["item"] == "disciplinary"), Status.SUPPRESSED)


def _marked(rows: pd.DataFrame, which: pd.Series[bool], status: Status) -> pd.DataFrame:
    return rows.assign(value=rows["value"].mask(which), status=rows["status"].mask(which, str(status)))
