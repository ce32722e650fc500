"""Artists of plotreel's own figures: what is assigned to them, and data that grow."""

from __future__ import annotations

import numpy as np
import pytest

import plotreel
from plotreel.patches import Circle, Polygon, Rectangle


@pytest.fixture
def axes():
    return plotreel.subplots()[1]


def drawn(axes):
    return axes.figure.canvas_pixels()


def test_an_assignment_to_a_patch_moves_it(axes):
    circle = axes.add_patch(Circle((0, 0), 1))
    before = drawn(axes)
    circle.center = (0.5, 0.5)
    assert tuple(circle.center) == tuple(circle.get_center()) == (0.5, 0.5)
    assert (drawn(axes) != before).any()
    rectangle = axes.add_patch(Rectangle((0, 0), 1, 1))
    rectangle.xy = (2, 3)
    rectangle.width = 4
    assert (*rectangle.get_xy(), rectangle.width, rectangle.height) == (2, 3, 4, 1)


def test_an_assignment_to_a_name_that_an_artist_does_not_have_is_an_error(axes):
    circle = axes.add_patch(Circle((0, 0), 1))
    with pytest.raises(AttributeError, match="nearest is 'center'"):
        circle.centre = (1, 1)
    with pytest.raises(AttributeError, match="colour"):
        axes.plot([1, 2])[0].colour = "r"
    with pytest.raises(AttributeError):
        Circle((0, 0), 1).get_figure()


def test_what_a_patch_is_made_of_can_be_set_before_it_is_added(axes):
    rectangle = Rectangle((0, 0), 1, 1)
    rectangle.set_width(3)
    rectangle.xy = (1, 2)
    axes.add_patch(rectangle)
    assert (*rectangle.get_xy(), rectangle.get_width(), rectangle.get_height()) == (1, 2, 3, 1)
    corners = Polygon([(0, 0), (1, 0), (0, 1)])
    corners.set_xy([(0, 0), (2, 0), (0, 2)])
    axes.add_patch(corners)


def test_a_line_grows_by_its_x_and_then_its_y(axes):
    (line,) = axes.plot([], [])
    x, y = [], []
    for i in range(3):
        x.append(i)
        y.append(i * i)
        line.set_xdata(x)
        assert list(line.get_xdata()) == x
        line.set_ydata(y)
        drawn(axes)
    assert [list(values) for values in line.get_data()] == [x, y]


def test_a_line_with_more_x_than_y_is_an_error_when_it_is_drawn(axes):
    (line,) = axes.plot([1, 2], [3, 4])
    line.set_xdata([1, 2, 3])
    with pytest.raises(ValueError, match="3 x but 2 y"):
        drawn(axes)
    with pytest.raises(ValueError, match="3 x but 4 y"):
        line.set_ydata([1, 2, 3, 4])
    line.remove()
    drawn(axes)


def test_dates_of_a_line_grow(axes):
    days = np.array(["2024-01-01", "2024-01-02"], "datetime64[D]")
    (line,) = axes.plot(days, [1, 2])
    line.set_xdata(np.append(days, np.datetime64("2024-01-03")))
    line.set_ydata([1, 2, 3])
    assert np.allclose(np.diff(line.get_xdata()), 1)


def test_a_removed_artist_says_so(axes):
    (line,) = axes.plot([1, 2])
    line.remove()
    with pytest.raises(plotreel.InvalidError, match="this Line2D was removed"):
        line.set_color("r")


def test_an_assignment_to_a_title_sets_it(axes):
    title = axes.set_title("one")
    title.text = "two"
    assert axes.get_title() == "two"
    with pytest.raises(AttributeError, match="colour"):
        title.colour = "r"


def test_x_and_y_of_a_line_are_set_together(axes):
    (line,) = axes.plot([1, 2], [3, 4])
    line.set(xdata=[1, 2, 3], ydata=[4, 5, 6], lw=3)
    assert [list(values) for values in line.get_data()] == [[1, 2, 3], [4, 5, 6]]
    assert line.get_linewidth() == 3
