"""`metodbank serve`: the site in a browser, right again a moment after a file was saved."""

from __future__ import annotations

import gc
import signal
import tempfile
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import Thread

import click

from metodbank.build import SiteBuild
from metodbank.commands.building import collected_at_the_end
from metodbank.commands.options import as_of_option
from metodbank.commands.outcome import DONE, report_bug
from metodbank.commands.rebuilds import came_of, in_short
from metodbank.commands.store_place import store_path
from metodbank.dates import today
from metodbank.errors import MetodbankError, NoSuchRoot, UsageError
from metodbank.region_reading import REGION_FILE
from metodbank.russian_click import RussianCommand
from metodbank.serving.hosts import LOCAL, url_of, urls_for_others
from metodbank.serving.preview import Build, Preview
from metodbank.serving.server import PreviewServer, listening
from metodbank.serving.watching import saved
from metodbank.unchanged import Built

FIRST_PORT = 8000


class Port(click.ParamType[int]):
    """The number of a port."""

    name = "НОМЕР"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or fail with what it may be."""
        number = int(value) if str(value).isdecimal() else -1
        if not 0 <= number <= 65535:
            self.fail(f"«{value}» — не порт. Напишите число от 1 до 65535: 8000.", param, ctx)
        return number


@click.command(
    cls=RussianCommand,
    help="""Показывает сайт в браузере и обновляет страницу, как только файл сохранён.

    \b
    Примеры:
      metodbank serve
      metodbank serve --drafts --open      с черновиками, сразу открыть браузер
      metodbank serve --host 0.0.0.0       открыть и на телефоне в той же сети

    Запись с ошибкой не исчезает: остаётся её прежняя страница, а замечания видны на ней и здесь.
    Остановить: Ctrl+C. Папку site/ эта команда не трогает.
    """,
)
@click.option(
    "--host", default="127.0.0.1", metavar="АДРЕС", help="На каком адресе отвечать (иначе только здесь)."
)
@click.option("--port", type=Port(), default=None, help="Порт (иначе первый свободный с 8000).")
@click.option("--drafts", is_flag=True, help="Показать и неопубликованные записи.")
@click.option("--open", "opens", is_flag=True, help="Открыть браузер.")
@as_of_option
@click.pass_obj
def command(root: Path, host: str, port: int | None, drafts: bool, opens: bool, as_of: date | None) -> int:
    """Serve the preview."""
    return serve_base(root, host=host, port=port, drafts=drafts, opens=opens, as_of=as_of)


def serve_base(
    root: Path, *, host: str, port: int | None, drafts: bool, opens: bool, as_of: date | None
) -> int:
    """Serve the site of the base until the command is stopped; return 0."""
    if not root.is_dir():
        raise NoSuchRoot(root)
    if not (root / REGION_FILE).exists():
        raise UsageError(
            f"В папке «{root}» нет файла {REGION_FILE}: это не база. Укажите корень: --root ПАПКА."
        )
    with (
        tempfile.TemporaryDirectory(prefix="metodbank-serve-") as folder,
        listening(host, FIRST_PORT if port is None else port, is_asked_for=port is not None) as server,
    ):
        if port is None and server.server_port != FIRST_PORT:
            click.echo(f"Порт {FIRST_PORT} занят, взят следующий свободный.", err=True)
        built = Path(folder, "built")
        building = _building(root, built, drafts=drafts, as_of=as_of)
        preview = Preview(built, Path(folder, "shown"), building, _in_words)
        click.echo("Сайт строится…", err=True)
        _build(preview, frozenset())
        # What the first build knew stays known: the collector need not look through it again and again.
        gc.collect()
        gc.freeze()
        gc.enable()
        try:
            with _stopped_by_the_system_as_by_hand():
                _invite(server, drafts=drafts)
                _serve_until_stopped(root, preview, server, opens=opens)
        except KeyboardInterrupt:
            click.echo("Остановлено.", err=True)
    return DONE


def _building(root: Path, out: Path, *, drafts: bool, as_of: date | None) -> Build:
    """Return the function that builds the base into the folder.

    Only the first build may work in several processes and keeps what it made: later ones run beside threads,
    and somebody waits for them.
    """
    site = SiteBuild(
        root,
        out,
        as_of=lambda zone: as_of or today(zone),
        drafts=drafts,
        store=store_path(root),
        kept_as="preview",
    )
    is_first = True

    def building(saved_files: frozenset[str]) -> Built:
        nonlocal is_first
        alone, is_first = not is_first, False
        with collected_at_the_end():
            return site.build(lambda _: None, alone=alone, saved=saved_files)

    return building


def _serve_until_stopped(root: Path, preview: Preview, server: PreviewServer, *, opens: bool) -> None:
    """Answer in other threads, build in this one.

    The first build, which may fork, was done before any other thread began.
    """
    answering = Thread(target=server.show, args=(preview,), daemon=True)
    try:
        answering.start()
        if opens:
            webbrowser.open(url_of(server.host, server.server_port))
        for files in saved(root):
            _build(preview, files)
    finally:
        preview.end()
        if answering.is_alive():
            server.shutdown()


def _build(preview: Preview, saved_files: frozenset[str]) -> None:
    started = time.perf_counter()
    rebuilt = preview.rebuild(saved_files)
    if saved_files or rebuilt.is_news:
        seconds = time.perf_counter() - started
        click.echo(came_of(rebuilt, saved_files), err=True, nl=False)
        click.echo(f"{datetime.now():%H:%M:%S} {in_short(rebuilt, seconds)}", err=True)


def _invite(server: PreviewServer, *, drafts: bool) -> None:
    """Print where to look, and who else can."""
    click.echo(f"Сайт открыт здесь: {url_of(server.host, server.server_port)}")
    if server.host in LOCAL:
        return
    urls = urls_for_others(server.host, server.server_port)
    for url in urls:
        click.echo(f"На телефоне в той же сети: {url}")
    if not urls:
        click.echo("Адрес этого компьютера в сети не найден: посмотрите его в настройках сети.", err=True)
    if drafts:
        click.echo("Внимание: черновики видны всем, кто подключён к этой сети.", err=True)


def _in_words(error: Exception) -> str:
    return str(error) if isinstance(error, MetodbankError) else report_bug(error)


@contextmanager
def _stopped_by_the_system_as_by_hand() -> Iterator[None]:
    """Let SIGTERM end the command as Ctrl+C does, with everything put away."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
