"""`metodbank serve`: what a browser gets while files are saved, broken, mended, renamed and deleted."""

from __future__ import annotations

import json
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from knowledge_bases import PRACTICE, add, change, write
from metodbank.cli import run
from previews import Served, serving

PAGE = "/practices/primer.html"


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[Served]:
    """Return a preview of the smallest base."""
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        yield served


ASKED = """\
entries:
  reading-comprehension:
    title: Чтение с вопросом
"""


def news(served: Served, page: str) -> dict[str, object]:
    """Return the first news that an open page is told."""
    connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
    connection.request("GET", f"/_metodbank/news?page={page}")
    response = connection.getresponse()
    assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    line = b""
    while not line.startswith(b"data: "):
        line = response.readline()
        assert line, "the news ended"
    connection.close()
    told: dict[str, object] = json.loads(line.removeprefix(b"data: "))
    return told


def notice(served: Served, page: str = "/index.html") -> dict[str, Any]:
    """Return the notice that stands in an open page."""
    found = news(served, page)["notice"]
    return found if isinstance(found, dict) else {}


def shows(served: Served, path: str, words: str) -> Callable[[], bool]:
    return lambda: words in served.ask(path).text


def test_saved_record_is_on_its_page_and_in_its_list(root: Path, served: Served) -> None:
    assert "Вопросы к тексту" in served.page(PAGE)
    before = news(served, PAGE)["version"]
    elsewhere = news(served, "/rules/index.html")["version"]
    change(root, "practices/primer.yml", "Вопросы к тексту", "Вопросы к рассказу")
    served.until(shows(served, PAGE, "Вопросы к рассказу"))
    assert "Вопросы к рассказу" in served.page("/practices/")
    assert news(served, PAGE)["version"] != before
    assert news(served, "/rules/index.html")["version"] == elsewhere
    served.until_says("изменилось: 10\u00a0страниц. Замечаний нет.")
    assert not (root / "site").exists()


def test_page_carries_the_version_that_its_news_begin_with(served: Served) -> None:
    version = news(served, PAGE)["version"]
    assert f'<script defer src="/_metodbank/preview.js" data-version="{version}"></script>' in served.page(
        PAGE
    )
    for own in ("/_metodbank/preview.js", "/_metodbank/preview.css"):
        assert served.ask(own).status == 200
    assert served.ask("/_metodbank/../preview.py").status == 404


def test_broken_record_keeps_its_last_good_page_until_it_is_mended(root: Path, served: Served) -> None:
    write(root, "files/primer/list.txt", "лист")
    attached = "attachments:\n  - {file: list.txt, title: Лист, description: Один., accessibility: Текст.}\n"
    add(root, "practices/primer.yml", attached)
    served.until(lambda: served.ask("/files/primer/list.txt").text == "лист")
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    served.until_says("MB202")
    assert "    Нет организации с идентификатором «shkolla».\n" in served.err
    assert "practices/primer.yml:8:15: ошибка MB202, поле «Организация»\n" in served.err
    served.until(lambda: bool(notice(served, PAGE)))
    told = notice(served, PAGE)
    assert told["title"] == "Эта страница осталась прежней: в её файле ошибка"
    assert told["urgent"] is True
    problems = told["problems"]
    [problem] = problems
    assert problem["place"] == "practices/primer.yml:8:15"
    assert problem["about"] == "ошибка MB202, поле «Организация»"
    assert problem["message"] == "Нет организации с идентификатором «shkolla»."
    assert problem["remedy"].startswith("Вероятно, имелось в виду «shkola»")
    assert notice(served)["title"] == "1\u00a0ошибка в 1\u00a0файле"
    assert "Вопросы к тексту" in served.page(PAGE)
    assert served.ask("/files/primer/list.txt").text == "лист"
    assert "Вопросы к тексту" not in served.page("/practices/index.html")
    change(root, "practices/primer.yml", "organization: shkolla", "organization: shkola")
    served.until(lambda: not notice(served, PAGE))
    assert "Вопросы к тексту" in served.page("/practices/index.html")


