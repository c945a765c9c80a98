"""A sample of the exam in process, so that the exam cannot rot; the full one is `make exam`."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conversations.exam import main, mark
from tests.conversations.exam_playing import Ask, play
from tests.conversations.exam_questions import HALVES, SHIPPED_LETTER, shipped_paper
from tests.conversations.exam_report import failures, summary

# one in so many questions, so that all kinds take part
STEP = 12


def test_most_of_a_sample_is_right_and_every_quote_verbatim(ask: Ask) -> None:
    paper = shipped_paper()
    results = mark(paper, [play(item, ask) for item in paper.items[::STEP]])
    verdicts = [verdict for result in results for verdict in result.verdicts]

    assert sum(result.right for result in results) >= 0.8 * len(results), "\n".join(
        failures(results)
    )
    assert all(verdict.quoted for verdict in verdicts if verdict.quoted is not None)


def test_the_report_counts_both_halves_and_lists_the_half_to_mend() -> None:
    paper = shipped_paper()
    figures = [item for item in paper.items if item.kind == "figure"]
    halved = zip(figures, HALVES * 4, strict=False)
    few = replace(paper, items=tuple(replace(item, half=half) for item, half in halved))
    silent = mark(few, [play(item, _silent) for item in few.items])
    report = "\n".join(summary(silent))

    assert "develop" in report and "measure" in report
    assert {item.id for item in few.items if item.half == "develop"} == {
        line.split()[1] for line in failures(silent) if line.startswith("letter-59")
    }


def test_the_exam_runs_through_the_real_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert SHIPPED_LETTER.exists()
    main(["--kind", "comparison", "--failures", str(tmp_path / "failures.txt")])

    assert "== letter 59 ==" in capsys.readouterr().out
    assert (tmp_path / "failures.txt").exists()


def _silent(session: str, text: str, now: str) -> dict[str, str]:
    return {"kind": "unknown", "headline": "", "text": "函中没有提到。"}
