"""Write formats.tsv: what matplotlib reads from the format strings of plot.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/formats.py

A line a format string: the string, line style, marker and colour as `rrggbbaa`; `-` for what is left to the
defaults, `error` alone for what is refused.
"""

from pathlib import Path

from matplotlib import colors
from matplotlib.axes._base import _process_plot_format

FORMATS = [
    "", " ", "k--o", "--ok", "o--k", "ko", "r", "R", "b.", ".b", "r--", "-r", "r-", "r-.", "-.r", ".-r", "r.-", "r:",
    ":r", "r:o", "C0", "C3", "C10", "C2--", "--C2", "oC12:", "C1o-", "rC1", "C1r", "C1C2", "C", "Co", "c", "co", "CC",
    "o", "s", ".", ",", "v", "^", "<", ">", "1", "2", "3", "4", "8", "0", "p", "*", "h", "H", "+", "x", "X", "D", "d",
    "|", "_", "P", "1.", "1.0", "0.5", ".5", "0.5--", "5", "k1", "1k", "1-", "--1", "k-1", "red", "red--", "tab:blue",
    "xkcd:sea green", "#ff0000", "#f00", "#f00o", "none", "None", "None-", "kNone", "k none", "-", "--", "-.", ":",
    "---", "----", "--:", "-..", "-.o", "..", "oo", "kk", "kr", "o k", "o  k", "- o", "k ", "y|", "k_-", "m^:", "gs",
    "w,", "g*-.", "b-8", "q", "k$a$", "steps", "é", "k--oé", "1e-1", "+.5", "-0", "11", "1 ", "D-d", "blue", "bo-", "C٣",
    "wheat", "g--^ ", "c|", "mX", "P:k",
]


def row(fmt):
    try:
        style, marker, color = _process_plot_format(fmt)
    except ValueError:
        return f"{fmt}\terror\n"
    color = "-" if color is None else bytes(int(255 * c + 0.5) for c in colors.to_rgba(color)).hex()
    return "\t".join((fmt, *("-" if part is None else f"'{part}'" for part in (style, marker)), color)) + "\n"


assert len(set(FORMATS)) == len(FORMATS)
Path(__file__).with_name("formats.tsv").write_text("".join(map(row, FORMATS)), encoding="utf-8", newline="\n")