def test_broken_record_that_is_then_deleted_loses_its_page(root: Path, served: Served) -> None:
    write(root, "practices/primer.yml", "title: [")
    served.until_says("practices/primer.yml:")
    assert "Вопросы к тексту" in served.page(PAGE)
    (root / "practices/primer.yml").unlink()
    served.until(lambda: served.ask(PAGE).status == 404)
    assert notice(served) == {}


def watched(root: Path, served: Served) -> None:
    """Save a record and see it: from then on the folders are watched as they were."""
    change(root, "practices/primer.yml", "Вопросы к тексту", "Вопросы к рассказу")
    served.until(shows(served, PAGE, "Вопросы к рассказу"))


def test_new_renamed_and_deleted_records_come_and_go(root: Path, served: Served) -> None:
    watched(root, served)
    write(root, "practices/2027/novaya.yml", PRACTICE.replace("Вопросы к тексту", "Новая полка"))
    served.until(shows(served, "/practices/novaya.html", "Новая полка"))
    write(root, "practices/2027/eshche.yml", PRACTICE.replace("Вопросы к тексту", "Ещё полка"))
    served.until(shows(served, "/practices/eshche.html", "Ещё полка"))
    (root / "practices/2027/novaya.yml").rename(root / "practices/polka.yml")
    served.until(shows(served, "/practices/polka.html", "Новая полка"))
    assert served.ask("/practices/novaya.html").status == 404
    (root / "practices/polka.yml").unlink()
    served.until(lambda: served.ask("/practices/polka.html").status == 404)
    assert "Такой страницы нет" in served.ask("/practices/polka.html").text
    assert "Новая полка" not in served.page("/practices/index.html")


def test_vocabulary_prose_and_attachment_are_seen_as_they_are_saved(root: Path, served: Served) -> None:
    write(root, "reference/vocabularies/difficulties.yml", ASKED)
    served.until(shows(served, PAGE, "Чтение с вопросом"))
    write(root, "content/about/novosti.md", "# Новости\n\nКабинет переехал.\n")
    served.until(shows(served, "/about/novosti.html", "Кабинет переехал."))
    add(root, "content/about/novosti.md", "\nВторой этаж.\n")
    served.until(shows(served, "/about/novosti.html", "Второй этаж."))
    write(root, "files/primer/list.txt", "лист")
    attached = "attachments:\n  - {file: list.txt, title: Лист, description: Один., accessibility: Текст.}\n"
    add(root, "practices/primer.yml", attached)
    served.until(lambda: served.ask("/files/primer/list.txt").text == "лист")
    write(root, "files/primer/list.txt", "другой лист")
    served.until(lambda: served.ask("/files/primer/list.txt").text == "другой лист")


def test_table_of_monitoring_is_seen_as_it_is_saved(root: Path, served: Served) -> None:
    write(root, "monitoring/2025.csv", "показатель;территория\n")
    served.until(shows(served, "/quality.html", "monitoring/2025.csv"))
    (root / "monitoring/2025.csv").unlink()
    served.until(lambda: "monitoring/2025.csv" not in served.page("/quality.html"))


def test_folder_replaced_by_another_is_watched_again(root: Path, served: Served) -> None:
    watched(root, served)
    shutil.copytree(root / "practices", root.parent / "other")
    change(root.parent, "other/primer.yml", "Вопросы к рассказу", "Вопросы к сказке")
    (root / "practices").rename(root.parent / "old")
    (root.parent / "other").rename(root / "practices")
    served.until(shows(served, PAGE, "Вопросы к сказке"))
    change(root, "practices/primer.yml", "Вопросы к сказке", "Вопросы к басне")
    served.until(shows(served, PAGE, "Вопросы к басне"))


