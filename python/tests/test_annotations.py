"""Tables, boxes, colormaps and norms as Python has them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from conftest import needs, shown

import plotreel

FRAMES = np.arange(3 * 40 * 60, dtype=float).reshape(3, 40, 60)
BOXES = [(0, 5, 5, 20, 10), (1, 5, 5, 20, 10, "cell", "lime"), (2, 9, 9, 30, 20)]


def film(frames=FRAMES, **options):
    plotreel.write_animation(frames, "film.apng", scale=4, **options)
    return shown("film.apng")


def is_same(a, b):
    return len(a) == len(b) and all(np.array_equal(x, y) for x, y in zip(a, b, strict=True))


def test_a_table_may_be_columns():
    labels = ["{step} at {heat:.1f}"]
    Path("table.csv").write_text("step,heat\n4,0.5\n5,1.25\n6,9\n")
    columns = {"step": [4, 5, 6], "heat": np.array([0.5, 1.25, 9.0])}
    assert is_same(film(table=columns, labels=labels), film(table="table.csv", labels=labels))
    assert not is_same(film(table=columns, labels=labels), film())
    with pytest.raises(ValueError, match="for every frame"):
        film(table={"a": [1, 2, 3], "b": [1]}, labels=["{a}"])
    with pytest.raises(ValueError, match="heat"):
        film(table={"step": [1, 2, 3]}, labels=["{heat}"])


def test_boxes_may_be_tuples_or_mappings():
    Path("boxes.csv").write_text(
        "frame,x,y,width,height,text,color\n0,5,5,20,10,,\n1,5,5,20,10,cell,lime\n2,9,9,30,20,,\n"
    )
    names = ["frame", "x", "y", "width", "height", "text", "color"]
    mappings = [dict(zip(names, box)) for box in BOXES]  # noqa: B905
    expected = film(boxes="boxes.csv")
    assert is_same(film(boxes=BOXES), expected)
    assert is_same(film(boxes=mappings), expected)
    assert not is_same(film(), expected)


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ((0, 1, 2, 3), "no height"),
        ({"frame": 0, "x": 1, "y": 2, "width": 3, "hight": 4}, "no height"),
        ((0, 1, 2, 3, 4, "text", "no color"), "no color"),
        ((0, 1, 2, -3, 4), "below 0"),
        ((0, 1, 2, 3, 4, "text", "red", 8), "more values"),
    ],
)
def test_boxes_that_can_not_be_are_refused(box, said):
    with pytest.raises(ValueError, match=said):
        film(boxes=[box])


def test_colormaps_and_norms_of_matplotlib():
    needs("matplotlib")
    from matplotlib import colormaps, colors

    assert is_same(film(cmap=colormaps["magma"]), film(cmap="magma"))
    cmap = colors.ListedColormap(["red", "lime"]).with_extremes(under="blue", bad="black")
    frames = np.array([[0.0, 1.0, 2.0, np.nan]])[None]
    norm = colors.Normalize(0.5, 2.5)
    pixels = film(frames, cmap=cmap, norm=norm)[0][0, ::4]
    expected = cmap(norm(np.ma.masked_invalid(frames[0, 0])), bytes=True)
    assert np.array_equal(pixels, expected)
    for norm, text in [
        (colors.LogNorm(1, 7000), {"norm": "log", "vmin": 1, "vmax": 7000}),
        (colors.SymLogNorm(3.0, vmin=0, vmax=50), {"norm": "symlog:3", "vmin": 0, "vmax": 50}),
        (colors.PowerNorm(0.5, 1, 90), {"norm": "power:0.5", "vmin": 1, "vmax": 90}),
        (colors.TwoSlopeNorm(9, 1, 90), {"norm": "twoslope:9", "vmin": 1, "vmax": 90}),
        (colors.BoundaryNorm([0, 5, 5000], 256), {"norm": "boundary:0,5,5000"}),
    ]:
        assert is_same(film(FRAMES + 1, norm=norm), film(FRAMES + 1, **text)), text
    with pytest.raises(TypeError, match="NoNorm"):
        film(norm=colors.NoNorm())
    with pytest.raises(ValueError, match="clip"):
        film(norm=colors.LogNorm(1, 2, clip=True))


def test_a_data_array_has_its_time():
    needs("xarray")
    import xarray

    hours = np.array([0.0, 6.0, 12.0])
    data = xarray.DataArray(FRAMES, dims=("hour", "y", "x"), coords={"hour": hours})
    expected = film(table={"time": hours}, labels=["{time:.1f}"])
    assert is_same(film(data, labels=["{time:.1f}"]), expected)
    assert is_same(film(data, labels=["{hour:.1f}"]), expected)
