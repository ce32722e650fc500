"""Write colors.tsv: what matplotlib makes of colours in all their spellings, as Agg draws them.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/colors.py

First line: the number of names that matplotlib knows and the 64-bit FNV-1a hash of `name=rrggbb\\n` over all of them,
sorted. Then a spelling and its `rrggbbaa` a line, `-` where matplotlib refuses it.
The red, green and blue of opaque colours are read back from a picture.
"""

from pathlib import Path

from matplotlib import colors
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

NAMES = """
b g r c m y k w  B K
red Red DARKSLATEGRAY darkslategrey rebeccapurple lightgoldenrodyellow cornflowerblue tomato none None NONE
tab:blue TAB:Blue tab:orange tab:gray tab:grey tab:cyan blue: tab:navy
xkcd:cloudy blue|xkcd:Cloudy Blue|XKCD:SEA GREEN|xkcd:grey|xkcd:gray|xkcd:yellow/green|xkcd:robin's egg blue
xkcd:blue/grey|xkcd:blue/gray|xkcd:xkcd|sea green|xkcd:
#abc #ABC #abcd #a1B2c3 #a1B2c380 #12 #12345 #1234567 #12345g # abc
0 1 0.5 .5 1. 0.1 0.2 0.3 0.7 0.9 0.001 0.002 0.00196 0.00197 1e-1 +0.25 -0 -0.1 1.01 nan inf 0.5x
C0 C1 C9 C10 C123 c0 C C-1 C1x
"""


def agg(rgba):
    """The bytes of a colour, as Agg makes them."""
    data = tuple(int(255 * c + 0.5) for c in rgba)
    if data[3] == 255:
        figure = Figure((0.01, 0.01), dpi=100, facecolor=rgba)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        drawn = tuple(bytes(canvas.buffer_rgba())[:4])
        assert drawn == data, (rgba, drawn, data)
    return bytes(data).hex()


def spelt(color):
    try:
        return agg(colors.to_rgba(color))
    except ValueError:
        return "-"


digest = 0xCBF29CE484222325
names = sorted(colors.get_named_colors_mapping())
for name in names:
    for byte in f"{name}={agg(colors.to_rgba(name))[:6]}\n".encode():
        digest = (digest ^ byte) * 0x100000001B3 % 2**64

lines = [f"{len(names)}\t{digest:016x}"]
for row in NAMES.strip().splitlines():
    for name in row.split("|") if "|" in row else row.split():
        lines.append(f"{name}\t{spelt(name)}")
lines += [f" 0.5 \t{spelt(' 0.5 ')}", f"\t{spelt('')}"]
Path(__file__).with_name("colors.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
