"""Write markers.tsv: the outline of every marker of matplotlib in every fill style.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/markers.py

A line a marker and fill style: the marker (text, `#n` for number n, `(sides,style,angle)`), the fill style, whether
it is filled, the snap threshold or `-`, join, cap, the path and the alternate path or `-`, both transformed. Paths
are letters (M, L, C, Z) and coordinates. Fill styles that change nothing are left out: `*` stands for all of them.
"""

from pathlib import Path

from matplotlib.markers import MarkerStyle

LETTERS = {1: "M", 2: "L", 4: "C", 79: "Z"}


def spelt(path, transform):
    if not len(path.vertices):
        return ""
    vertices = transform.transform(path.vertices)
    codes = [1] + [2] * (len(vertices) - 1) if path.codes is None else path.codes.tolist()
    out, i = [], 0
    while i < len(codes):
        count = {4: 3, 79: 0}.get(codes[i], 1)
        numbers = (f"{round(c, 7) + 0.0:.7g}" for point in vertices[i : i + count] for c in point)
        out.append(LETTERS[codes[i]] + " ".join(numbers))
        i += max(count, 1)
    return " ".join(out)


def row(marker, fillstyle):
    style = MarkerStyle(marker, fillstyle)
    alt = style.get_alt_path()
    snap = style.get_snap_threshold()
    return "\t".join((
        str(style.is_filled()).lower(),
        "-" if snap is None else f"{snap:g}",
        style.get_joinstyle(),
        style.get_capstyle(),
        spelt(style.get_path(), style.get_transform()),
        "-" if alt is None else spelt(alt, style.get_alt_transform()),
    ))


tuples = [(n, style, angle) for n in (3, 5, 17) for style in (0, 1, 2) for angle in (0, 10) if n < 17 or angle]
lines = []
for marker in [*MarkerStyle.markers, *tuples]:
    if isinstance(marker, int):
        name = f"#{marker}"
    else:
        name = str(marker).replace(" ", "") if isinstance(marker, tuple) else marker
    rows = {fillstyle: row(marker, fillstyle) for fillstyle in MarkerStyle.fillstyles}
    if len(set(rows.values())) == 1:
        rows = {"*": rows["full"]}
    lines += [f"{name}\t{fillstyle}\t{text}\n" for fillstyle, text in rows.items()]

Path(__file__).with_name("markers.tsv").write_text("".join(lines), encoding="ascii", newline="\n")
