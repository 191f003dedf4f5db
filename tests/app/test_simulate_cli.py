"""`python -m app simulate`: what it answers, what it refuses and how, and what Ctrl-C leaves."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.small import SMALL_CASES

ROOT = Path(__file__).parents[2]
KLEIN = str(SMALL_CASES / "casussen/klein.yaml")


def simulate(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, answer and what was said beside it."""
    code = main(["simulate", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def as_data(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code, out, _ = simulate(capsys, *arguments, "--json")
    return code, json.loads(out)


def test_a_table_in_words_tells_first_and_honestly_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = simulate(capsys, KLEIN, "--werkwijze", "dorpsgesprek,geen", "--runs", "4", "--jobs", "1")
    assert code == 0
    assert "geen voorspelling" in " ".join(out.split("\n")[:4])
    for part in ("INDICATOREN", "WELK BESLUIT MAAKTE HET MEESTE UIT", "BESLUITEN", "NOOIT BEREIKT", "Zonder werkwijze"):
        assert part in out
    assert "8 van 8 spellen" in err
    assert "per minuut per proces" in err


def test_the_same_command_gives_the_same_json_and_says_nothing_else_on_stdout(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = simulate(capsys, KLEIN, "--runs", "4", "--json", "--jobs", "1")[1]
    assert simulate(capsys, KLEIN, "--runs", "4", "--json", "--jobs", "2")[1] == first
    found = json.loads(first)
    assert found["format"] == "dnalab-simulation-1"
    assert found["done"] == 4
    assert found["order"]["werkwijzen"] == ["zelf"]


def test_policies_and_edition_are_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = as_data(
        capsys, KLEIN, "--edition", "avond", "--runs", "2", "--policy", "consensus", "griffier=regels", "--seed", "x"
    )
    assert code == 0
    assert found["order"]["policies"]["griffier"] == "regels"
    assert found["order"]["policies"]["lokaal"] == "consensus"
    assert (found["order"]["edition"], found["order"]["seed"]) == ("avond", "x")


@pytest.mark.parametrize(
    ("arguments", "code", "place"),
    [
        (("nergens",), "casus_unknown", "casus"),
        ((), "casus_unknown", "casus"),
        ((KLEIN, "--runs", "0"), "runs_wrong", "runs"),
        ((KLEIN, "--runs", "-3"), "runs_wrong", "runs"),
        ((KLEIN, "--runs", "veel"), "runs_wrong", "runs"),
        ((KLEIN, "--runs", "1000000"), "runs_wrong", "runs"),
        ((KLEIN, "--jobs", "x"), "jobs_wrong", "jobs"),
        ((KLEIN, "--werkwijze", "stemdoos"), "werkwijze_forbidden", "werkwijze"),
        ((KLEIN, "--werkwijze", "niets"), "werkwijze_unknown", "werkwijze"),
        ((KLEIN, "--policy", "dictator"), "policy_unknown", "policy"),
        ((KLEIN, "--policy", "koning=regels"), "seat_unknown", "policy"),
        ((KLEIN, "--edition", "nacht"), "edition_unknown", "edition"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_place(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: str, place: str
) -> None:
    exit_code, found = as_data(capsys, *arguments)
    assert exit_code == 2
    assert (found["error"]["code"], found["error"]["place"]) == (code, place)
    _, out, err = simulate(capsys, *arguments)
    assert out == ""
    assert found["error"]["message"] in err


def test_a_casus_that_check_cases_refuses_is_not_simulated_and_says_where_it_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL_CASES, tmp_path / "cases")
    casus = tmp_path / "cases/casussen/klein.yaml"
    casus.write_text(casus.read_text().replace("consequences: [snel_klaar]", "consequences: [bestaat_niet]"))
    code, found = as_data(capsys, str(casus), "--runs", "2")
    assert code == 1
    assert found["error"]["code"] == "casus_unfit"
    assert any("klein.yaml" in line and "bestaat_niet" in line for line in found["error"]["findings"])


def test_a_werkwijze_that_does_not_fit_is_refused_only_when_it_can_come_to_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL_CASES, tmp_path / "cases")
    casus = str(tmp_path / "cases/casussen/klein.yaml")
    file = tmp_path / "cases/werkwijzen/dorpsgesprek.yaml"
    file.write_text(re.sub(r"(?m)^(price: .*?rounds: )\d", r"\g<1>9", file.read_text()))
    code, found = as_data(capsys, casus, "--runs", "2", "--werkwijze", "dorpsgesprek")
    assert (code, found["error"]["code"], found["error"]["place"]) == (1, "werkwijze_unfit", "werkwijze")
    assert any("werkwijze_too_long" in line for line in found["error"]["findings"])
    assert as_data(capsys, casus, "--runs", "2", "--werkwijze", "zelf")[0] == 1
    assert as_data(capsys, casus, "--runs", "2", "--werkwijze", "weekmarkt,geen")[0] == 0


def test_the_schema_describes_every_field_of_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = simulate(capsys, "--schema")
    assert code == 0
    assert set(json.loads(out)["$defs"]["Summary"]["properties"]) >= {
        "fans",
        "decisions",
        "occurred",
        "never",
        "weights",
    }


def test_ctrl_c_stops_and_gives_what_there_is() -> None:
    seed = f"ctrl-c-{os.getpid()}"
    command = [
        sys.executable,
        "-m",
        "app",
        "simulate",
        KLEIN,
        "--runs",
        "50000",
        "--jobs",
        "1",
        "--seed",
        seed,
        "--json",
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    first = process.stderr.readline()
    assert "van 50000 spellen" in first
    working = len(_workers_of(seed))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, working) == (130, 1)
    assert "Gestopt. Dit gaat over" in err
    found = json.loads(out)
    assert 0 < found["done"] < 50000
    assert found["sets"][0]["summary"]["runs"] == found["done"]
    assert _workers_of(seed) == []


def _workers_of(seed: str) -> list[str]:
    """Processes that play games with this seed."""
    listed = subprocess.run(["ps", "-ww", "-eo", "args="], check=True, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if "app.simulation.worker" in line and seed in line]
