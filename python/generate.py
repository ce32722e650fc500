"""Writes the classes of artists and the functions of pyplot: ``python generate.py``.

plotreel/figure/_artists.py comes of the tables of properties in
docs/properties.md, plotreel/pyplot/_functions.py of the methods of figures and
axes. tests/test_figure.py fails if either is not what this writes.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
ARTISTS = HERE / "plotreel" / "figure" / "_artists.py"
FUNCTIONS = HERE / "plotreel" / "pyplot" / "_functions.py"

# Classes whose data are set by methods of _artist.py, _bar.py and _table.py.
BASES = {
    "Line2D": "LineData",
    "Line3D": "Line3DData",
    "PathCollection": "OffsetData",
    "Path3DCollection": "Offset3DData",
    "LineCollection": "SegmentsData",
    "Line3DCollection": "SegmentsData",
    "EventCollection": "EventData",
    "PolyCollection": "PolygonsData",
    "FillBetweenPolyCollection": "BandData",
    "Poly3DCollection": "SurfaceData",
    "BarContainer": "BarData",
    "AxesImage": "ImageData",
    "QuadMesh": "ArrayData",
    "PolyQuadMesh": "ArrayData",
    "TriMesh": "ArrayData",
    "PatchCollection": "ArrayData",
    "ContourSet": "ContourData",
    "Quiver": "VectorData",
    "Barbs": "VectorData",
    "StepPatch": "StepData",
    "Polygon": "PolygonData",
    "Table": "TableData",
    "Text": "TextData",
    "Text3D": "TextData",
    "Annotation": "TextData",
}
# Classes with much in common, which stands in a base.
FAMILIES = {
    "PatchBase": (
        "Rectangle Ellipse Circle Arc Wedge Polygon RegularPolygon Annulus PathPatch "
        "FancyBboxPatch FancyArrowPatch ConnectionPatch FancyArrow StepPatch InsetIndicator"
    ).split(),
    "CollectionBase": (
        "PathCollection PolyCollection FillBetweenPolyCollection QuadMesh PolyQuadMesh TriMesh "
        "PatchCollection Quiver Barbs Path3DCollection Poly3DCollection ContourSet ContourSet3D"
    ).split(),
    "LineSet": ["LineCollection", "Line3DCollection"],
    "Line": ["Line2D", "Line3D"],
    "Lettering": ["Text", "Annotation", "Text3D", "QuiverKey"],
}
# What Python has no class of, and axes, whose methods are in _axes.py.
LEFT_OUT = {"ChartArtist", "Drawing", "SubFigure", "TickParams", "Axes", "PolarAxes", "Axes3D", "Collection"}
# Properties that matplotlib sets by a pair of arguments.
PAIRS = {"xy", "position", "center"}
WIDTH = 100


def properties() -> dict[str, list[tuple[list[str], str, str]]]:
    """Return the rows of each class: names, values and meaning."""
    classes: dict[str, list[tuple[list[str], str, str]]] = {}
    text = (HERE.parent / "docs" / "properties.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        name, _, table = part.partition("\n")
        rows = classes.setdefault(name, [])
        for line in table.splitlines():
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)]
            if len(cells) == 6 and cells[1].startswith("`"):
                rows.append((re.findall("`(.*?)`", cells[1]), cells[2], cells[4]))
    return classes


def sentence(verb: str, meaning: str) -> str:
    """Return a docstring of one line: what does not fit is left to docs/properties.md."""
    meaning = meaning.replace("\\", "").replace('"', "'").replace("`", "").strip(" .")
    for mark in ("; ", ": ", ", ", " ("):
        if len(meaning) > WIDTH - 25:
            meaning = meaning.partition(mark)[0]
    return f'"""{verb} {meaning}."""'


def methods(rows: list[tuple[list[str], str, str]], own: set[str]) -> list[str]:
    """Return the setters and getters of rows; those in `own` are written by hand."""
    lines: list[str] = []
    for names, _, meaning in rows:
        name = names[0]
        if name == "clim":
            lines += [
                "    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:",
                '        """Set the colour limits; None keeps one."""',
                "        set_clim(self, vmin, vmax)",
                "",
            ]
        elif f"set_{name}" not in own:
            lines += [
                f"    def set_{name}(self, value: Any) -> None:",
                f"        {sentence('Set', meaning)}",
                f"        self.set({name}=value)",
                "",
            ]
            if name in PAIRS:
                lines[-4] = f"    def set_{name}(self, x: Any, y: Any = None) -> None:"
                lines[-2] = f"        self.set({name}=x if y is None else (x, y))"
        if f"get_{name}" not in own:
            lines += [
                f"    def get_{name}(self) -> Any:",
                f"        {sentence('Return', meaning)}",
                f'        return self._get("{name}")',
                "",
            ]
        for alias in names[1:]:
            lines += [f"    {verb}_{alias} = {verb}_{name}" for verb in ("set", "get") if f"{verb}_{alias}" not in own]
            lines.append("")
    return lines


def artists() -> str:
    """Return the text of _artists.py."""
    classes = {name: rows for name, rows in properties().items() if name not in LEFT_OUT}
    drawn = [name for name in classes if name not in ("Axis", "Ticks", "Spine")]
    shared = [row for row in classes["Line2D"] if all(row in classes[name] for name in drawn)]
    by_hand = written_by_hand()
    bases = sorted({*BASES.values(), "Artist"})
    lines = [
        '"""The classes of artists, with a setter and a getter for each property.',
        "",
        "Written by python/generate.py from docs/properties.md.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "from plotreel.figure._artist import (",
        *(f"    {base}," for base in bases if base not in ("BarData", "TableData")),
        "    set_clim,",
        ")",
        "from plotreel.figure._bar import BarData",
        "from plotreel.figure._table import TableData",
        "",
        "",
        "class Common(Artist):",
        '    """The properties of all artists."""',
        "",
        *methods(shared, by_hand["Artist"]),
    ]
    common = {row[0][0] for row in shared}
    for family, members in FAMILIES.items():
        rows = [
            row
            for row in classes[members[0]]
            if row[0][0] not in common and all(row in classes[name] for name in members)
        ]
        lines += ["", f"class {family}(Common):", '    """The properties of several classes."""', ""]
        lines += methods(rows, by_hand["Artist"])
        for name in members:
            classes[name] = [row for row in classes[name] if row not in rows]
    family_of = {name: family for family, members in FAMILIES.items() for name in members}
    for name, rows in classes.items():
        base = BASES.get(name)
        parent = family_of.get(name, "Common" if name in drawn else "Artist")
        parents = ", ".join([*([base] if base else []), parent])
        own = by_hand[base or "Artist"] | by_hand["Artist"]
        rows = [row for row in rows if name not in drawn or row[0][0] not in common]
        lines += ["", f"class {name}({parents}):", f'    """{article(name)}."""', ""]
        lines += methods(rows, own)
    names = ",\n".join(f'    "{name}": {name}' for name in classes)
    lines += ["", "CLASSES: dict[str, type[Artist]] = {", names + ",", "}", ""]
    return "\n".join(lines)


