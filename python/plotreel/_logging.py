"""The library's log lines in Python's logging, and what the user must see as warnings."""

import logging
import warnings

from plotreel._errors import PlotreelWarning

_LOGGER = logging.getLogger("plotreel")
_LEVELS = {"ERROR": logging.ERROR, "INFO": logging.INFO}


def tell(level: str, text: str) -> None:
    """Hand over a line of the library."""
    if level == "WARN":
        # The frames between are ours; Python shows the place of the call.
        warnings.warn(text, PlotreelWarning, stacklevel=3)
    else:
        _LOGGER.log(_LEVELS.get(level, logging.DEBUG), "%s", text)
