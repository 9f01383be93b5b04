"""The only reader of ``config.yaml``: a frozen, checked value, or one error that lists every fault with its key."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from equality.errors import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
"""The project's top level: where ``config.yaml``, ``queries/``, ``indicators/`` and ``data/`` stand."""

TargetBasis = Literal["fixed", "moving", "community", "higher", "local"]
BandSize = Literal["baseline", "now"]
UnknownRule = Literal["in", "out"]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Terms(_Section):
    """The words shown for the fixed WRES group; the definition printed beside them never changes."""

    bme: str = "BME"
    bme_long: str = "Black and minority ethnic"


class Authority(_Section):
    """A local authority of the community served, with the share of the population served that lives there."""

    name: str
    weight: float = Field(gt=0)


class Community(_Section):
    """The population served as a weighted list of census authorities; an empty list means no community line."""

    census_year: int = 2011
    authorities: tuple[Authority, ...] = ()


class Group(_Section):
    """A named list of organisations that can be asked for as one."""

    name: str
    members: tuple[str, ...] = Field(min_length=1)


class ModelEmployer(_Section):
    """Which reading of the Model Employer target is in force until a user changes it."""

    baseline_year: int = 2018
    end_year: int = 2028
    bands: tuple[str, ...] = ("8a", "8b", "8c", "8d", "9", "vsm")
    target: TargetBasis = "fixed"
    local_target_pct: float | None = Field(default=None, ge=0, le=100)
    size: BandSize = "baseline"
    unknown: UnknownRule = "in"
    fewest_posts: int = Field(default=5, ge=1)

    @model_validator(mode="after")
    def _end_follows_baseline(self) -> Self:
        if self.end_year <= self.baseline_year:
            raise ValueError(f"end_year ({self.end_year}) must come after baseline_year ({self.baseline_year})")
        return self


class DisparityTiers(_Section):
    """Bands of the lower, middle and upper tier of the race disparity ratio."""

    lower: tuple[str, ...]
    middle: tuple[str, ...]
    upper: tuple[str, ...]


class Thresholds(_Section):
    """Limits that turn a figure into a question; none of them is a test of chance."""

    confidence_pct: Literal[95] = 95
    adverse_range: tuple[float, float] = (0.80, 1.25)
    adverse_points: float = Field(default=5, gt=0)
    step_minimum_posts: int = Field(default=20, ge=1)
    group_minimum_staff: int = Field(default=50, ge=1)
    band_moved_share_pct: float = Field(default=25, gt=0)
    band_moved_people: int = Field(default=5, ge=1)
    likelihood_moved_factor: float = Field(default=2, gt=1)
    unknown_ethnicity_pct: float = Field(default=10, gt=0, le=100)


class Disclosure(_Section):
    """How the public view hides small counts."""

    threshold: int = Field(default=5, ge=3)
    fewest_respondents: int = Field(default=10, ge=1)
    board: Literal["publish", "suppress"] = "publish"
    board_reason: str = ""


class MenuSection(_Section):
    """One heading of the menu and its pages, by file name without ``.py``."""

    title: str
    pages: tuple[str, ...] = Field(min_length=1)


class Access(_Section):
    """Who may reach the server."""

    mode: Literal["local"]


class Configuration(_Section):
    """All of ``config.yaml``. Paths are absolute after reading."""

    organisation: str
    store: Path
    demonstration_store: Path
    terms: Terms = Terms()
    community: Community = Community()
    groups: dict[str, Group] = Field(default_factory=dict)
    model_employer: ModelEmployer = ModelEmployer()
    disparity_tiers: DisparityTiers
    thresholds: Thresholds = Thresholds()
    disclosure: Disclosure = Disclosure()
    navigation: tuple[MenuSection, ...] = Field(min_length=1)
    access: Access


def configuration_path() -> Path:
    """The file in force: ``EQUALITY_CONFIG`` or the project's own ``config.yaml``."""
    return Path(os.environ.get("EQUALITY_CONFIG", ROOT / "config.yaml")).resolve()


def read_configuration(path: Path | None = None) -> Configuration:
    """The configuration in ``path`` (default: the one in force), checked.

    Raises ConfigurationError naming the file and every faulty key at once.
    """
    path = path or configuration_path()
    try:
        return _read_checked(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise ConfigurationError("The configuration cannot be read", str(path), error.strerror or "") from error


@lru_cache(maxsize=8)
def _read_checked(path: Path, _modified: int) -> Configuration:
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        settings = Configuration.model_validate(raw)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError("The configuration is not valid YAML", str(path), str(error)) from error
    except ValidationError as error:
        raise ConfigurationError("The configuration has faults", str(path), faults_in_words(error)) from error
    return settings.model_copy(
        update={
            "store": (path.parent / settings.store).resolve(),
            "demonstration_store": _shipped(path, settings.demonstration_store),
        }
    )


def faults_in_words(error: ValidationError) -> str:
    """Every fault of a settings file as "key: what was expected", separated by semicolons."""
    return "; ".join(f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors())


def _shipped(configuration: Path, target: Path) -> Path:
    # A trust's own configuration may lie outside the project, and its relative paths are its own; the demonstration
    # store is the project's, and is found from anywhere.
    beside = (configuration.parent / target).resolve()
    return beside if beside.exists() else (ROOT / target).resolve()


def store_path(settings: Configuration) -> Path:
    """The store that is read: ``EQUALITY_STORE``, else the trust's own once it exists, else the demonstration store."""
    if named := os.environ.get("EQUALITY_STORE"):
        return Path(named).resolve()
    # An import that was killed may leave a store without a version: nothing was stored, so the demonstration shows.
    has_version = any((settings.store / "versions").glob("[0-9]*"))
    return settings.store if has_version else settings.demonstration_store
