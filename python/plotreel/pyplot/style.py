"""Style sheets for new figures: ``plt.style.use("ggplot")``."""

from plotreel.figure._style import available, context, use

__all__ = ["available", "context", "use"]
