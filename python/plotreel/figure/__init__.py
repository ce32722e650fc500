"""plotreel's own figures: matplotlib's names without matplotlib."""

from plotreel.figure._artists import CLASSES
from plotreel.figure._axes import AxesBase
from plotreel.figure._bbox import Bbox
from plotreel.figure._colorbar import Colorbar
from plotreel.figure._figure import Figure, subplots
from plotreel.figure._flat import Axes, PolarAxes
from plotreel.figure._gridspec import GridSpec, SubplotSpec
from plotreel.figure._secondary import SecondaryAxis
from plotreel.figure._space import Axes3D
from plotreel.figure._subfigure import SubFigure

__all__ = [
    "CLASSES",
    "Axes",
    "Axes3D",
    "AxesBase",
    "Bbox",
    "Colorbar",
    "Figure",
    "GridSpec",
    "PolarAxes",
    "SecondaryAxis",
    "SubFigure",
    "SubplotSpec",
    "subplots",
]
