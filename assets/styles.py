"""Write styles.txt: the style sheets of matplotlib, and all of its rcParams with their defaults.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python assets/styles.py

A line `[NAME]` begins a sheet; `key: value` lines follow, as in the sheet but without comments and empty values. The
first sheet, `default`, has all rcParams.
"""

from pathlib import Path

import matplotlib
from matplotlib import cbook


def settings(text):
    for line in text.splitlines():
        line = cbook._strip_comment(line)
        key, colon, value = line.partition(":")
        if colon and value.strip():
            yield key.strip(), value.strip().strip('"')


folder = Path(matplotlib.get_data_path())
# Defaults stand in comments there, explanations behind two of these signs.
template = (folder / "matplotlibrc").read_text(encoding="utf-8")
lines = [line[1:] if line.startswith("#") and line[1:2].isalpha() else line for line in template.splitlines()]
defaults = dict(pair for pair in settings("\n".join(lines)) if pair[0] in matplotlib.rcParams)
for key in matplotlib.rcParams:
    value = "" if key == "backend" else matplotlib.rcParamsDefault[key]
    defaults.setdefault(key, str(value))

out = ["[default]"]
out += [f"{key}: {value}" for key, value in sorted(defaults.items())]
for path in sorted((folder / "stylelib").glob("*.mplstyle"), key=lambda path: path.stem):
    out.append(f"[{path.stem}]")
    out += [f"{key}: {value}" for key, value in settings(path.read_text(encoding="utf-8"))]

text = "".join(f"{line}\n" for line in out)
Path(__file__).with_name("styles.txt").write_text(text, encoding="utf-8", newline="\n")