def article(name: str) -> str:
    """Return what a class is."""
    what = {"Axis": "An axis of axes", "Ticks": "The ticks of an axis", "Spine": "A spine of axes"}
    return what.get(name, f"matplotlib's `{name}`")


def written_by_hand() -> dict[str, set[str]]:
    """Return the methods of the classes with data, with those of their bases."""
    folder = HERE / "plotreel" / "figure"
    trees = [ast.parse((folder / file).read_text(encoding="utf-8")) for file in ("_artist.py", "_bar.py", "_table.py")]
    found: dict[str, set[str]] = {}
    for node in [node for tree in trees for node in tree.body]:
        if isinstance(node, ast.ClassDef):
            found[node.name] = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
            for base in node.bases:
                found[node.name] |= found.get(ast.unparse(base), set())
    return found


def functions() -> str:
    """Return the text of _functions.py."""
    lines = [
        '"""Methods of the current figure and axes as functions.',
        "",
        "Written by python/generate.py from the methods of figures and axes.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "from plotreel.pyplot._current import gca, gcf, sci",
        "",
    ]
    folder = HERE / "plotreel" / "figure"
    named: dict[str, str] = {}
    for tree in [ast.parse((folder / file).read_text(encoding="utf-8")) for file in AXES_FILES]:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                for name in AXES.get(node.name, ()):
                    named[name] = function(name, node, "gca()")
    for tree in [ast.parse((folder / file).read_text(encoding="utf-8")) for file in FIGURE_FILES]:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name in FIGURE:
                named[FIGURE[node.name]] = function(FIGURE[node.name], node, "gcf()")
    missing = {name for names in AXES.values() for name in names} | {*FIGURE.values()}
    missing -= {*named}
    assert not missing, f"no methods for {missing}"
    for name in sorted(named):
        lines += ["", named[name]]
    exported = ",\n".join(f'    "{name}"' for name in sorted(named))
    lines += ["", "__all__ = [", exported + ",", "]", ""]
    return "\n".join(lines)


