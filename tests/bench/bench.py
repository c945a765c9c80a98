"""Benchmark: our search beside its peers, and how long an answer takes.

Usage:
    python -m tests.bench.bench                    10,000 passages, all engines, then the answers
    python -m tests.bench.bench --sizes 10000 100000 --questions 300
    python -m tests.bench.bench --only "this, SQLite"

Every engine runs in a process of its own, one after the other, on the same passages and questions.
Times are of the processor, so that other work on the machine hardly counts; they depend on the
machine, the ratios to the first engine of the table hold better.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tests.bench.corpus import Asked, Corpus
from tests.bench.engines import ENGINES, Search
from tests.bench.paraphrases import HALVES, entries, misspelt_all

ROOT = Path(__file__).parent.parent.parent
QUESTIONS = (
    "全区知名品牌多少个？",
    "四大证明商标是哪几个？",
    "注册商标今年要做到多少，什么时候，谁负责？",
    "联系人电话？",
    "实用新型专利有多少件",
    "知名品排多少个",
)


@dataclass(frozen=True, slots=True)
class Found:
    """How well and how fast questions were found; times in milliseconds."""

    recall_1: float
    recall_5: float
    mrr_10: float
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine on one corpus."""

    engine: str
    build_s: float
    memory_mib: float
    clean: Found
    slip: Found


@dataclass(frozen=True, slots=True)
class Task:
    """Passages and the questions about them, clean and with a slip."""

    passages: list[str]
    clean: list[Asked]
    slip: list[Asked]

    @classmethod
    def load(cls, path: Path) -> "Task":
        """A task as `measure_all` wrote it."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        clean, slip = ([Asked(**one) for one in stored[name]] for name in ("clean", "slip"))
        return cls(stored["passages"], clean, slip)


def main() -> None:
    """Prints the tables."""
    options = _options()
    if options.engine:
        print(json.dumps(asdict(measure(options.engine, Task.load(options.task)))))
        return
    engines = options.only or list(ENGINES)
    for size in options.sizes:
        title = f"{size:,} passages made from the letters"
        print_table(title, measure_all(engines, letters_task(size, options.questions)))
    for half in HALVES:
        title = f"question to question, {half}"
        print_table(title, measure_all(engines, questions_task(half)))
    if not options.only:
        print_answers()


def letters_task(size: int, questions: int) -> Task:
    """Passages made from the letters and questions about them."""
    corpus = Corpus(size)
    return Task(
        corpus.passages, corpus.questions(questions), corpus.questions(questions, slip=True)
    )


def questions_task(half: str) -> Task:
    """Frequent questions and a half of those asked in other words."""
    passages, asked = entries(half)
    return Task(passages, asked, misspelt_all(asked))


def measure_all(engines: list[str], task: Task) -> list[Measured]:
    """Each engine in a process of its own, which loads passages only: its memory is its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "task.json"
        path.write_text(json.dumps(asdict(task)), encoding="utf-8")
        return [_apart(name, path) for name in engines]


def measure(engine: str, task: Task) -> Measured:
    """Builds one engine over the passages and asks it."""
    before = _memory()
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        search = ENGINES[engine](task.passages, folder)
        build = time.process_time() - begin
        search(task.clean[0].text, 10)
        found = ask(search, task.clean), ask(search, task.slip)
    return Measured(engine, build, _memory() - before, *found)


def ask(search: Search, asked: list[Asked]) -> Found:
    """Asks all questions and looks where the right passage stands."""
    times, ranks = [], []
    for one in asked:
        begin = time.process_time()
        found = search(one.text, 10)
        times.append((time.process_time() - begin) * 1000)
        ranks.append(found.index(one.right) + 1 if one.right in found else 0)
    times.sort()
    return Found(
        recall_1=_share(ranks, 1),
        recall_5=_share(ranks, 5),
        mrr_10=sum(1 / rank for rank in ranks if rank) / len(ranks),
        p50=median(times),
        p99=times[min(len(times) - 1, len(times) * 99 // 100)],
    )


def print_table(title: str, rows: list[Measured]) -> None:
    """One row an engine; times and memory also as ratios to the first."""
    first = rows[0]
    print(f"\n{title} (recall@1 / @5 / MRR@10; CPU time; × = ratio to {first.engine})")
    for row in rows:
        print(
            f"{row.engine:14} clean {_quality(row.clean)}   slip {_quality(row.slip)}"
            f"   p50 {_beside(row.clean.p50, first.clean.p50, 'ms')}"
            f" p99 {_beside(row.clean.p99, first.clean.p99, 'ms')}"
            f" build {_beside(row.build_s, first.build_s, 's')}"
            f" memory {_beside(row.memory_mib, first.memory_mib, 'MiB')}"
        )


def _quality(found: Found) -> str:
    return f"{found.recall_1:.3f} / {found.recall_5:.3f} / {found.mrr_10:.3f}"


def _beside(value: float, first: float, unit: str) -> str:
    return f"{value:7.2f} {unit} ×{value / first if first else 1.0:<5.2f}"


def print_answers() -> None:
    """How long `ask --jsonl` takes to its first answer in a filled data folder, and for further
    ones.
    """
    with tempfile.TemporaryDirectory() as folder:
        _ask_lines(folder)
        first, further, memory = _ask_lines(folder)
    print(
        f"\nask --jsonl: first answer {first:.2f} s after the start, further ones {further:.1f} ms"
    )
    print(f"             (median of {len(QUESTIONS) * 5}); resident memory {memory:.0f} MiB")


def _ask_lines(folder: str) -> tuple[float, float, float]:
    """Seconds to the first answer, median milliseconds of further ones, MiB at the end."""
    begin = time.perf_counter()
    command = [sys.executable, "bot.py", "--data", folder, "ask", "--jsonl"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout
        times = []
        for at, question in enumerate(QUESTIONS * 5):
            asked = time.perf_counter()
            print(
                json.dumps({"session": str(at), "text": question}), file=process.stdin, flush=True
            )
            process.stdout.readline()
            times.append(time.perf_counter() - asked)
            if at == 0:
                first = time.perf_counter() - begin
        memory = _resident(process.pid)
        process.stdin.close()
    return first, median(times[1:]) * 1000, memory


def _apart(engine: str, task: Path) -> Measured:
    command = [sys.executable, "-m", "tests.bench.bench", "--engine", engine, "--task", str(task)]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found = json.loads(output.splitlines()[-1])
    found["clean"], found["slip"] = Found(**found["clean"]), Found(**found["slip"])
    return Measured(**found)


def _share(ranks: list[int], best: int) -> float:
    return sum(0 < rank <= best for rank in ranks) / len(ranks)


def _memory() -> float:
    return _resident(os.getpid())


def _resident(pid: int) -> float:
    """MiB of a process, 0 where the system does not tell."""
    try:
        lines = (
            Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
        )
    except OSError:
        return 0.0
    sizes = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")]
    return sizes[0] if sizes else 0.0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Our search beside its peers, and answers.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000], help="passages")
    parser.add_argument("--questions", type=int, default=200, help="questions of each kind")
    parser.add_argument("--only", nargs="+", choices=list(ENGINES), help="these engines only")
    parser.add_argument("--engine", choices=list(ENGINES), help=argparse.SUPPRESS)
    parser.add_argument("--task", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
