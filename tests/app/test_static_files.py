"""The files that browsers load: kept for ever, packed, and steady while somebody updates the folder."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from whitenoise import WhiteNoise

from app import static_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "static"
    (made / "js").mkdir(parents=True)
    (made / "js" / "play.js").write_text("import './net.js';\n" * 100)
    (made / "js" / "net.js").write_text("export {};\n")
    (made / "notes.md").write_text("not for browsers")
    return made


def served(folder: Path, copies: Path) -> tuple[Flask, FlaskClient, str]:
    app = Flask("app")
    build = static_files.attach(app, copies, folder)
    assert isinstance(app.wsgi_app, WhiteNoise)
    return app, app.test_client(), build


def test_a_file_is_kept_for_ever_under_its_build(folder: Path, tmp_path: Path) -> None:
    app, client, build = served(folder, tmp_path / "copies")
    address = app.jinja_env.globals["asset"]("js/play.js")  # type: ignore[operator]
    assert address == f"/s/{build}/js/play.js"
    answer = client.get(address, buffered=True)
    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_it_is_sent_packed(folder: Path, tmp_path: Path) -> None:
    app, client, _ = served(folder, tmp_path / "copies")
    address = app.jinja_env.globals["asset"]("js/play.js")  # type: ignore[operator]
    answer = client.get(address, buffered=True, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data) == (folder / "js" / "play.js").read_bytes()


def test_any_change_gives_another_build(folder: Path) -> None:
    before = static_files.fingerprint(folder)
    (folder / "js" / "net.js").write_text("export { };\n")
    changed = static_files.fingerprint(folder)
    (folder / "js" / "net.js").rename(folder / "js" / "web.js")
    assert len({before, changed, static_files.fingerprint(folder)}) == 3


def test_an_update_of_the_folder_changes_nothing_before_a_restart(folder: Path, tmp_path: Path) -> None:
    app, client, build = served(folder, tmp_path / "copies")
    address = app.jinja_env.globals["asset"]("js/net.js")  # type: ignore[operator]
    (folder / "js" / "net.js").write_text("export const longer = 'than before';\n")
    assert client.get(address, buffered=True).text == "export {};\n"
    _, later, other = served(folder, tmp_path / "copies")
    assert other != build
    assert "longer" in later.get(f"/s/{other}/js/net.js", buffered=True).text
    assert [copy.name for copy in (tmp_path / "copies").iterdir()] == [other]


def test_what_is_not_for_browsers_is_not_there(folder: Path, tmp_path: Path) -> None:
    app, client, build = served(folder, tmp_path / "copies")
    assert client.get(f"/s/{build}/notes.md").status_code == 404
    assert client.get(f"/s/{build}/../factory.py").status_code == 404
    with pytest.raises(FileNotFoundError, match=r"tools\.vendor"):
        app.jinja_env.globals["asset"]("js/gone.js")  # type: ignore[operator]
