"""The writer "plotreel" for matplotlib animations.

Importing this module is enough for ``ani.save("a.mp4", writer="plotreel")``;
matplotlib itself is imported only here.
"""

from plotreel.matplotlib._comparison import Comparison
from plotreel.matplotlib._drawing import Statistics
from plotreel.matplotlib._engine import compare, get_engine, set_engine
from plotreel.matplotlib._writer import PlotreelWriter

__all__ = [
    "Comparison",
    "PlotreelWriter",
    "Statistics",
    "compare",
    "get_engine",
    "set_engine",
]
