"""What the store would hold after an import: its tables with the new rows in the place of those they replace."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pandas as pd

from equality.errors import StoreBroken
from equality.intake.agreement import check_across_items
from equality.intake.checking import Checked
from equality.intake.contracts import SET_KEY
from equality.intake.pointing import each_row
from equality.intake.problems import Problem, warning
from equality.store.layout import Store, Version
from equality.store.schema import TABLES

SNAPSHOT = ("ods_code", "year", "as_at")
CENSUS_PLACE = ("census_year", "authority_code", "authority")


@dataclass(frozen=True, slots=True)
class Candidate:
    """The tables of the version to be, and what the import touches in it.

    ``problems`` are those that only show beside the figures already held. ``changed`` is False where the store holds
    these very figures already.
    """

    tables: Mapping[str, pd.DataFrame]
    touched: frozenset[tuple[str, int]]
    problems: tuple[Problem, ...]
    changed: bool

    @property
    def ods_codes(self) -> Collection[str]:
        """The organisations whose figures the import touches."""
        return {ods_code for ods_code, _ in self.touched}


def current_version(store: Store) -> Version | None:
    """The version an import builds on: none for a store that is not there yet or holds invented figures."""
    return store.current() if store.exists() and not store.invented else None


def build_candidate(checked: Checked, base: Version | None, who: str) -> Candidate:
    """The tables after an import of checked files onto a version. Raises StoreBroken where that cannot be read."""
    held = {name: _read_table(base, name) for name in TABLES}
    new = checked.tables
    observations, replaced = _replace(held["observations"], _dated(new["observations"]), SET_KEY)
    organisations, _ = _replace(held["organisations"], _last(new["organisations"], ["ods_code"]), ("ods_code",))
    census_key = [*CENSUS_PLACE, "ethnic_group"]
    census, _ = _replace(held["census"], _last(new["census"], census_key), CENSUS_PLACE)
    tables = {"observations": observations, "organisations": organisations, "census": census}
    tables["files"] = _files(held["files"], checked, tables, who)
    problems = (*_check_touched(observations, new["observations"]), *_overtaken(replaced, held["files"], checked))
    return Candidate(
        {name: table[list(TABLES[name])] for name, table in tables.items()},
        _touched(new["observations"]),
        problems,
        any(_differs(held[name], tables[name], name) for name in ("observations", "organisations", "census")),
    )


def _read_table(version: Version | None, name: str) -> pd.DataFrame:
    if version is None or name not in version.manifest.tables:
        return pd.DataFrame(columns=list(TABLES[name]))
    path = version.table_path(name)
    try:
        with duckdb.connect() as connection:
            held: pd.DataFrame = connection.read_parquet(str(path)).df()
    except duckdb.Error as error:
        raise StoreBroken(f"Table {name} cannot be read", str(path), "Run: python -m equality verify") from error
    return held


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(as_at=pd.to_datetime(rows["as_at"]).astype("datetime64[us]"))


def _last(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return rows.drop_duplicates(keys, keep="last") if len(rows) else rows


def _replace(held: pd.DataFrame, new: pd.DataFrame, keys: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    if new.empty:
        return held.assign(file=""), held.iloc[:0]
    if held.empty:
        return new, held
    replaced = pd.MultiIndex.from_frame(held[list(keys)]).isin(pd.MultiIndex.from_frame(new[list(keys)]))
    kept = held[~replaced].assign(file="", sheet="", raw_value="", value_column="")
    return pd.concat([kept, new], ignore_index=True) if len(kept) else new, held[replaced]


def _check_touched(rows: pd.DataFrame, new: pd.DataFrame) -> list[Problem]:
    if new.empty:
        return []
    snapshots = pd.MultiIndex.from_frame(_dated(new)[list(SNAPSHOT)])
    return check_across_items(rows[pd.MultiIndex.from_frame(rows[list(SNAPSHOT)]).isin(snapshots)])


def _overtaken(replaced: pd.DataFrame, files: pd.DataFrame, checked: Checked) -> list[Problem]:
    new = checked.tables["observations"]
    if replaced.empty or new.empty:
        return []
    kinds = dict(zip(files["file_id"], files["kind"], strict=True))
    was = replaced.assign(kind_held=replaced["file_id"].map(kinds)).drop_duplicates([*SET_KEY, "kind_held"])
    both = was.merge(_dated(new).drop_duplicates(list(SET_KEY)), on=list(SET_KEY), suffixes=("_held", ""))
    changed = both[both["kind_held"].notna() & (both["kind_held"] != both["kind"])]
    return [
        warning(
            "later_file_wins",
            str(row.file),
            found=f"{row.item} of {row.ods_code} {row.year} from {row.kind_held} was held",
            expected="each figure from one kind of file",
            todo=f"It is replaced by the one from {row.kind}, which is the later.",
        )
        for row in each_row(changed)
    ]


def _files(held: pd.DataFrame, checked: Checked, tables: Mapping[str, pd.DataFrame], who: str) -> pd.DataFrame:
    now = pd.Timestamp(datetime.now(tz=UTC).replace(tzinfo=None)).floor("us")
    new = pd.DataFrame(
        [
            {
                "file_id": file.source.file_id,
                "name": file.source.name,
                "sha256": file.source.sha256,
                "kind": file.kind.name if file.kind else "",
                "rows": file.reading.rows_read,
                "imported_at": now,
                "imported_by": who,
            }
            for file in checked.files
        ]
    )
    using = {file_id for table in tables.values() for file_id in table["file_id"]}
    both = pd.concat([held[~held["file_id"].isin(new["file_id"])], new], ignore_index=True) if len(held) else new
    return both[both["file_id"].isin(using)]


def _touched(new: pd.DataFrame) -> frozenset[tuple[str, int]]:
    pairs = new[["ods_code", "year"]].drop_duplicates()
    return frozenset((str(code), int(year)) for code, year in zip(pairs["ods_code"], pairs["year"], strict=True))


def _differs(held: pd.DataFrame, after: pd.DataFrame, name: str) -> bool:
    columns = [column for column in TABLES[name] if column not in {"file_id", "source_row"}]
    if len(held) != len(after):
        return True
    marks = [
        pd.util.hash_pandas_object(frame[columns].astype(str), index=False).sort_values() for frame in (held, after)
    ]
    return not (marks[0].to_numpy() == marks[1].to_numpy()).all()
