"""Style sheets for new figures: ``plt.style.use("ggplot")``."""

from plotreel.figure._style import use

__all__ = ["use"]
