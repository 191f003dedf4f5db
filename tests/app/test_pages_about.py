"""The pages that explain: how to play, words, privacy, accessibility. They say who runs the server, or whom to ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.config import ROOT, Config, config_from
from app.factory import create_app

from .web import Web

PAGES = ("/uitleg", "/uitleg/begrippen", "/privacy", "/toegankelijkheid", "/over")


@pytest.mark.parametrize("path", PAGES)
def test_everybody_may_read_it_and_finds_the_others_at_its_foot(web: Web, path: str) -> None:
    answer = web.browser().get(path)
    assert answer.status_code == 200
    foot = answer.text[answer.text.index('<footer class="site-footer') :]
    assert all(f'href="{other}"' in foot for other in ("/privacy", "/toegankelijkheid", "/uitleg/begrippen"))


@pytest.mark.parametrize("path", ["/privacy", "/toegankelijkheid"])
def test_who_runs_the_server_is_named_when_that_is_known(tmp_path: Path, path: str) -> None:
    with_name = _client(tmp_path, organisation="Gemeente <Waardveen>", contact="griffie@waardveen.example")
    text = with_name.get(path).text
    assert "Gemeente &lt;Waardveen&gt;" in text
    assert "griffie@waardveen.example" in text


@pytest.mark.parametrize("path", ["/privacy", "/toegankelijkheid"])
def test_else_the_page_says_whom_to_ask(web: Web, path: str) -> None:
    text = web.browser().get(path).text
    assert "niet" in text and "ingevuld" in text
    assert "spelleider" in text


def test_the_statement_claims_no_more_than_was_done(web: Web) -> None:
    text = web.browser().get("/toegankelijkheid").text
    assert "eerste maatregelen genomen" in text
    assert "nog niet hebben getest" in text
    assert "voldoet volledig" not in text


def test_the_environment_says_who_runs_the_server() -> None:
    config = config_from({"DNALAB_ORGANISATION": " Waardveen ", "DNALAB_CONTACT": "14 0123"})
    assert (config.organisation, config.contact) == ("Waardveen", "14 0123")


def test_all_words_stand_on_one_page(tmp_path: Path) -> None:
    text = _client(tmp_path, cases=ROOT / "cases").get("/uitleg/begrippen").text
    assert all(f'id="begrip-{word}"' in text for word in ("hamerstuk", "geheimhouding", "riec"))


def _client(folder: Path, **settings: object) -> FlaskClient:
    config = Config(data=folder, async_mode="threading", secret_key="k" * 40, **settings)  # type: ignore[arg-type]
    server = create_app(config)
    server.folder.release()
    return server.app.test_client()
