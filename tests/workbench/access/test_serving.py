"""Where the server listens, and what it demands for that."""

from __future__ import annotations

import gc
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from verbale.errors import AccountError, MinutesError, OutputError, UnreadableFile
from verbale.minutes import Minutes
from verbale.minutes.accounts import Accounts
from verbale.workbench.access import Settings
from verbale.workbench.serving import Listening, serve


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-keyout", key, "-out", made], check=True, capture_output=True)
    return made, key


@pytest.fixture
def port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What uvicorn was asked to do, instead of doing it."""
    asked: dict[str, Any] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: asked.update(options, app=app))
    yield asked
    gc.unfreeze()


def test_collecting_garbage_leaves_alone_what_was_loaded_before(url: str, port: int, run: dict[str, Any]):
    serve(url, port=port)
    assert run
    assert gc.get_freeze_count() > 10_000


def test_by_default_it_is_for_whoever_sits_at_the_machine(url: str, port: int, run: dict[str, Any]):
    serve(url, port=port)
    assert (run["host"], run["proxy_headers"]) == ("127.0.0.1", False)
    assert run["app"].state.access.settings == Settings(names=("127.0.0.1",))


def test_accounts_can_be_demanded_on_the_loopback_address(url: str, port: int, run: dict[str, Any]):
    with pytest.raises(AccountError, match="verbale user add NAME --role editor --minutes") as told:
        serve(url, port=port, accounts=True)
    assert url.removeprefix("sqlite:///") in str(told.value)
    with Minutes(url) as minutes:
        Accounts(minutes.database).add_token("importer", "reader")
    serve(url, port=port, accounts=True)
    assert run["app"].state.access.settings.accounts


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "news.example.org"])
def test_elsewhere_passwords_do_not_travel_in_the_clear(url: str, host: str, run: dict[str, Any]):
    with pytest.raises(OutputError, match=r"--tls-cert.*--behind-proxy"):
        serve(url, host, names=["news.example.org"])
    assert not run


def test_elsewhere_accounts_are_demanded_whatever_is_said():
    settings = Listening("192.0.2.7", accounts=False, proxy="192.0.2.1").settings()
    assert settings == Settings(accounts=True, secure=True, names=("192.0.2.7",))


def test_behind_a_proxy_accounts_and_https_are_demanded_on_the_loopback_address_too():
    listening = Listening(proxy="127.0.0.1", names=("news.example.org",))
    assert listening.settings() == Settings(accounts=True, secure=True, names=("news.example.org", "127.0.0.1"))
    assert listening.options() == {
        "host": "127.0.0.1", "port": 8017, "proxy_headers": True, "forwarded_allow_ips": "127.0.0.1",
        "limit_concurrency": 200,
    }  # fmt: skip


def test_where_it_listens_everywhere_its_name_must_be_told():
    with pytest.raises(OutputError, match="--name"):
        Listening("0.0.0.0", proxy="192.0.2.1").settings()


@pytest.mark.parametrize("proxy", ["", "*", "0.0.0.0/0", "::/0", "proxy.example", "192.0.2.300"])
def test_what_is_no_address_of_a_proxy_is_refused(proxy: str):
    with pytest.raises(OutputError, match="--behind-proxy"):
        Listening(proxy=proxy).settings()


def test_https_by_a_certificate(pem: tuple[Path, Path]):
    listening = Listening("192.0.2.7", certificate=pem[0], key=pem[1])
    assert listening.settings() == Settings(accounts=True, secure=True, names=("192.0.2.7",))
    assert listening.options()["ssl_certfile"] == pem[0]


def test_a_certificate_that_is_none_is_told(pem: tuple[Path, Path], tmp_path: Path):
    (tmp_path / "text.pem").write_text("no certificate")
    none, text = tmp_path / "none.pem", tmp_path / "text.pem"
    for certificate, key in ((none, pem[1]), (text, pem[1]), (pem[0], None), (pem[1], pem[0])):
        with pytest.raises(UnreadableFile, match="--tls-cert"):
            Listening(certificate=certificate, key=key).settings()
    with pytest.raises(OutputError, match="--tls-cert"):
        Listening(key=pem[1]).settings()


def test_a_key_with_a_password_is_told_and_nobody_is_asked_for_it(pem: tuple[Path, Path], tmp_path: Path):
    locked = tmp_path / "locked.pem"
    command = ["openssl", "rsa", "-aes256", "-passout", "pass:secret", "-in", pem[1], "-out", locked]
    subprocess.run(command, check=True, capture_output=True)
    with pytest.raises(UnreadableFile, match="without a password"):
        Listening(certificate=pem[0], key=locked).settings()


def test_a_port_that_is_taken_is_told(url: str, run: dict[str, Any]):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OutputError, match="--port"):
            serve(url, port=other.getsockname()[1])
    with pytest.raises(OutputError, match="--port"):
        serve(url, port=70_000)


def test_minutes_that_are_not_there_are_told(tmp_path: Path, port: int, run: dict[str, Any]):
    with pytest.raises(MinutesError, match="no such file"):
        serve(str(tmp_path / "none.db"), port=port)


def test_a_password_in_an_address_is_not_shown(port: int):
    with pytest.raises(MinutesError) as told:
        serve(f"postgresql://ann:very-secret@127.0.0.1:{port}/talks", port=port)
    assert "very-secret" not in str(told.value)
