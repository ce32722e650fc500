"""Runs the cells of a script as a notebook does, and prints what is shown below each."""

import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

shell = InteractiveShell.instance()
shell.display_formatter.active_types = shell.display_formatter.format_types
for cell in Path(sys.argv[1]).read_text(encoding="utf-8").split("# %%\n"):
    with capture_output() as captured:
        done = shell.run_cell(cell)
    done.raise_error()
    found = [output.data for output in captured.outputs]
    if not found and hasattr(done.result, "_repr_html_"):
        # A terminal prints a cell's value; a notebook shows it formatted.
        found = [shell.display_formatter.format(done.result)[0]]
    lines = []
    for data in found:
        kind = next(kind for kind in ("text/html", "image/png", "text/plain") if kind in data)
        lines.append(f"{kind} {data[kind].split(' ')[0]}" if kind == "text/html" else kind)
    print(*lines or ["nothing"], sep=", ")