def test_change_that_nobody_told_of_is_seen_with_the_next_save(root: Path, served: Served) -> None:
    elsewhere = root.parent / "elsewhere.yml"
    write(root, "practices/vtoraya.yml", PRACTICE.replace("Вопросы к тексту", "Вторая полка"))
    (root / "practices/vtoraya.yml").rename(elsewhere)
    (root / "practices/vtoraya.yml").hardlink_to(elsewhere)
    served.until(shows(served, "/practices/vtoraya.html", "Вторая полка"))
    watched(root, served)
    # What is written through another name of the file is told to the folder of that name alone.
    change(elsewhere.parent, elsewhere.name, "Вторая полка", "Верная полка")
    change(root, "practices/primer.yml", "Вопросы к рассказу", "Вопросы к басне")
    served.until(shows(served, PAGE, "Вопросы к басне"))
    assert "Верная полка" in served.page("/practices/vtoraya.html")
    assert "Верная полка" in served.page("/practices/")


def test_many_files_and_folders_at_once_are_all_seen(root: Path, served: Served) -> None:
    watched(root, served)
    for number in range(60):
        text = PRACTICE.replace("Вопросы к тексту", f"Полка номер {number}.")
        write(root, f"practices/2026/polka-{number}.yml", text)
    served.until(shows(served, "/practices/polka-59.html", "Полка номер 59."))
    assert "Полка номер 0." in served.page("/practices/polka-0.html")
    (root / "practices/2026").rename(root / "practices/2027")
    for number in range(0, 60, 2):
        (root / f"practices/2027/polka-{number}.yml").unlink()
    change(root, "practices/2027/polka-1.yml", "Полка номер 1.", "Полка в углу.")
    served.until(shows(served, "/practices/polka-1.html", "Полка в углу."))
    served.until(lambda: served.ask("/practices/polka-58.html").status == 404)
    assert "Полка номер 59." in served.page("/practices/polka-59.html")
    assert "Полка номер 58." not in served.page("/practices/index.html")


def test_what_a_failed_build_left_undone_is_done_by_the_next(root: Path, served: Served) -> None:
    watched(root, served)
    region = (root / "region.yml").read_text("utf-8")
    write(root, "region.yml", "name: [")
    served.until_says("сайт не построен, показан прежний")
    change(root, "practices/primer.yml", "Вопросы к рассказу", "Вопросы к басне")
    write(root, "practices/novaya.yml", PRACTICE.replace("Вопросы к тексту", "Новая полка"))
    write(root, "region.yml", region)
    served.until(shows(served, "/practices/novaya.html", "Новая полка"))
    assert "Вопросы к басне" in served.page(PAGE)


def test_files_are_seen_where_the_system_does_not_tell_of_them(root: Path, tmp_path: Path) -> None:
    options = ("--port", "0")
    with serving(root, *options, temporary=tmp_path / "temporary", WATCHFILES_FORCE_POLLING="1") as served:
        watched(root, served)
        write(root, "practices/2027/novaya.yml", PRACTICE.replace("Вопросы к тексту", "Новая полка"))
        served.until(shows(served, "/practices/novaya.html", "Новая полка"))
        change(root, "practices/2027/novaya.yml", "Новая полка", "Новейшая полка")
        served.until(shows(served, "/practices/novaya.html", "Новейшая полка"))


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [("region.yml", "name: [", "region.yml:1:"), ("mkdocs.yml", "theme: {name: [", "mkdocs.yml:1:")],
)
def test_build_that_fails_leaves_the_last_good_site_and_says_why(
    root: Path, served: Served, file: str, text: str, words: str
) -> None:
    before = (root / file).read_text("utf-8") if (root / file).exists() else ""
    write(root, file, text)
    served.until_says("сайт не построен, показан прежний")
    told = notice(served, PAGE)
    assert told["title"] == "Сайт не пересобран: показан последний удачный"
    assert words in str(told["text"])
    assert "Вопросы к тексту" in served.page(PAGE)
    write(root, file, before)
    served.until(lambda: not notice(served, PAGE))


