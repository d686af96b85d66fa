"""The command line: Click only, one file a command group, no logic.

Nothing heavy is imported before a command runs, so that ``--help`` and completion answer at once.
"""

from __future__ import annotations

import click

from .. import __version__
from .blocks import blocks
from .build import build
from .check import check
from .facts import facts
from .guard import Guarded
from .init import init
from .schema import schema
from .translate import translate

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "auto_envvar_prefix": "FACTSHEET"}


_HELP = """YAML in, a branded, print-quality, accessible PDF factsheet out.

\b
Exit codes:
  0    good; warnings are no errors
  1    something is wrong in project files
  2    wrong usage, no such file, no permission
  70   a fault of factsheet itself (FACTSHEET_DEBUG=1 shows its traceback)
  130  stopped by Ctrl-C
  141  whoever read the output stopped reading

Every option may come from the environment: FACTSHEET_BUILD_OUTPUT is build's --output. NO_COLOR turns colours off.
"""


@click.group(cls=Guarded, context_settings=_SETTINGS, help=_HELP)
@click.version_option(__version__, prog_name="factsheet")
def main() -> None:
    """Run ``factsheet``."""


for _command in (init, build, check, translate, facts, blocks, schema):
    main.add_command(_command)
