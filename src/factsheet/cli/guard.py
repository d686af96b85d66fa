"""How every run ends: with an exit code, and where something is wrong, in the words and the format asked for."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from ..problems import ExitCode, FactsheetError, Problem
from .process import settle
from .report import FORMATS, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class _ClosedPipeError(Exception):
    """Whoever read the output stopped reading. Click would end with 1, which says that the files are wrong."""


@contextmanager
def _pipes() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise _ClosedPipeError from error


class Guarded(click.Group):
    """A group of commands none of which ends in a traceback. The context's object is the Report of the run."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Make the context; ``--help`` prints here."""
        with _pipes():
            context = super().make_context(info_name, args, parent, **extra)
        context.color = False if os.environ.get("NO_COLOR") else None  # https://no-color.org
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _pipes():
            return super().invoke(ctx)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and leave with its exit code; with *standalone_mode* off, as click does it."""
        report = Report(asked_format(sys.argv[1:] if args is None else args))

        def run() -> Any:
            return super(Guarded, self).main(args, prog_name, complete_var, False, **{"obj": report, **extra})

        if not standalone_mode:
            return run()
        if args is None:  # the arguments of the process, which is ours then; a test's own process is not
            settle()
        with suppress(AttributeError):  # a test's stand-in for standard output may not know how
            sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        sys.exit(_guarded(run, report))


def asked_format(arguments: Sequence[str]) -> str:
    """Return the format among *arguments* before they are parsed, since wrong usage is reported in it too."""
    command = next((argument for argument in arguments if not argument.startswith("-")), "")
    asked = os.environ.get(f"FACTSHEET_{command.upper()}_FORMAT", "")
    for index, argument in enumerate(arguments):
        if argument == "--format":
            asked = "".join(arguments[index + 1 : index + 2])
        elif argument.startswith("--format="):
            asked = argument.partition("=")[2]
    return asked if asked in FORMATS else "human"


def _guarded(run: Callable[[], Any], report: Report) -> int:
    """Return the exit code of *run*, whatever becomes of it and of the streams that it writes to."""
    code: int | None = None
    try:
        code = _reported(run, report)
        if sys.stdout is not None:  # as it is where the shell has closed it
            sys.stdout.flush()
    except (_ClosedPipeError, BrokenPipeError):
        code = _silenced("nobody reads the output any more", ExitCode.PIPE)
    except OSError as error:
        said = "" if code is not None else f"standard output cannot be written: {error.strerror or error}"
        code = _silenced(said, ExitCode.USAGE)
    return int(code)


def _reported(run: Callable[[], Any], report: Report) -> int:
    """Return the exit code of *run*; report what it raises."""
    try:
        code = run()
    except SystemExit as stop:
        code = stop.code
    except click.Abort:
        click.echo("factsheet: stopped", err=True)
        return ExitCode.INTERRUPTED
    except click.ClickException as error:
        return _misused(error, report)
    except FactsheetError as error:
        return report.finished(error.problems, error.exit_code)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refused(error, report)
    except _ClosedPipeError:
        raise
    except Exception as error:
        return _fault(error, report)
    return code if isinstance(code, int) else ExitCode.GOOD


def _misused(error: click.ClickException, report: Report) -> int:
    if report.format == "human":
        error.show()
        return error.exit_code
    usage = error.ctx.get_usage() if isinstance(error, click.UsageError) and error.ctx is not None else ""
    return report.finished([Problem("usage-invalid", error.format_message(), remedy=usage)], ExitCode.USAGE)


def _refused(error: OSError, report: Report) -> int:
    """Report what the system did not allow: no permission, no room, no such device."""
    reason = error.strerror or str(error)
    message = f"{error.filename}: {reason}" if error.filename else reason
    remedy = "look at the permissions of the files, and at the room on the disk"
    return report.finished([Problem("system-refused", message, remedy=remedy)], ExitCode.USAGE)


def _fault(error: Exception, report: Report) -> int:
    """Report a crash in one line: a traceback tells nothing to whoever did not write the program."""
    if os.environ.get("FACTSHEET_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    message = f"this is a fault of factsheet, not of your files ({said})"
    problem = Problem("program-fault", message, remedy="report it, with what FACTSHEET_DEBUG=1 prints")
    if report.format == "human":
        click.echo(f"factsheet: {message}; {problem.remedy}", err=True)
        return ExitCode.FAULT
    return report.finished([problem], ExitCode.FAULT)


def _silenced(message: str, code: ExitCode) -> ExitCode:
    """Say *message*; give the interpreter an output that it can flush at its end.

    See https://docs.python.org/3/library/signal.html#note-on-sigpipe.
    """
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with suppress(OSError):
        if message:
            click.echo(f"factsheet: {message}", err=True)
    return code
