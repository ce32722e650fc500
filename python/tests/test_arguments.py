"""What plotreel's own figures take as arguments: as matplotlib does, or an error that says why not."""

from __future__ import annotations

import numpy as np
import pytest

import plotreel.pyplot as plt

DAYS = np.array(["2024-01-01", "2024-01-02"], "datetime64[D]")


pytestmark = pytest.mark.usefixtures("no_figures")


@pytest.fixture
def axes():
    return plt.subplots()[1]


def test_autoscale_of_one_axis_leaves_the_other(axes):
    axes.plot([0, 5])
    axes.autoscale(axis="x")
    axes.plot([0, 10])
    assert axes.get_ylim() == pytest.approx((-0.5, 10.5))
    axes.set_ylim(0, 3)
    axes.autoscale(axis="x", tight=True)
    axes.plot([0, 20])
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 1), (0, 3))


def test_autoscaling_is_switched_off_and_on():
    fixed = plt.figure().add_subplot(autoscale_on=False, xlim=(0, 3))
    fixed.plot([0, 10])
    assert (fixed.get_xlim(), fixed.get_ylim()) == ((0, 3), (0, 1))
    assert not fixed.get_autoscale_on()
    fixed.set_autoscaley_on(True)
    assert fixed.get_autoscaley_on() and not fixed.get_autoscalex_on()
    fixed.plot([0, 20])
    assert (fixed.get_xlim(), fixed.get_ylim()) == ((0, 3), (-1, 21))


def test_a_single_offset_is_a_pair(axes):
    points = axes.scatter(0, 0)
    points.set_offsets((1, 2))
    points.set_offsets([[1, 2], [3, 4]])


def test_what_would_leave_limits_autoscaled_is_refused(axes):
    with pytest.raises(TypeError, match="auto can only be False"):
        axes.set_xlim(0, 1, auto=True)
    with pytest.raises(TypeError, match="scalex"):
        axes.plot([0, 1], scalex=False)


@pytest.mark.parametrize("color", [(200, 100, 50), (0.5, float("nan"), 0), (0, 0, -0.1)])
def test_a_color_out_of_range_is_an_error(axes, color):
    with pytest.raises(ValueError, match="from 0 to 1"):
        axes.plot([0, 1], color=color)


def test_the_pad_of_a_box_is_in_points_without_a_style_and_in_font_sizes_with_one(axes):
    def size(**bbox):
        text = axes.text(0.5, 0.5, "x", fontsize=20, bbox=dict(facecolor="r", edgecolor="r", **bbox))
        red = (axes.figure.canvas_pixels()[..., :3] == (255, 0, 0)).all(2)
        text.remove()
        return np.ptp(np.nonzero(red)[1])

    # Of 100 pixels per inch, 20 points are 28 pixels.
    assert size(pad=20) == pytest.approx(size(pad=10) + 28, abs=2)
    assert size(pad=20) == pytest.approx(size(boxstyle="square", pad=1), abs=1)
    assert size(boxstyle="square,pad=1") == size(boxstyle="square", pad=1)


def test_a_stack_of_one_row_is_one_layer_of_the_length_of_x(axes):
    assert len(axes.stackplot([1, 2, 3], [3, 4, 5])) == 1
    assert len(axes.stackplot([1, 2, 3], [[3, 4, 5], [1, 1, 1]])) == 2
    with pytest.raises(ValueError, match="3 values, but a layer has 2"):
        axes.stackplot([1, 2, 3], [3, 4])


def test_rows_of_events_are_counted_from_0_and_a_single_one_is_at_1(axes):
    assert [row.get_lineoffset() for row in axes.eventplot([[1, 2, 3], [2, 4]])] == [0, 1]
    assert [row.get_lineoffset() for row in axes.eventplot([[1], [2], [3]], lineoffsets=1.5)] == [0, 1.5, 3]
    assert [row.get_lineoffset() for row in axes.eventplot([1, 2, 3])] == [1]


def test_labels_of_bars_are_at_the_ends_of_errors(axes):
    bars = axes.bar([1, 2], [3, -4], yerr=[[0.5, 1], [0.25, 2]])
    labels = axes.bar_label(bars)
    assert [tuple(label.get_xy()) for label in labels] == [(1, 3.25), (2, -5)]
    assert [(label.get_text(), label.get_va()) for label in labels] == [("3", "bottom"), ("-4", "top")]
    (label,) = axes.bar_label(axes.barh([1], [3], xerr=1), fmt="{:.1f}")
    assert (label.get_text(), label.get_ha(), tuple(label.get_xy())) == ("3.0", "left", (4, 1))


def test_a_histogram_of_dates_or_names_gives_the_axis_its_units(axes):
    axes.hist(DAYS)
    axes.plot(DAYS, [1, 2])
    counts, edges, _ = plt.subplots()[1].hist(["a", "b", "a"], bins=2)
    assert (list(counts), list(edges)) == ([2, 1], [0, 0.5, 1])