def test_preview_that_begins_with_a_broken_base_tells_so_and_recovers(root: Path, tmp_path: Path) -> None:
    region = (root / "region.yml").read_text("utf-8")
    write(root, "region.yml", "name: <b>Проба</b>\n")
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        answer = served.ask("/practices/")
        assert answer.status == 503
        assert "<h1>Сайт пока не построен</h1>" in answer.text
        assert "region.yml:1:1: " in answer.text
        assert "<b>" not in answer.text
        broken = news(served, "/practices/")
        assert f'data-version="{broken["version"]}"' in answer.text
        write(root, "region.yml", region)
        served.until(lambda: served.ask("/practices/").status == 200)
        assert news(served, "/practices/") == {
            "version": news(served, "/practices/")["version"],
            "notice": None,
        }
        assert news(served, "/practices/")["version"] != broken["version"]


def test_warning_is_shown_on_the_page_of_its_record_alone(root: Path, served: Served) -> None:
    change(root, "programs/kurs.yml", "title: Смысловое чтение", "title: Смысловое чтение.")
    served.until_says("MB209")
    told = notice(served, "/programs/kurs.html")
    assert (told["title"], told["urgent"]) == ("Замечания к этой странице", False)
    assert notice(served) == {}


def test_of_many_errors_those_of_the_page_come_first_and_the_rest_is_counted(
    root: Path, served: Served
) -> None:
    for number in range(12):
        write(root, f"practices/a-{number}.yml", PRACTICE.replace("shkola", "net-takoy"))
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    served.until(lambda: notice(served).get("title") == "13\u00a0ошибок в 13\u00a0файлах")
    told = notice(served, PAGE)
    problems = told["problems"]
    assert len(problems) == 10
    assert problems[0]["place"].startswith("practices/primer.yml:")
    assert told["more"] == "И ещё 3\u00a0замечания: metodbank check"


def test_drafts_are_shown_where_they_are_asked_for(root: Path, tmp_path: Path) -> None:
    change(root, "practices/primer.yml", "status: published", "status: draft")
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        assert served.ask(PAGE).status == 404
    with serving(root, "--port", "0", "--drafts", temporary=tmp_path / "temporary") as served:
        assert "Вопросы к тексту" in served.page(PAGE)


def test_server_gives_only_files_of_the_site_with_their_types(root: Path, served: Served) -> None:
    for path, kind in {
        "/": "text/html; charset=utf-8",
        "/index.html?a=b": "text/html; charset=utf-8",
        "/assets/metodbank/base.css": "text/css; charset=utf-8",
        "/assets/metodbank/icon.svg": "image/svg+xml; charset=utf-8",
        "/build.json": "application/json; charset=utf-8",
        "/robots.txt": "text/plain; charset=utf-8",
    }.items():
        answer = served.ask(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind), path
        assert answer.headers["Cache-Control"] == "no-store"
        assert int(answer.headers["Content-Length"]) == len(answer.content)
        assert served.ask(path, "HEAD").content == b""
        assert served.ask(path, "HEAD").headers["Content-Length"] == answer.headers["Content-Length"]
    moved = served.ask("/practices")
    assert (moved.status, moved.headers["Location"]) == (302, "/practices/")
    secret = write(root.parent, "secret.txt", "тайна")
    for path in (
        f"/..{secret}", "/../../../../../../etc/passwd", "/%2e%2e/%2e%2e/secret.txt", "/..%5c..%5csecret.txt",
        f"/{secret}", "/assets", "/assets/", "/files/", "/%00", "//etc/passwd", "/index.html/..",
        "/region.yml",
    ):  # fmt: skip
        answer = served.ask(path)
        assert answer.status == 404, path
        assert "Такой страницы нет" in answer.text
        assert 'href="/assets/metodbank/base.css"' in answer.text


