"""Model Employer in sentences: which bands are behind, by how many people, and on which reading of the target."""

from __future__ import annotations

from equality.analyses.model_employer import BandLine, ModelEmployer
from equality.domain import Standing, Status
from equality.wording.names import STANDING_NAMES, STATUS_NAMES, band_name
from equality.wording.numbers import capital, count, decimal, number_word, people, percent, plural

_HALF_A_PERSON = 0.5


def describe_finding(found: ModelEmployer, bme: str) -> str:
    """The title: how many senior bands are behind their line, and how many people are needed in what time."""
    bands = [line for line in found.lines if len(line.members) == 1]
    if not bands:
        return "No staff counts are held, so there is no trajectory to draw"
    if found.baseline_year is None:
        return "No March snapshot is held, so there is no trajectory: this is where the senior bands stand"
    judged = [line for line in bands if line.standing not in (Standing.TOO_SMALL, Standing.NO_BASELINE)]
    behind = [line for line in judged if line.standing == Standing.BEHIND]
    if not judged and any(is_hidden(line) for line in bands):
        return "The senior bands cannot be judged here: they rest on small counts, hidden in the public view"
    if not judged:
        return "No senior band has enough posts to be judged against a trajectory"
    if found.baseline_year == found.now_year:
        return _describe_start(found, bme)
    of = f"of {number_word(len(judged))} senior {plural(len(judged), 'band')}"
    number = number_word(len(behind)) if behind else "none"
    verb = "is" if len(behind) < 2 else "are"
    start = f"{capital(number)} {of} {verb} behind the line to {found.options.end_year}"
    return f"{start}{_needed(found, bme) or _unjudged(len(bands) - len(judged))}"


def _describe_start(found: ModelEmployer, bme: str) -> str:
    total = _sum_line(found)
    if total is None or total.additional_needed is None:
        return f"{found.baseline_year} is the first snapshot held: the line to {found.options.end_year} starts here"
    return (
        f"The line to {found.options.end_year} starts here: parity means {count(total.additional_needed)} more "
        f"{bme} staff in senior bands"
    )


def _unjudged(number: int) -> str:
    return f"; {number_word(number)} {'has' if number == 1 else 'have'} too few posts to judge" if number else ""


def _needed(found: ModelEmployer, bme: str) -> str:
    total = _sum_line(found)
    if total is None or not total.additional_needed or found.now_year is None:
        return ""
    years = found.options.end_year - found.now_year
    if years <= 0:
        return f"; {count(total.additional_needed)} more {bme} staff are still needed"
    span = f"{number_word(years)} {plural(years, 'year')}"
    return f"; {count(total.additional_needed)} more {bme} staff are needed in {span}"


def _sum_line(found: ModelEmployer) -> BandLine | None:
    return next((line for line in found.lines if len(line.members) > 1), None)


def describe_assumptions(found: ModelEmployer, bme: str) -> str:
    """The reading in force in one sentence: whose share, of which posts, unknown in or out, from when to when."""
    if found.baseline_year is None:
        return "A trajectory needs a snapshot of 31 March; those held are of other months."
    sources = {
        "fixed": f"the workforce\u2019s {bme} share in {found.baseline_year}",
        "moving": f"the workforce\u2019s {bme} share in {found.now_year}",
        "community": f"the community\u2019s {bme} share",
        "higher": f"the higher of the workforce\u2019s {bme} share in {found.baseline_year} and the community\u2019s",
        "local": "the local target",
    }
    size = found.baseline_year if found.options.size == "baseline" else found.now_year
    unknown = "counted in" if found.options.unknown == "in" else "left out of"
    return (
        f"Each band is to reach {sources[found.options.target]} ({percent(found.share_pct)}) of its {size} posts by "
        f"{found.options.end_year}, in a straight line from {found.baseline_year}; unknown ethnicity is {unknown} "
        "that share\u2019s base."
    )


def describe_baseline(found: ModelEmployer) -> str:
    """A word where the line does not start in the published baseline year; empty where it does."""
    if found.baseline_year is None or found.baseline_year == found.published_baseline_year:
        return ""
    return (
        f"No March {found.published_baseline_year} snapshot is held, so the line starts at the earliest that is: "
        f"{found.baseline_year}."
    )


def describe_moved_share(found: ModelEmployer, bme: str) -> str:
    """How far the workforce itself has moved since the baseline: a fixed target does not move with it."""
    before, now = found.workforce_baseline_pct, found.workforce_now_pct
    if before is None or now is None or found.baseline_year == found.now_year:
        return ""
    return (
        f"The workforce itself went from {percent(before)} {bme} in {found.baseline_year} to {percent(now)} in "
        f"{found.now_year}."
    )


def describe_verdict(line: BandLine) -> str:
    """A band's standing in a few words: ``behind by 2``, ``ahead by 10``, ``on the line``, ``met``."""
    if line.standing == Standing.NO_BASELINE and is_hidden(line):
        return STATUS_NAMES[Status.SUPPRESSED]
    if line.behind_by is None or line.standing not in (Standing.BEHIND, Standing.AHEAD):
        return STANDING_NAMES[Standing(line.standing)]
    distance = abs(line.behind_by)
    # Under one person there is still somebody missing: "behind by 1" is said of 0.6, never "behind by 0".
    size = decimal(distance, 1) if distance < 1 else people(distance)
    return f"{STANDING_NAMES[Standing(line.standing)]} by {size}"


def is_hidden(line: BandLine) -> bool:
    """Whether a count that the band's standing rests on is hidden."""
    return any(row.status == Status.SUPPRESSED for row in line.years)


def describe_line(line: BandLine, bme: str) -> str:
    """One band in a sentence: what it holds, its goal, how it stands and how many more are needed."""
    name = band_name(line.band)
    if line.latest_bme is None:
        return f"{name}: the count is not held."
    noun = plural(line.latest_posts or 0, "post")
    posts = f"{count(line.latest_bme)} of {count(line.latest_posts)} {noun}"
    held = f"{name}: {posts} held by {bme} staff in {line.latest_year}"
    if line.goal is None:
        return f"{held}."
    if line.standing == Standing.TOO_SMALL:
        return f"{held}; too few posts to judge."
    needed = f"{count(line.additional_needed)} more needed" if line.additional_needed else "none needed"
    return f"{held}, goal {count(line.goal)}: {describe_verdict(line)}, {needed}."


def describe_lines(found: ModelEmployer, bme: str) -> str:
    """The text alternative: the finding, the assumptions and every band."""
    parts = [f"{describe_finding(found, bme)}.", describe_assumptions(found, bme), describe_baseline(found)]
    return " ".join(part for part in [*parts, *(describe_line(line, bme) for line in found.lines)] if part)


def describe_size(found: ModelEmployer, bme: str) -> str:
    """The second line: the sum from 8c up, and how the workforce itself has moved."""
    top = next((line for line in found.lines if line.band == "8c_plus"), None)
    sentences = [describe_moved_share(found, bme)]
    if top is not None and top.latest_bme is not None and found.baseline_year is not None:
        sentences.insert(0, describe_line(top, bme))
    return " ".join(sentence for sentence in sentences if sentence)
