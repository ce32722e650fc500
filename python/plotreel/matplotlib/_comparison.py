"""How far two pictures of a figure are apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]

# A pixel counts if one of its channels is off by more than this.
_OFF = 8


class Comparison:
    """A figure as plotreel and as Agg draw it.

    Attributes
    ----------
    native, agg : ndarray of uint8, (height, width, 4)
        Both pictures.
    difference : ndarray of uint8, (height, width, 3)
        The absolute difference of the colours.
    rms : float
        The root mean square difference over all channels, from 0 to 255.
    share : float
        The percentage of pixels that are off by more than 8, among those that are not background.
    by_agg : dict of str to str
        The artists that Agg draws in both, and why.
    """

    def __init__(self, native: Pixels, agg: Pixels, by_agg: dict[str, str] | None = None) -> None:
        self.native = native.copy()
        self.agg = agg
        self.by_agg = by_agg or {}
        ours, theirs = _premultiplied(native), _premultiplied(agg)
        apart = np.abs(ours - theirs)
        self.difference: Pixels = apart[..., :3].astype(np.uint8)
        self.rms = float(np.sqrt(np.mean(apart.astype(np.float32) ** 2)))
        corner = theirs[0, 0]
        is_shown = (ours != corner).any(axis=2) | (theirs != corner).any(axis=2)
        off = (apart > _OFF).any(axis=2).sum()
        self.share = float(100 * off / max(1, is_shown.sum()))

    def __str__(self) -> str:
        return f"RMS {self.rms:.2f}, {self.share:.2f} % of the pixels off by more than {_OFF}"

    def _repr_png_(self) -> Any:
        """Return both pictures and their difference side by side, for notebooks."""
        import io

        from matplotlib.image import imsave

        opaque = np.full_like(self.agg[..., :1], 255)
        apart = np.dstack([np.minimum(255, 8 * self.difference.astype(int)).astype(np.uint8), opaque])
        out = io.BytesIO()
        imsave(out, np.hstack([self.native, self.agg, apart]), format="png")
        return out.getvalue()


def _premultiplied(pixels: Pixels) -> npt.NDArray[np.int16]:
    """Return pixels whose colours count as much as they are opaque."""
    premultiplied = pixels.astype(np.int16)
    alpha = pixels[..., 3:]
    if (alpha != 255).any():
        premultiplied[..., :3] = np.round(pixels[..., :3] * (alpha / 255.0))
    return premultiplied