# Where the methods of axes and of figures are; of two of one name the last counts.
AXES_FILES = (
    "_axes.py _titles.py _limits.py _ticks.py _bars.py _lines.py _statistics.py _fields.py _annotations.py _flat.py"
).split()
FIGURE_FILES = ("_figure_core.py", "_subplots.py", "_figure_base.py", "_figure.py")
# Methods of axes, and the functions that call them.
AXES = {
    **{
        name: (name,)
        for name in (
            "annotate arrow autoscale axhline axhspan axis axline axvline axvspan bar bar_label "
            "barbs barh boxplot broken_barh clabel contour contourf ecdf errorbar eventplot fill "
            "fill_between fill_betweenx grid hexbin hist hist2d hlines imshow legend loglog "
            "margins minorticks_off minorticks_on pcolor pcolormesh pie plot quiver "
            "quiverkey scatter semilogx semilogy stackplot stairs stem step streamplot table text "
            "tick_params tricontour tricontourf tripcolor triplot violinplot vlines"
        ).split()
    },
    "clear": ("cla",),
    "set_title": ("title",),
    "set_xlabel": ("xlabel",),
    "set_ylabel": ("ylabel",),
    "set_xscale": ("xscale",),
    "set_yscale": ("yscale",),
}
# Methods of figures, and the functions that call them.
FIGURE = {
    "savefig": "savefig",
    "suptitle": "suptitle",
    "supxlabel": "supxlabel",
    "supylabel": "supylabel",
    "text": "figtext",
    "legend": "figlegend",
    "tight_layout": "tight_layout",
    "subplots_adjust": "subplots_adjust",
    "autofmt_xdate": "autofmt_xdate",
    "clear": "clf",
}
# What colorbars of the current image show.
MAPPABLES = {"imshow", "scatter", "pcolormesh", "pcolor", "contour", "contourf", "hexbin", "tricontourf", "tripcolor"}


def function(name: str, node: ast.FunctionDef, owner: str) -> str:
    """Return a function that calls a method."""
    arguments = node.args
    # Without self.
    (arguments.posonlyargs or arguments.args).pop(0)
    call = [argument.arg for argument in [*arguments.posonlyargs, *arguments.args]]
    call += [f"*{arguments.vararg.arg}"] if arguments.vararg else []
    call += [f"{argument.arg}={argument.arg}" for argument in arguments.kwonlyargs]
    call += [f"**{arguments.kwarg.arg}"] if arguments.kwarg else []
    doc = (ast.get_docstring(node) or "").splitlines()[0]
    made = f"{owner}.{node.name}({', '.join(call)})"
    if name in MAPPABLES:
        made = f"sci({made})"
    keep = "" if node.returns is not None and ast.unparse(node.returns) == "None" else "return "
    returns = "None" if not keep else "Any"
    return "\n".join(
        [
            f"def {name}({ast.unparse(arguments)}) -> {returns}:",
            f'    """{doc}"""',
            f"    {keep}{made}",
            "",
        ]
    )


if __name__ == "__main__":
    ARTISTS.write_text(artists(), encoding="utf-8")
    FUNCTIONS.write_text(functions(), encoding="utf-8")
