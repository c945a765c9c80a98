"""config.yaml: every fault at once, each with key, value and what is allowed."""

from pathlib import Path

import pytest

from assistant.errors import SettingsFault
from assistant.settings import Settings, load_settings


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, "")) == Settings()


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = "telegram: {mode: pull, threads: 0}\nweb: {port: many}\ncolour: red\n"

    with pytest.raises(SettingsFault) as caught:
        load_settings(written(tmp_path, text))

    told = "\n".join(caught.value.faults)
    assert len(caught.value.faults) == 4
    for key in ("telegram.mode = 'pull'", "telegram.threads = 0", "web.port", "colour"):
        assert key in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # YAML takes on, yes, off, no for truth values
        ("web: {on: true}", "web"),
        # a key twice would silently be the last one
        ("web:\n  port: 1\n  port: 2\n", "写了两次"),
        # no YAML at all
        ("web: [", "YAML"),
        # a list where settings are expected
        ("- web", "整个文件"),
        # a secret's value where the variable's name belongs
        ("telegram: {token_variable: '12:ab'}", "telegram.token_variable"),
    ],
)
def test_a_fault_is_one_clear_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsFault, match=told):
        load_settings(written(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsFault, match=r"nowhere\.yaml"):
        load_settings(tmp_path / "nowhere.yaml")


def written(folder: Path, text: str) -> Path:
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path
