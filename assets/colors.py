"""Write colors.txt: every colour name of matplotlib with the bytes that Agg draws it in.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python assets/colors.py

A line a name, `rrggbb name`, sorted by the bytes of the name: the single letters, CSS4's names, `tab:…` and `xkcd:…`.
"""

from pathlib import Path

from matplotlib import colors

names = colors.get_named_colors_mapping()
assert all(name == name.lower() and name.isascii() for name in names)
lines = []
for name in sorted(names):
    r, g, b, a = (int(255 * c + 0.5) for c in colors.to_rgba(name))
    assert a == 255, name
    lines.append(f"{r:02x}{g:02x}{b:02x} {name}\n")

Path(__file__).with_name("colors.txt").write_text("".join(lines), encoding="ascii", newline="\n")
