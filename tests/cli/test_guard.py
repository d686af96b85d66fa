"""No run ends in a traceback: crashes, closed pipes, full disks, closed folders and Ctrl-C give a line and a code."""

from __future__ import annotations

import errno
import json
import os
import pty
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import factsheet.pipeline
from cli.running import Ended, edit
from factsheet.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def crash(*_: object, **__: object) -> None:
    message = "a\nb"
    raise RuntimeError(message)


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy of the samples, as the current folder."""
    monkeypatch.chdir(project)
    monkeypatch.delenv("FACTSHEET_DEBUG", raising=False)
    return project


@pytest.mark.usefixtures("inside")
def test_a_crash_is_one_line_and_70(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factsheet.pipeline, "check", crash)
    ended = CliRunner().invoke(main, ["check"])
    assert (ended.exit_code, ended.stdout) == (70, "")
    assert ended.stderr.count("\n") == 1
    assert "this is a fault of factsheet, not of your files (RuntimeError: a b)" in ended.stderr


@pytest.mark.usefixtures("inside")
def test_a_crash_shows_its_traceback_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factsheet.pipeline, "check", crash)
    monkeypatch.setenv("FACTSHEET_DEBUG", "1")
    ended = CliRunner().invoke(main, ["check"])
    assert ended.exit_code == 70
    assert "Traceback" in ended.stderr
    assert "in crash" in ended.stderr


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_crash_is_a_document_too(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factsheet.pipeline, "check", crash)
    ended = CliRunner().invoke(main, ["check", "--format", form])
    assert ended.exit_code == 70
    assert "program-fault" in json.dumps(json.loads(ended.stdout))


@pytest.mark.parametrize("arguments", [("schema",), ("--help",), ("check", "--help"), ("blocks",)])
def test_a_closed_pipe_is_one_line_and_141(
    arguments: tuple[str, ...], project: Path, environment: dict[str, str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "factsheet", *arguments]
    done = subprocess.run(
        command, cwd=project, env=environment, stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "factsheet: nobody reads the output any more\n")


@pytest.mark.parametrize("arguments", [("schema",), ("check", "--format", "json")])
def test_a_full_disk_behind_standard_output_is_2(
    arguments: tuple[str, ...], project: Path, environment: dict[str, str]
) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 # a device
        command = [sys.executable, "-m", "factsheet", *arguments]
        done = subprocess.run(
            command, cwd=project, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_leaves_nothing_behind(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, mode: str) -> None:
        os.close(handle)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("factsheet.deliver.os.fdopen", full)
    ended = CliRunner().invoke(main, ["build", "meridian-brief"])
    assert ended.exit_code == 2
    assert ended.stderr.startswith("error[output-unwritable]: ")
    assert "No space left on device" in ended.stderr
    assert list((inside / "build").iterdir()) == []


def test_a_read_only_folder_is_2(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere, so the refusal is the system's in a form that root gets too."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("factsheet.deliver.tempfile.mkstemp", refuse)
    ended = CliRunner().invoke(main, ["build", "meridian-brief"])
    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[0].endswith("cannot be written: Read-only file system")
    assert list((inside / "build").iterdir()) == []


@pytest.mark.usefixtures("inside")
def test_what_the_system_refuses_elsewhere_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "data/locked")

    monkeypatch.setattr(factsheet.pipeline, "check", refuse)
    ended = CliRunner().invoke(main, ["check"])
    assert ended.exit_code == 2
    assert ended.stderr.splitlines()[0] == "error[system-refused]: data/locked: Permission denied"


def test_ctrl_c_is_one_line_and_130(project: Path, environment: dict[str, str], tmp_path: Path) -> None:
    """The command waits for a reader of a pipe that it is told to write to, so it is caught while it runs."""
    waiting = (
        "import factsheet.pipeline, time, sys\n"
        "factsheet.pipeline.check = lambda *a, **k: (print('ready', flush=True), time.sleep(30))\n"
        "from factsheet.cli import main\n"
        "main(['check'])\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", waiting],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    assert run.stdout.readline() == "ready\n"
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert err.strip() == "factsheet: stopped"


def on_a_terminal(project: Path, environment: dict[str, str], *arguments: str) -> str:
    """Return what the command writes to a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factsheet", *arguments]
    run = subprocess.Popen(command, cwd=project, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the last writer has gone
        pass
    run.wait(timeout=20)
    os.close(ours)
    return shown.decode()


def test_colours_are_for_terminals_and_for_those_who_want_them(
    project: Path, environment: dict[str, str], factsheet: Callable[..., Ended]
) -> None:
    edit(project, "          fact: sailings\n", "          fact: sailins\n")
    bare = {name: text for name, text in environment.items() if name != "NO_COLOR"}
    assert "\x1b[31m" in on_a_terminal(project, bare, "check")
    plain = on_a_terminal(project, bare | {"NO_COLOR": "1"}, "check")
    assert "error[fact-unknown]" in plain
    assert "\x1b[3" not in plain
    assert "\x1b" not in factsheet("check").err


def test_progress_leaves_no_trace_on_a_terminal(project: Path, environment: dict[str, str]) -> None:
    shown = on_a_terminal(project, environment, "build", "meridian-brief")
    assert "meridian-brief/2024: read …" in shown
    last = shown.rpartition("\x1b[K")[2]
    assert last.startswith(str(project / "build"))


def test_options_come_from_the_environment(factsheet: Callable[..., Ended], project: Path) -> None:
    ended = factsheet("build", "meridian-brief", FACTSHEET_BUILD_OUTPUT="elsewhere", FACTSHEET_BUILD_QUIET="1")
    assert ended == Ended(0, "", "")
    assert [path.name for path in (project / "elsewhere").iterdir()] == ["meridian-brief-2024-en.pdf"]


def test_output_without_any_stream_still_ends_well(project: Path, environment: dict[str, str]) -> None:
    command = f"{sys.executable} -m factsheet check >&-"
    done = subprocess.run(["sh", "-c", command], cwd=project, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_of_few_letters_is_no_fault(factsheet: Callable[..., Ended], project: Path) -> None:
    ended = factsheet("blocks", PYTHONIOENCODING="ascii")
    assert ended.code == 0
    edit(project, "title: The islands travel by water", "title: The islands travel by \U00010348")
    assert factsheet("check", PYTHONIOENCODING="ascii").code == 1


def test_a_bad_project_file_is_1_with_its_place(factsheet: Callable[..., Ended], project: Path) -> None:
    (project / "data/factsheet.yml").write_text("langage: en\n")
    ended = factsheet("check")
    assert ended.code == 1
    assert "data/factsheet.yml:1:1" in ended.err


def test_names_that_are_no_text_are_no_fault(project: Path, environment: dict[str, str]) -> None:
    """The system takes bytes for names; ours may be half a character."""
    for form in ("human", "json", "sarif"):
        folder = os.fsdecode(b"caf\xe9")
        command = [sys.executable, "-m", "factsheet", "build", "meridian-brief", "-o", folder, "--format", form]
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        if form != "human":
            json.loads(done.stdout)
    assert [path.name for path in (project / os.fsdecode(b"caf\xe9")).iterdir()] == ["meridian-brief-2024-en.pdf"]
