"""`check-cases` and `schema` as a casus writer uses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from app.cli import main
from app.commands.schema import KINDS, schema
from app.commands.schema_words import WORDS
from tests.small import SMALL_CASES

CASUS = "casussen/klein.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL_CASES, tmp_path, dirs_exist_ok=True)
    return tmp_path


def spoil(root: Path) -> Path:
    file = root / CASUS
    file.write_text(file.read_text(encoding="utf-8").replace("look: nieuws", "look: niews"), encoding="utf-8")
    return file


def test_a_good_casus_gives_its_figures(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-cases", str(root)]) == 0
    said = capsys.readouterr().out
    assert "geen fouten" in said
    assert "langste keten: 3 gevolgen (brug_breekt → regio_vast → nieuwe_brug)" in said


@pytest.mark.parametrize("path", ["", "casussen", CASUS])
def test_a_mistake_is_told_with_its_line_and_what_was_meant(
    path: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = spoil(root)
    assert main(["check-cases", str(root / path)]) == 1
    first, *more = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{file}:138: injects.krant.look: Hier kan alleen")
    assert first.endswith("Bedoel je `nieuws`?")
    assert f"{file}: 1 fout, 0 waarschuwingen." in more


def test_findings_are_also_given_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = spoil(root)
    assert main(["check-cases", str(root), "--json"]) == 1
    checked, *werkwijzen = json.loads(capsys.readouterr().out)
    assert [one["errors"] for one in werkwijzen] == [0, 0, 0]
    assert (checked["errors"], checked["warnings"], checked["figures"]) == (1, 0, None)
    (finding,) = checked["findings"]
    assert finding["file"] == str(file)
    assert (finding["line"], finding["code"], finding["meant"]) == (138, "unknown_value", "nieuws")


def test_a_path_without_casussen_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-cases", str(tmp_path)]) == 2
    assert "geen casus te vinden" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("casus", CASUS),
        ("gemeente", "gemeenten/kreekdam.yaml"),
        ("rollen", "rollen.yaml"),
        ("indicatoren", "indicatoren.yaml"),
    ],
)
def test_the_schema_accepts_what_the_game_accepts(kind: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    data = YAML(typ="safe", pure=True).load(SMALL_CASES / file)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    spoiled = data | {"zomaar": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoiled, schema)


@pytest.mark.parametrize("kind", ["casus", "werkwijze", "gemeente", "rollen", "indicatoren"])
def test_the_schema_explains_every_key(kind: str) -> None:
    definitions = schema(kind)["$defs"]
    unexplained = [
        f"{name}.{key}"
        for name, definition in definitions.items()
        for key, about in definition["properties"].items()
        if key != "kind" and not about.get("description")
    ]
    assert unexplained == []
    assert all(definition["description"] for definition in definitions.values())


def test_no_explained_key_has_gone() -> None:
    made = {name: item for kind in KINDS for name, item in schema(kind)["$defs"].items()}
    explained = {(name, key) for name, keys in WORDS.items() for key in keys if key}
    assert explained <= {(name, key) for name, item in made.items() for key in item["properties"]}
    assert set(WORDS) == set(made)
