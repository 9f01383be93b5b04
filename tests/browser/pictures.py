"""Every page as a picture, to look at before saying that it is done: python -m tests.browser.pictures [--only PAGE]."""

import argparse
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from equality.config import MenuSection, read_configuration
from tests.browser.serving import ROOT, Server, chromium, serving, visit, wait_ready

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PROJECTOR, PHONE, LARGE = (1280, 720), (390, 844), (1920, 1080)

OPENED = {
    "representation": {f"block-{block}": f"block={block}" for block in ("non_clinical", "clinical", "medical")},
    "indicators": {f"indicator-{number}": f"indicator={number}" for number in (2, 5)},
    "model_employer": {"reading": "target=moving&size=now&unknown=out"},
}
"""What is seen of a page only after a choice: a name for the picture, and the choice as the link has it."""

# Streamlit scrolls an inner part of the page, so that a picture of the whole page needs a window as high as that part.
WHOLE_HEIGHT = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return window.innerHeight + (main ? main.scrollHeight - main.clientHeight : 0);
}"""


@dataclass(frozen=True)
class Shot:
    """One page at one size in one colour scheme; `whole` is scrolled to its end as well."""

    path: str
    name: str
    size: tuple[int, int]
    scheme: Scheme
    whole: bool

    @property
    def stem(self) -> str:
        """The file's name without its ending: representation-1280x720-light."""
        return f"{self.name}-{self.size[0]}x{self.size[1]}-{self.scheme}"


def shots(navigation: tuple[MenuSection, ...], only: Collection[str]) -> Iterator[Shot]:
    """Each page on projector and phone, those of the first section on a large screen too, and what a choice opens."""
    pages = [(stem, section is navigation[0]) for section in navigation for stem in section.pages]
    for position, (stem, is_main) in enumerate(pages):
        if only and stem not in only:
            continue
        for size in (PROJECTOR, PHONE, *([LARGE] if is_main else [])):
            for scheme in SCHEMES:
                yield Shot(stem if position else "", stem, size, scheme, whole=size != LARGE)
        for name, choice in OPENED.get(stem, {}).items():
            for size in (PROJECTOR, PHONE):
                yield Shot(f"{stem}?{choice}", f"{stem}-{name}", size, "light", whole=True)


def take(browser: Browser, server: Server, shot: Shot, out: Path) -> None:
    """Writes the picture of what is first seen and, where asked, of the whole page (-whole)."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.scheme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    visit(page, server.page(shot.path))
    page.screenshot(path=out / f"{shot.stem}.png")
    if shot.whole:
        _take_whole(page, shot, out)
    context.close()


def _take_whole(page: Page, shot: Shot, out: Path) -> None:
    whole = page.evaluate(WHOLE_HEIGHT)
    if whole > shot.size[1]:
        page.set_viewport_size({"width": shot.size[0], "height": whole})
        wait_ready(page)
        page.screenshot(path=out / f"{shot.stem}-whole.png")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="the store to show (else the configured one)")
    parser.add_argument("--config", type=Path, help="another config.yaml")
    parser.add_argument("--only", action="append", default=[], metavar="PAGE", help="this page; may be repeated")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "pictures", help="the folder for the pictures")
    return parser.parse_args()


def main() -> None:
    """Takes the pictures that the arguments ask for, and names each."""
    asked = _arguments()
    navigation = read_configuration(asked.config).navigation
    asked.out.mkdir(parents=True, exist_ok=True)
    with serving(asked.store, asked.config) as server, chromium() as browser:
        for shot in shots(navigation, asked.only):
            take(browser, server, shot, asked.out)
            print(asked.out / f"{shot.stem}.png")  # noqa: T201 - a command's output


if __name__ == "__main__":
    main()
