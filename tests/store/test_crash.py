"""Whatever stops a writer, and wherever, the version that was current stays, whole, and the next writer tidies up."""

from __future__ import annotations

import errno
import os
import resource
import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from equality.errors import StoreBusy, StoreUnwritable
from equality.store import layout
from equality.store.history import read_history
from equality.store.layout import Store
from equality.store.versions import create_store, rollback, verify, writing
from tests.store.rows import store_of, write_values

STEPS = ("mkdir", "fsync", "rename", "replace")
SPAWN = get_context("forkserver")
SPAWN.set_forkserver_preload(["tests.store.test_crash"])
UNWRITABLE = 3


class Stop:
    """Counts the steps that touch the disk, and acts at one of them."""

    def __init__(self, at: int, act: Callable[[], None], after: bool = False) -> None:
        self.at, self.act, self.after, self.seen = at, act, after, 0

    def around(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def stopping(*arguments: Any, **options: Any) -> Any:
            self.seen += 1
            due = self.seen == self.at
            if due and not self.after:
                self.act()
            try:
                return step(*arguments, **options)
            finally:
                if due and self.after:
                    self.act()

        return stopping


def kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fill_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def write_and_die(path: Path, at: int, after: bool) -> None:
    stop = Stop(at, kill_self, after)
    for step in STEPS:
        setattr(os, step, stop.around(getattr(os, step)))
    write_values(Store(path), 2)


def write_under_limit(path: Path, limit: int) -> None:
    store = Store(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        write_values(store, *range(200))
    except StoreUnwritable:
        os._exit(UNWRITABLE)


def hold(path: Path, ready: Any, release: Any) -> None:
    with writing(Store(path)):
        ready.set()
        release.wait(20)


def write_once(path: Path) -> None:
    write_values(Store(path), 1)


def finished(process: BaseProcess) -> int | None:
    process.start()
    process.join(30)
    return process.exitcode


def names(store: Store) -> list[str]:
    return sorted(path.relative_to(store.path).as_posix() for path in store.path.rglob("*"))


@pytest.mark.parametrize(("before", "after"), [(0, False), (1, True)])
def test_killed_at_any_step(tmp_path: Path, before: int, after: bool) -> None:
    at, stored = 0, 0
    while True:
        at += 1
        store = store_of(tmp_path / str(at), *[1] * before)
        exit_code = finished(SPAWN.Process(target=write_and_die, args=(store.path, at, after)))
        if exit_code == 0:
            break
        assert exit_code == -signal.SIGKILL
        current = store.current_number() or 0
        assert current in (before, before + 1)
        stored += current == before + 1
        assert verify(store) == ()
        held = store.current()
        write_values(store, 3)
        assert held is None or store.version(held.number) == held
        assert store.current_number() == max(store.numbers())
        assert not [name for name in names(store) if "/.new" in name or "/.old" in name]
        assert set(store.numbers()) == {event.version for event in read_history(store.path)}
    assert at > 12  # the steps were really there to stop at
    assert 0 < stored < at / 2


@pytest.mark.parametrize(("before", "after"), [(0, False), (1, True)])
def test_disk_full_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int, after: bool) -> None:
    at, refused = 0, 0
    while True:
        at += 1
        store = store_of(tmp_path / str(at), *[1] * before)
        held = names(store)
        stop = Stop(at, fill_disk, after)
        with monkeypatch.context() as patch:
            for step in STEPS:
                patch.setattr(os, step, stop.around(getattr(os, step)))
            try:
                version = write_values(store, 2)
            except StoreUnwritable as error:
                refused += 1
                assert "make room" in error.hint
                assert (store.current_number() or 0) == before
                assert names(store) == held
            else:
                assert store.current() == version
        assert verify(store) == ()
        assert write_values(store, 3).number == store.current_number()
        if stop.seen < at:
            break
    assert refused > 10


@pytest.mark.parametrize("limit", [0, 200, 1000])
def test_a_disk_that_really_takes_no_more(tmp_path: Path, limit: int) -> None:
    store = store_of(tmp_path, 1)
    held = names(store)
    assert finished(SPAWN.Process(target=write_under_limit, args=(store.path, limit))) == UNWRITABLE
    assert names(store) == held
    assert store.current_number() == 1


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(tmp_path, 1)

    def denied(*_arguments: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "mkdir", denied)
    with pytest.raises(StoreUnwritable, match="--store"):
        write_values(store, 2)
    with pytest.raises(StoreUnwritable, match="--store"):
        create_store(tmp_path / "another")


def test_a_file_where_the_store_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StoreUnwritable, match="stands where a folder is needed"):
        create_store(tmp_path / "file")
    assert Store(tmp_path / "file").current() is None


def test_a_second_writer_waits_says_so_and_gives_up(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1)
    ready, release = SPAWN.Event(), SPAWN.Event()
    holder = SPAWN.Process(target=hold, args=(store.path, ready, release))
    holder.start()
    assert ready.wait(20)
    said: list[str] = []
    with pytest.raises(StoreBusy), writing(store, wait_seconds=0.1, on_wait=lambda: said.append("waiting")):
        pytest.fail("two writers at once")
    assert said == ["waiting"]
    with writing(store, wait_seconds=20, on_wait=release.set):
        rollback(store, 1, "a tester")
    holder.join(20)


def test_several_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1)
    writers = [SPAWN.Process(target=write_once, args=(store.path,)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
    assert [version.manifest.parent for version in store.versions()] == [None, 1, 2, 3, 4]
    assert verify(store) == ()


def test_a_history_line_cut_short_is_passed_over(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1)
    with (store.path / "history.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"at": "2025-')
    write_values(store, 2)
    assert [event.version for event in read_history(store.path)] == [1, 2]
    assert layout.POINTER in names(store)
