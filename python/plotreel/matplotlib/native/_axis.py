"""An axis: its ticks, tick labels, grid lines, label and offset text as properties of plotreel's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matplotlib.colors import to_rgba

from plotreel.matplotlib._order import leaves
from plotreel.matplotlib.native._table import Untranslatable, translator_of
from plotreel.matplotlib.native._text import font
from plotreel.matplotlib.native._tickers import has_none
from plotreel.matplotlib.native._view import dashes

# The places of a label along its axis.
_PLACES = {0.0: "left", 0.5: "center", 1.0: "right"}

# Alignments of tick labels on both sides, which plotreel has by default.
_ALIGNED = {
    "x": (("center", "top"), ("center", "bottom")),
    "y": (("right", "center_baseline"), ("left", "center_baseline")),
}


def check(axis: Any) -> None:
    """Check that plotreel has the axis, which is of a class of its projection.

    Raises
    ------
    Untranslatable
        If it has not.
    """
    if "draw" in vars(axis):
        raise Untranslatable(f"a {type(axis).__name__} with a method draw of its own")
    siblings = axis.axes.get_figure(root=False)._align_label_groups.get(axis.axis_name)
    if siblings is not None and len(list(siblings.get_siblings(axis.axes))) > 1:
        raise Untranslatable("aligned labels")
    if not axis._autolabelpos:
        raise Untranslatable("a label with a place of its own")


def look(axis: Any) -> dict[str, Any]:
    """Return the properties of an axis without its ticks, wherever it is."""
    label, offset = axis.label, axis.offsetText
    check_text(label)
    check_text(offset)
    family, bold, italic = font(label.get_fontproperties())
    if italic:
        raise Untranslatable("an italic label")
    return {
        "visible": axis.get_visible(),
        "label_text": label.get_text() if label.get_visible() else "",
        "label_family": family,
        "label_bold": bold,
        "label_size": label.get_fontsize(),
        "label_color": to_rgba(label.get_color(), label.get_alpha()),
        "label_pad": axis.labelpad,
        "label_rotation": label.get_rotation(),
        "offset_visible": offset.get_visible(),
        "offset_size": offset.get_fontsize(),
        "offset_color": to_rgba(offset.get_color(), offset.get_alpha()),
    }


def placement(axis: Any) -> dict[str, Any]:
    """Return where label and offset text of an axis are in the plane."""
    label, is_x = axis.label, axis is axis.axes.xaxis
    along = label.get_position()[0 if is_x else 1]
    if along not in _PLACES:
        raise Untranslatable("a label with a place of its own")
    return {
        "label_rotation_mode": label.get_rotation_mode() or "default",
        "label_ha": label.get_horizontalalignment(),
        "label_va": label.get_verticalalignment(),
        "label_loc": _PLACES[along],
        "label_position": axis.label_position,
        "offset_position": _offset_side(axis, is_x),
    }


def _offset_side(axis: Any, is_x: bool) -> str:
    x, _ = axis.offsetText.get_position()
    if x not in ((1,) if is_x else (0, 1)):
        raise Untranslatable("an offset text with a place of its own")
    if is_x:
        return str(getattr(axis, "_tick_position", "bottom"))
    return "right" if x else "left"


def check_text(text: Any) -> None:
    """Check that a text has only what labels of axes have, and draws itself as texts do."""
    translator_of(text)
    if text.get_bbox_patch() is not None or text.get_path_effects() or text.get_wrap():
        raise Untranslatable("a label with a box, effects or wrapping")
    if text.get_usetex() or not text.get_parse_math() or text.get_url():
        raise Untranslatable("a label with usetex, or without mathematics")
    if text._linespacing not in ("normal", 1.2) or text.get_sketch_params() is not None:
        raise Untranslatable("a label with another line spacing")


def tick_looks(
    axis: Any, look_of: Callable[[Any, Any], dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the properties of major and of minor ticks, each of which looks as a function says.

    Raises
    ------
    Untranslatable
        If one looks unlike the others.
    """
    major, minor = (_tick_look(axis, is_minor, look_of) for is_minor in (False, True))
    known = major or minor or {"ticks": (True, False), "labels": (True, False)}
    # No label has to avoid those that are not there, and titles ask on which sides all of them are.
    none = {"ticks": known["ticks"], "labels": known["labels"], "length": 0.0}
    return major or none, minor or none


