"""A figure's artists in the order in which matplotlib draws them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis, XAxis, YAxis
from matplotlib.figure import Figure, FigureBase

from plotreel.matplotlib._memory import Memory

# Attributes of artists that refer to separate pieces.
_WATCHED = (Axes, Axis, FigureBase)


class AxisView:
    """The ticks of an axis of 2-D axes, as placed for the last drawing."""

    def __init__(self, axis: Axis) -> None:
        self.axis = axis
        self.ticks: list[Any] = []
        self._memory: Memory | None = None
        self._place: list[bytes] = []

    def changed(self, is_moved: bool) -> bool:
        """Return whether its ticks have to be placed again.

        Parameters
        ----------
        is_moved : bool
            Whether limits or the position of its axes changed; those of another axis leave its ticks in place.
        """
        if self._memory is None or not self._memory.holds():
            return True
        return is_moved and (not self.ticks or self._where() != self._place)

    def _where(self) -> list[bytes]:
        """Return what the positions of its ticks depend on."""
        axis: Any = self.axis
        # What is not affine in them is the scale, an attribute of the axis.
        transforms = {id(t): t for leaf in leaves(self.ticks[0]) if (t := leaf.get_transform())}
        own = [axis.get_view_interval(), axis.axes.bbox.get_points()]
        own += [transform.get_affine().get_matrix() for transform in transforms.values()]
        return [values.tobytes() for values in own]

    def place(self, renderer: Any) -> None:
        """Place ticks and labels as in `Axis.draw`."""
        axis: Any = self.axis
        self.ticks = axis._update_ticks() if axis.get_visible() else []
        bottom, top = axis._get_ticklabel_bboxes(self.ticks, renderer)
        axis._update_label_position(renderer)
        axis._update_offset_text_position(bottom, top)
        axis.offsetText.set_text(axis.major.formatter.get_offset())
        axis.stale = False

    def aligned(self) -> set[int]:
        """Return the ids of the axis objects with which `Figure.align_labels` aligned its label."""
        axis: Any = self.axis
        name = axis.axis_name
        group = axis.axes.figure._align_label_groups.get(name)
        if group is None:
            return set()
        return {id(ax._axis_map[name]) for ax in group.get_siblings(axis.axes)}

    def place_label(self, renderer: Any) -> None:
        """Place the label again, after the ticks of an aligned axis moved."""
        label: Any = self.axis.label
        position, stale = label.get_position(), label.stale
        self.axis._update_label_position(renderer)  # type: ignore[attr-defined]
        if label.get_position() == position:
            label._stale = stale
        self.axis.stale = False

    def remember(self, shared: set[int]) -> None:
        """Record what the ticks depend on, after drawing."""
        axis: Any = self.axis
        makers = [axis.major, axis.minor]
        makers += [maker for ticker in makers for maker in (ticker.locator, ticker.formatter)]
        of_ticks = [part for tick in self.ticks for part in (tick, *leaves(tick))]
        self._memory = Memory([axis, *makers, *of_ticks], shared, is_open=False)
        self._place = self._where() if self.ticks else []

    def artists(self) -> Iterator[Artist]:
        """Yield the artists that it draws, in order."""
        if self.axis.get_visible():
            for tick in self.ticks:
                if tick.get_visible():
                    yield from leaves(tick)
            yield self.axis.label
            yield self.axis.offsetText


def leaves(tick: Any) -> list[Artist]:
    """Return the artists of a tick, in order."""
    return [tick.gridline, tick.tick1line, tick.tick2line, tick.label1, tick.label2]


def is_flat(artist: Artist) -> bool:
    """Return whether these axes are drawn as a list of artists, only by matplotlib's code."""
    return type(artist) is Axes and is_usual(artist, (XAxis, YAxis))


def is_usual(axes: Any, kinds: tuple[type, ...]) -> bool:
    """Return whether axes have only axis of these classes, and nothing that draws their artists in another way."""
    return (
        all(type(axis) in kinds for axis in axes._axis_map.values())
        and axes.get_rasterization_zorder() is None
        and axes.get_agg_filter() is None
    )


def is_foreign(artist: Artist) -> bool:
    """Return whether code outside matplotlib may draw it, from unknown values."""
    module = type(artist).__module__
    return not module.startswith(("matplotlib.", "mpl_toolkits."))


def figure_artists(fig: Figure) -> list[Artist]:
    """Return the artists of a figure above its patch, in order."""
    artists = [a for a in fig.get_children() if a is not fig.patch and not a.get_animated()]
    return sorted(artists, key=lambda artist: artist.get_zorder())


def axes_artists(ax: Axes) -> list[Artist]:
    """Return the artists of 2-D axes while a figure is saved, in order."""
    artists: list[Artist] = [a for a in ax.get_children() if a is not ax.patch]
    has_frame = ax.axison and ax.get_frame_on()
    if not has_frame:
        spines = set(ax.spines.values())
        artists = [a for a in artists if a not in spines]
    if not ax.axison:
        axis = set(ax._axis_map.values())
        artists = [a for a in artists if a not in axis]
    artists.sort(key=lambda artist: artist.zorder)
    return [ax.patch, *artists] if has_frame else artists


def parts(artist: Artist) -> list[Artist]:
    """Return an artist and all its parts."""
    found: dict[int, Artist] = {}
    todo = [artist]
    while todo:
        part = todo.pop()
        if id(part) in found:
            continue
        found[id(part)] = part
        todo += [child for child in part.get_children() if child is not None]
        # The box of a text and the arrow of an annotation are not children.
        todo += [value for value in vars(part).values() if _IS_PART[type(value)]]
    return list(found.values())


class _Kinds(dict[type, bool]):
    """Whether objects of a type are parts of artists that refer to them."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = issubclass(kind, Artist) and not issubclass(kind, _WATCHED)
        return self[kind]


_IS_PART = _Kinds()
