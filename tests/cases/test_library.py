"""The library gives what can be played, notices edited files, and says clearly why it cannot give a casus."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.library import BrokenCasusError, CaseLibrary, LibraryError, UnknownCasusError, content_hash
from tests.small import SMALL_CASES, small_content

CASUS = "casussen/klein.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL_CASES, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edit(root: Path, old: str, new: str, file: str = CASUS) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def test_a_casus_comes_with_what_it_leans_on(root: Path) -> None:
    library = CaseLibrary(root)
    assert library.casussen() == ("klein",)
    assert library.titles() == (("klein", "De brug van Kreekdam"),)
    assert library.content("klein") == small_content()


def test_a_casus_is_read_once_until_a_file_changes(root: Path) -> None:
    library = CaseLibrary(root)
    first = library.content("klein")
    assert library.content("klein") is first
    edit(root, "title: De brug van Kreekdam", "title: De nieuwe brug van Kreekdam")
    assert library.content("klein").casus.title == "De nieuwe brug van Kreekdam"
    edit(root, "name: Kreekdam", "name: Kreekdorp", "gemeenten/kreekdam.yaml")
    assert library.content("klein").gemeente.name == "Kreekdorp"


def test_an_added_casus_is_found(root: Path) -> None:
    library = CaseLibrary(root)
    shutil.copy(root / CASUS, root / "casussen/tweede.yaml")
    edit(root, "id: klein", "id: tweede", "casussen/tweede.yaml")
    assert library.casussen() == ("klein", "tweede")
    assert library.content("tweede").casus.id == "tweede"


@pytest.mark.parametrize("name", ["x", "../klein", "", "klein.yaml", "/etc/passwd"])
def test_an_unknown_casus_is_refused(root: Path, name: str) -> None:
    with pytest.raises(UnknownCasusError) as refusal:
        CaseLibrary(root).content(name)
    assert refusal.value.code == "casus_unknown"
    assert refusal.value.details == {"casus": name}
    assert "Kies een casus" in refusal.value.message


def test_a_broken_casus_is_refused_with_the_place_and_is_not_offered(root: Path) -> None:
    edit(root, "look: nieuws", "look: niews")
    library = CaseLibrary(root)
    with pytest.raises(BrokenCasusError) as refusal:
        library.content("klein")
    assert refusal.value.code == "casus_broken"
    assert f"{root / CASUS}:138: injects.krant.look" in refusal.value.message
    assert library.casussen() == ("klein",)
    assert library.titles() == ()


def test_a_casus_with_an_unknown_name_is_not_played(root: Path) -> None:
    edit(root, "on_made: [rustig]", "on_made: [rustg]")
    with pytest.raises(LibraryError, match="rustg"):
        CaseLibrary(root).content("klein")


def test_a_casus_with_an_error_of_taste_can_still_be_played(root: Path) -> None:
    edit(root, "headline: Nieuwe brug kost miljoenen", f"headline: {'woord ' * 13}")
    assert CaseLibrary(root).content("klein").casus.id == "klein"


def test_a_missing_file_breaks_the_casus_but_not_the_library(root: Path) -> None:
    (root / "rollen.yaml").unlink()
    with pytest.raises(BrokenCasusError):
        CaseLibrary(root).content("klein")


def test_the_hash_depends_on_the_content_only(root: Path) -> None:
    library = CaseLibrary(root)
    first = content_hash(library.content("klein"))
    assert first == content_hash(small_content())
    edit(root, "indicators: {vertrouwen: 50, rust: 60}", "indicators: {vertrouwen: 50, rust: 60}  # uitleg")
    assert content_hash(library.content("klein")) == first
    edit(root, "{vertrouwen: 50, rust: 60}", "{rust: 60, vertrouwen: 50}")
    other_order = content_hash(library.content("klein"))
    edit(root, "rust: 60", "rust: 61")
    assert len({first, other_order, content_hash(library.content("klein"))}) == 3