def _tick_look(
    axis: Any, is_minor: bool, look_of: Callable[[Any, Any], dict[str, Any]]
) -> dict[str, Any] | None:
    if has_none(axis, is_minor):
        return None
    first, *others = axis.minorTicks if is_minor else axis.majorTicks
    wanted = look_of(first, axis)
    if any(look_of(tick, axis) != wanted for tick in others):
        raise Untranslatable("a tick that looks unlike the others")
    size = axis._get_tick_label_size("x" if axis is axis.axes.xaxis else "y")
    if not is_minor and wanted["labelsize"] != size and True in wanted["labels"]:
        # By this the room for ticks is counted.
        raise Untranslatable("tick labels of another size than the axis has")
    return wanted


def tick(tick: Any) -> dict[str, Any]:
    """Return the properties of a tick in the plane, without the alignment of its labels."""
    if not tick.get_visible() or tick.get_path_effects():
        raise Untranslatable("a tick that is hidden or has effects")
    line, other, grid = tick.tick1line, tick.tick2line, tick.gridline
    if line.get_path_effects() or other.get_path_effects() or grid.get_path_effects():
        raise Untranslatable("ticks or grids with effects")
    ticks = (line.get_visible(), other.get_visible())
    mark = other if ticks == (False, True) else line
    if ticks == (True, True) and _mark_look(line) != _mark_look(other):
        raise Untranslatable("ticks that differ between sides")
    length, width, color = _mark_look(mark)
    grid_width = grid.get_linewidth()
    return {
        **label_look(tick),
        "direction": tick.get_tickdir(),
        "length": length,
        "width": width,
        "color": color,
        "ticks": ticks,
        "grid": grid.get_visible(),
        "grid_color": to_rgba(grid.get_color(), grid.get_alpha()),
        "grid_linewidth": grid_width,
        "grid_linestyle": dashes(grid._dash_pattern, grid_width),
    }


def label_look(tick: Any) -> dict[str, Any]:
    """Return the properties of the labels of a tick without their alignment."""
    first, second = tick.label1, tick.label2
    labels = (first.get_visible(), second.get_visible())
    shown = second if labels == (False, True) else first
    check_text(shown)
    family, bold, italic = font(shown.get_fontproperties())
    if (bold or italic) and True in labels:
        raise Untranslatable("bold or italic tick labels")
    if labels == (True, True) and _text_look(first) != _text_look(second):
        raise Untranslatable("tick labels that differ between sides")
    return {
        "pad": tick._base_pad,
        "labels": labels,
        "labelsize": shown.get_fontsize(),
        "labelfontfamily": family,
        "labelcolor": to_rgba(shown.get_color(), shown.get_alpha()),
        "labelrotation": shown.get_rotation(),
        "labelrotation_mode": shown.get_rotation_mode() or "default",
    }


def alignment(tick: Any, name: str) -> dict[str, Any]:
    """Return the alignment of the labels of a tick of the axis "x" or "y", which both sides share."""
    labels = (tick.label1.get_visible(), tick.label2.get_visible())
    own = (alignment_of(tick.label1), alignment_of(tick.label2))
    is_both = labels == (True, True)
    if is_both and own != _ALIGNED[name]:
        raise Untranslatable("aligned tick labels on both sides")
    ha, va = (None, None) if is_both else own[labels == (False, True)]
    return {"labelha": ha, "labelva": va}


def alignment_of(text: Any) -> tuple[str, str]:
    """Return how a text is aligned at its place."""
    return text.get_horizontalalignment(), text.get_verticalalignment()


def _text_look(text: Any) -> Any:
    return (text.get_fontsize(), text.get_color(), text.get_alpha(), text.get_rotation(), text.get_fontproperties())


def _mark_look(line: Any) -> Any:
    color = to_rgba(line.get_markeredgecolor(), line.get_alpha())
    return line.get_markersize(), line.get_markeredgewidth(), color


def parts(axis: Any) -> list[Any]:
    """Return the artists of an axis, whose flags say that they changed."""
    ticks = [*vars(axis).get("majorTicks", ()), *vars(axis).get("minorTicks", ())]
    return [axis.label, axis.offsetText, *(part for tick in ticks for part in (tick, *leaves(tick)))]


def state(axis: Any) -> tuple[Any, ...]:
    """Return what no flag of a part tells."""
    own = vars(axis)
    return (
        axis.get_visible(),
        axis._scale,
        axis.zorder,
        axis.labelpad,
        axis.label_position,
        axis._autolabelpos,
        own.get("_tick_position"),
        own.get("offset_text_position"),
        len(own.get("majorTicks", ())),
        len(own.get("minorTicks", ())),
    )
