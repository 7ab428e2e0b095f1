"""What every answer is guarded by, whoever asks."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.workbench.access.conftest import Opened
from verbale.workbench.access import Settings
from verbale.workbench.guarding import hostname

HTTPS = Settings(accounts=True, secure=True, names=("News.example.org", "2001:db8::1"))


@pytest.mark.parametrize("host", [
    "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8017", "evil@localhost", "localhost@evil",
    "", "[::1", "::1", "localhost:x", "localhost.", "local host", "localhost/", "127.0.0.2", "0.0.0.0",
])  # fmt: skip
def test_a_name_that_is_not_ours_is_refused(opened: Opened, host: str):
    for settings in (Settings(), Settings(accounts=True)):
        answer = opened(settings).get("/asked", headers={"Host": host})
        assert answer.status_code == 421
        assert "name" not in answer.json()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8017", "127.0.0.1:80", "[::1]:8017"])
def test_the_loopback_address_has_these_names(opened: Opened, host: str):
    assert opened(Settings()).get("/asked", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["news.example.org", "NEWS.example.org:443", "[2001:db8::1]", "localhost"])
def test_the_names_that_were_given_are_answered_to(opened: Opened, host: str):
    assert opened(HTTPS, "https://localhost").get("/login", headers={"Host": host}).status_code == 200


def test_the_host_is_read_strictly():
    assert hostname("[2001:DB8::1]:8017") == "2001:db8::1"
    assert hostname("a:123456") is None


@pytest.mark.parametrize("path", ["/login", "/asked", "/no/such/page", "/static/access.css"])
def test_every_answer_has_the_headers_that_protect_it(client: TestClient, path: str):
    headers = client.get(path).headers
    policy = dict(each.split(" ", 1) for each in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert not any("unsafe" in value or "data:" in value or "*" in value for value in policy.values())
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in headers
    assert "server" not in headers


def test_with_https_browsers_are_told_to_stay_with_it(opened: Opened):
    headers = opened(HTTPS, "https://localhost").get("/login").headers
    assert headers["strict-transport-security"] == "max-age=31536000"


def test_what_is_to_be_reached_by_https_is_not_reached_without(opened: Opened):
    assert opened(HTTPS, "http://localhost").get("/login").status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Forwarded-Host"])
def test_a_proxy_before_a_server_without_accounts_is_refused(opened: Opened, header: str):
    assert opened(Settings()).get("/asked", headers={header: "192.0.2.7"}).status_code == 403


def test_refusals_are_guarded_too(opened: Opened):
    answer = opened(Settings()).get("/asked", headers={"Host": "evil.example"})
    assert "content-security-policy" in answer.headers
