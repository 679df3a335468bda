"""The one door to the published folder: at the end it is the new site, or it is as it was."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from metodbank.publishing import journal
from metodbank.publishing.failures import half_moved, not_written, told_as
from metodbank.publishing.foreign import refuse_foreign
from metodbank.publishing.journal import TREE, Journal
from metodbank.publishing.leftovers import settle
from metodbank.publishing.lock import first_lock
from metodbank.publishing.moving import carry_out, patiently, resume
from metodbank.publishing.plan import planned
from metodbank.publishing.stage import Rank, Stage, Written
from metodbank.publishing.standing import Stamp, Standing, standing_in
from metodbank.publishing.workplace import Workplace


class Publication:
    """The site while it is filled: what is neither written nor kept will be deleted.

    `stage` may be copied to worker processes; what its `write` returns there is handed to `take` here.
    `written` and `deleted` are the addresses of the files that were, once the site is published, and `left`
    is what stands there then, None where that has to be looked at.
    """

    def __init__(self, out: Path, place: Workplace, standing: Standing | None = None) -> None:
        self._out = str(out)
        self._staging = place.new_staging()
        self._standing = standing or standing_in(self._out, without=place.inside)
        self._moves: dict[str, Rank] = {}
        self._stamps: dict[str, Stamp] = {}
        self._kept: set[str] = set()
        self.written: tuple[str, ...] = ()
        self.deleted: tuple[str, ...] = ()
        self.left: Standing | None = None
        self.stage = Stage(self._out, f"{self._staging}/{TREE}", self._standing.files)

    def __contains__(self, address: str) -> bool:
        """Return whether the address belongs to the site so far."""
        return address in self._moves or address in self._kept

    def standing(self) -> Mapping[str, Stamp]:
        """Return the size and the time of each file that stood in the folder at the start, by address."""
        return self._standing.files

    def write(self, address: str, content: bytes, rank: Rank = Rank.PAGE) -> Written:
        """Put a file at an address; one that holds these bytes already is not touched."""
        written = self.stage.write(address, content, rank)
        self.take(written)
        return written

    def take(self, written: Written) -> None:
        """Let a file that was staged here or in another process belong to the site."""
        if written.changed:
            self._moves[written.address] = written.rank
            self._stamps[written.address] = (written.size, written.mtime_ns)
        else:
            self._moves.pop(written.address, None)
            self._kept.add(written.address)

    def keep(self, address: str) -> None:
        """Let a file that stands as it should belong to the site."""
        if address not in self._standing.files:
            raise ValueError(f"nothing stands at {address}")
        self._kept.add(address)

    def publish(self) -> None:
        """Make the folder the site; raises `BuildFailed` where that cannot be done to the end."""
        self.written = tuple(self._moves)
        if self._standing.is_empty and not os.path.ismount(self._out):
            with told_as(not_written):
                self._become()
            return
        with told_as(not_written):
            plan = planned(self._out, self._standing, self._moves, self._kept)
            self.deleted = tuple(plan.deletions)
            if not plan.is_empty:
                journal.write(plan, self._staging)
        if not plan.is_empty:
            self._move_in(plan)
        if not plan.folders:
            stamps = {address: self._stamps[address] for address in self.written}
            self.left = self._standing.after(stamps, self.deleted)

    def clear(self) -> None:
        """Remove what was staged, unless a journal says that the next build has to move it in."""
        if not journal.stands(self._staging):
            shutil.rmtree(self._staging, ignore_errors=True)

    def _become(self) -> None:
        if not self._moves:
            return
        if os.path.lexists(self._out):
            os.chmod(self.stage.tree, stat.S_IMODE(os.lstat(self._out).st_mode))
            if os.name == "nt":
                os.rmdir(self._out)
        patiently(os.rename, self.stage.tree, self._out)

    def _move_in(self, plan: Journal) -> None:
        try:
            carry_out(plan, self.stage.tree, self._out)
            journal.remove(self._staging)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise half_moved(error) from error
            with told_as(half_moved):
                journal.remove(self._staging)
            raise not_written(error) from error  # not one file can be moved there
        except BaseException:
            # Interrupted by hand: the rest takes less time than anybody would look at half of it.
            with told_as(half_moved):
                resume(plan, self.stage.tree, self._out)
                journal.remove(self._staging)
            raise


@contextmanager
def publication(
    out: Path,
    lock: Path | None = None,
    waiting: Callable[[], None] = lambda: None,
    standing: Standing | None = None,
) -> Iterator[Publication]:
    """Give a site to fill; when the block ends well it is published, otherwise `out` stays as it was.

    One build at a time: the lock stands beside `out`, or at `lock` where no file can be locked there;
    `waiting` is called once if another build holds it. `standing` is what the last publication `left` in a
    folder that is nobody else's; without it the folder is looked at. What a killed build has left is settled
    first. Raises `UsageError` where `out` holds something that is no site of ours, `BuildFailed` where it
    cannot be written.
    """
    out = out.absolute()
    with told_as(not_written):
        place = Workplace.of(out)
        locked = first_lock([place.lock, *([lock] if lock else [])], waiting)
    with locked:
        with told_as(not_written):
            settle(out, place)
            refuse_foreign(out, without=place.inside)
            site = Publication(out, place, standing)
        process = os.getpid()
        try:
            yield site
            site.publish()
        finally:
            # A forked process that leaves this block by an error must not take its parent's work away.
            if os.getpid() == process:
                site.clear()
