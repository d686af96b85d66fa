"""The command line: Click only, one file a command group, no logic.

Nothing heavy is imported before a command runs, so that ``--help`` and completion answer at once.
"""

from __future__ import annotations

import click

from .. import __version__
from .build import build
from .check import check


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factsheet")
def main() -> None:
    """YAML in, a branded, print-quality, accessible PDF factsheet out.

    Exit codes: 0 good; 1 something is wrong in project files; 2 wrong usage, no such file, no permission.
    """


main.add_command(build)
main.add_command(check)
