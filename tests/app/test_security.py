"""What every response carries, on https and on the plain http of a meeting room."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.attempts import MOST_WRONG
from app.service import meetings
from tests.app.web import Web, web_in

PAGES = ("/", "/uitleg", "/over", "/terug", "/nergens", "/m/000000", "/api/v1/openapi.json", "/api/v1/nowhere")


def paths(web: Web) -> list[str]:
    game = f"/kamer/{web.game}"
    return [*PAGES, f"/m/{web.code}", f"/bijeenkomst/{web.meeting}", game, f"{game}/leiding", f"{game}/scherm"]


def test_every_response_has_the_strict_headers(web: Web) -> None:
    leader = web.leader()
    for path in paths(web):
        headers = leader.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"


def test_no_page_has_anything_inline_or_from_elsewhere(web: Web) -> None:
    leader = web.leader()
    for path in paths(web):
        page = leader.get(path).text
        for forbidden in (" style=", "<style", " onclick=", "javascript:", '<script src="http', "<script>"):
            assert forbidden not in page, path


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_cookies_are_hidden_from_scripts_and_secure_where_that_works(web: Web, scheme: str, secure: bool) -> None:
    browser = web.browser(scheme)
    page = browser.get(f"/m/{web.code}")
    joined = browser.join(web.code, "Mia")
    cookies = [*page.headers.getlist("Set-Cookie"), *joined.headers.getlist("Set-Cookie")]
    assert {cookie.split("=")[0] for cookie in cookies} >= {"dnalab", "dnalab_form"}
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie) is secure
    assert browser.get(f"/kamer/{web.game}").status_code == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_read(web: Web) -> None:
    answer = web.browser().send(f"/m/{web.code}/join", {"name": "x" * 100_000})
    assert answer.status_code == 413
    assert "te groot" in answer.text


def test_a_form_from_another_page_is_refused(web: Web) -> None:
    mine, other = web.browser(), web.browser()
    page = other.get(f"/m/{web.code}").text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    answer = mine.send(f"/m/{web.code}/join", {"csrf_token": token, "name": "Mia"})
    assert answer.status_code == 400
    assert web.people() == []


def test_a_token_is_never_in_a_page_or_an_address(web: Web) -> None:
    browser = web.browser()
    joined = browser.join(web.code, "Mia")
    cookie = browser.client.get_cookie("dnalab", domain="zaal.local")
    assert cookie
    assert cookie.value not in (joined.location or "")
    for path in (f"/kamer/{web.game}", "/", f"/bijeenkomst/{web.meeting}"):
        assert cookie.value not in browser.get(path).text


def test_the_links_of_who_leads_are_on_no_page_of_others(web: Web) -> None:
    secret = meetings.link(web.lab, web.meeting, "facilitator")
    browser = web.browser()
    browser.join(web.code, "Mia")
    projector = web.browser()
    projector.follow(meetings.link(web.lab, web.meeting, "screen", web.game))
    for who in (browser, projector, web.browser()):
        for path in paths(web):
            assert secret not in who.get(path).text


def test_behind_a_proxy_with_https_cookies_are_secure_and_everybody_has_an_own_address(tmp_path: Path) -> None:
    with web_in(tmp_path, public_url="https://lab.example") as web:
        client = web.server.app.test_client()
        from_home = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Host": "lab.example"}
        cookie = client.get(f"/m/{web.code}", headers=from_home).headers["Set-Cookie"]
        assert "Secure" in cookie
        for _ in range(MOST_WRONG):
            client.get("/m/000000", headers=from_home)
        assert client.get(f"/m/{web.code}", headers=from_home).status_code == 429
        from_work = {**from_home, "X-Forwarded-For": "192.0.2.8"}
        assert client.get(f"/m/{web.code}", headers=from_work).status_code == 200


def test_without_a_proxy_nobody_chooses_an_own_address(web: Web) -> None:
    client = web.server.app.test_client()
    for number in range(MOST_WRONG):
        client.get("/m/000000", headers={"X-Forwarded-For": f"192.0.2.{number}"})
    assert client.get(f"/m/{web.code}", headers={"X-Forwarded-For": "198.51.100.1"}).status_code == 429