def test_the_font_of_a_legend_has_size_weight_and_family(axes):
    axes.plot([1], label="a")
    legend = axes.legend(prop={"size": 8, "weight": "bold"})
    assert legend.get_fontsize() == 8 and legend.get_weight() in (700, "bold")
    with pytest.raises(TypeError, match="style"):
        axes.legend(prop={"style": "italic"})


def test_fliers_have_the_look_of_sym(axes):
    (flier,) = axes.boxplot([1, 2, 3, 30], sym="r+")["fliers"]
    assert (flier.get_marker(), flier.get_markeredgecolor()) == ("+", "#ff0000")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda ax: ax.axhline([1, 2]), "single coordinate"),
        (lambda ax: ax.scatter([1, 2, 3], [1, 2, 3], s=[1, 2]), "2 sizes for 3 points"),
        (lambda ax: ax.scatter([1, 2, 3], [1, 2, 3], c=[1, 2]), "2 values or colors for 3 points"),
        (lambda ax: ax.quiver([1, 2], [1, 2], [1, 2], [1, 2], [1, 2, 3]), "3 values for 2 arrows"),
        (lambda ax: ax.plot(np.ones((3, 2)), label=["x"]), "1 labels for 2 lines"),
        (lambda ax: ax.plot(np.ones((3, 2, 2))), "shapes"),
        (lambda ax: ax.eventplot([[1], [2], [3]], lineoffsets=[1, 2]), "2 lineoffsets for 3 rows"),
    ],
)
def test_arguments_of_different_lengths_are_an_error(axes, call, message):
    with pytest.raises(ValueError, match=message):
        call(axes)
    assert axes.get_children() == []


def test_a_pie_with_a_shadow_is_refused(axes):
    with pytest.raises(TypeError, match="shadow"):
        axes.pie([1, 2], shadow=True)


def test_colors_of_points_are_one_or_one_for_each(axes):
    grid = np.arange(6.0).reshape(2, 3)
    axes.scatter(grid, grid, c=grid)
    for c in ("r", ("r", 0.5), [[1, 0, 0]], (1, 0, 0), [(1, 0, 0), "g"], ["r", "b"], [1, 2]):
        axes.scatter([1, 2], [1, 2], c=c)
    axes.scatter([], [], c=[])
    axes.figure.canvas_pixels()


def test_data_are_what_can_be_iterated(axes):
    given = {"a": 1, "b": 2}
    bars = axes.bar(given.keys(), given.values())
    assert list(bars.get_heights()) == [1, 2]
    (line,) = axes.plot(map(float, [1, 2]), (y for y in (3, 4)))
    assert [list(values) for values in line.get_data()] == [[1, 2], [3, 4]]
    counts, _, _ = axes.hist(given.values(), bins=2)
    assert list(counts) == [1, 1]


def test_names_of_categories_are_coordinates(axes):
    axes.bar(["a", "b", "c"], [1, 2, 3])
    assert axes.text("b", 1, "x").get_position()[0] == 1
    assert list(axes.axvline("b").get_xdata()) == [1, 1]
    assert tuple(axes.annotate("here", ("a", 1), ("c", 2)).get_xy()) == (0, 1)
    assert axes.set_xlim("a", "c") == (0, 2)
    axes.set_xticks(["a", "c"])
    assert list(axes.get_xticks()) == [0, 2]


@pytest.mark.parametrize("name", ["plot", "scatter", "step", "errorbar", "fill_between", "stem", "bar", "semilogy"])
def test_columns_of_a_table_are_given_by_name(name):
    table = {"t": [1, 2, 3], "v": [3, 5, 4]}
    pictures = []
    for args, more in (("tv", {"data": table}), (table.values(), {})):
        figure, axes = plt.subplots(figsize=(2, 2))
        getattr(axes, name)(*args, **more)
        getattr(plt, name)(*args, **more)
        pictures.append(figure.canvas_pixels())
    assert (pictures[0] == pictures[1]).all()
    assert (pictures[0] != pictures[0][0, 0]).any()


def test_the_name_of_a_column_is_the_label(axes):
    table = {"t": [1, 2, 3], "v": [3, 5, 4], "size": [10, 20, 30]}
    assert axes.plot("t", "v", "r--", data=table)[0].get_label() == "v"
    assert axes.plot("v", data=table)[0].get_label() == "v"
    assert axes.scatter("t", "v", s="size", data=table).get_label() == "v"
    assert axes.scatter(x="t", y="v", label="mine", data=table).get_label() == "mine"


@pytest.mark.parametrize("is_twin", [False, True])
def test_autoscale_of_one_axis_leaves_limits_that_are_shared(is_twin):
    pictures = []
    for is_autoscaled in (False, True):
        upper, lower = plt.subplots(2, sharex=True)[1]
        lower = upper.twinx() if is_twin else lower
        upper.plot([0, 5])
        lower.plot([0, 5])
        upper.set_xlim(0, 9)
        if is_autoscaled:
            lower.autoscale(axis="y")
        lower.plot([0, 7])
        assert upper.get_xlim() == (0, 9)
        pictures.append(upper.figure.canvas_pixels())
    assert (pictures[0] == pictures[1]).all()