def test_page_of_a_wrong_address_looks_right_for_a_site_below_its_host(root: Path, tmp_path: Path) -> None:
    add(root, "region.yml", "site_url: https://example.org/baza/\n")
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        html = served.ask("/net/takoy/stranitsy.html").text
    assert 'href="/assets/metodbank/base.css"' in html
    assert 'href="/practices/index.html"' in html
    assert '"/baza/' not in html


def test_server_only_answers_to_readers_who_name_it(served: Served) -> None:
    for host in ("localhost", f"localhost:{served.port}", f"127.0.0.1:{served.port}", f"[::1]:{served.port}"):
        assert served.ask("/", Host=host).status == 200, host
    for host in (
        "evil.example",
        f"evil.example:{served.port}",
        "192.168.0.7:8000",
        "",
        "localhost.evil.example",
    ):
        answer = served.ask("/", Host=host)
        assert answer.status == 421, host
        assert "Тихая" not in answer.text
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = served.ask("/", method)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD"), method


def test_readers_who_break_off_do_no_harm(root: Path, served: Served) -> None:
    requests = (
        b"", b"GET", b"GET / HTTP/1.1\r\n", b"\xff\xfe\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /_metodbank/news?page=/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50,
    )  # fmt: skip
    for request in requests * 3:
        with socket.create_connection(("127.0.0.1", served.port)) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.sendall(request)
    change(root, "practices/primer.yml", "Вопросы к тексту", "Вопросы к рассказу")
    served.until(shows(served, PAGE, "Вопросы к рассказу"))
    assert not [line for line in served.err if "Traceback" in line or "Error" in line]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_preview_ends_quietly_and_leaves_nothing(root: Path, tmp_path: Path, number: int) -> None:
    temporary = tmp_path / "temporary"
    with serving(root, "--port", "0", temporary=temporary) as served:
        assert served.err[0] == "Сайт строится…\n"
        assert list(temporary.iterdir())
        with socket.create_connection(("127.0.0.1", served.port)) as listener:
            listener.sendall(b"GET /_metodbank/news?page=/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert listener.recv(10) == b"HTTP/1.1 2"
            assert served.stop(number) == 0
    assert served.err[-1] == "Остановлено.\n"
    assert "Traceback" not in "".join(served.err)
    assert list(temporary.iterdir()) == []


def test_port_that_was_asked_for_and_is_taken_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert run(["--root", str(root), "serve", "--port", str(port)]) == 2
    assert capsys.readouterr().err.startswith(f"Порт {port} по адресу 127.0.0.1 не занять: ")


def test_next_free_port_is_taken_where_none_was_asked_for(root: Path, tmp_path: Path) -> None:
    with socket.socket() as other:
        try:
            other.bind(("127.0.0.1", 8000))
            other.listen()
        except OSError:
            pass  # somebody else has it: all the same
        with serving(root, temporary=tmp_path / "temporary") as served:
            assert served.port > 8000
            assert "Порт 8000 занят, взят следующий свободный.\n" in served.err


def test_whole_network_is_told_of_in_words(root: Path, tmp_path: Path) -> None:
    options = ("--port", "0", "--host", "0.0.0.0", "--drafts")  # noqa: S104 (a base made up for the test)
    with serving(root, *options, temporary=tmp_path / "temporary") as served:
        assert served.url == f"http://localhost:{served.port}/"
        served.until_says("Внимание: черновики видны всем, кто подключён к этой сети.")
        assert served.ask("/", Host="192.168.0.7:8000").status == 200
        assert served.ask("/", Host="evil.example").status == 421


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--port", "80000"], "--port: «80000» — не порт. Напишите число от 1 до 65535: 8000."),
        (["--port", "восемь"], "--port: «восемь» — не порт."),
        (["--host", "нет.такого.адреса.invalid"], "Адреса «нет.такого.адреса.invalid» нет."),
    ],
)
def test_wrong_address_is_told_in_russian(
    root: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(root), "serve", *options]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_missing_root_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(tmp_path / "net"), "serve"]) == 2
    assert capsys.readouterr().err.startswith("Папки «")
