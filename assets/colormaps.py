"""Write colormaps.bin: every colormap of matplotlib as the bytes that imshow uses.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python assets/colormaps.py

For each name, in alphabetical order: one byte length and the name in ASCII, the number of colours as a
little-endian u16, then that many (R, G, B) bytes of `cmap(i, bytes=True)`.
Reversed maps are stored too: for some of them the truncated bytes are not those of the map read backwards.
"""

from pathlib import Path

import matplotlib
import numpy as np

out = bytearray()
for name in sorted(matplotlib.colormaps):
    cmap = matplotlib.colormaps[name]
    rgba = cmap(np.arange(cmap.N), bytes=True)
    assert (rgba[:, 3] == 255).all(), name
    out += bytes([len(name)]) + name.encode("ascii") + cmap.N.to_bytes(2, "little") + rgba[:, :3].tobytes()

Path(__file__).with_name("colormaps.bin").write_bytes(out)
