"""Passes the library's log messages to Python's logging, and its warnings to Python's warnings."""

import logging
import warnings

from plotreel._errors import PlotreelWarning

_LOGGER = logging.getLogger("plotreel")
_LEVELS = {"ERROR": logging.ERROR, "INFO": logging.INFO}


def tell(level: str, text: str) -> None:
    """Pass on a log message of the library."""
    if level == "WARN":
        # The frames in between are plotreel's; Python shows the user's call.
        warnings.warn(text, PlotreelWarning, stacklevel=3)
    else:
        _LOGGER.log(_LEVELS.get(level, logging.DEBUG), "%s", text)
