"""Write colormaps.bin: every colormap of matplotlib, with its bytes that imshow uses and their fractions.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python assets/colormaps.py

For each name, in alphabetical order: one byte length and the name in ASCII, the number of colours as a
little-endian u16, then that many (R, G, B) as little-endian u16 in units of 1/256: their high bytes are those of
`cmap(i, bytes=True)`, rounded they are what meshes and collections are filled with.
Reversed maps are stored too: for some of them the truncated bytes are not those of the map read backwards.
"""

from pathlib import Path

import matplotlib
import numpy as np

out = bytearray()
for name in sorted(matplotlib.colormaps):
    cmap = matplotlib.colormaps[name]
    rgba = cmap(np.arange(cmap.N))
    fine = np.floor(rgba * 255 * 256).astype("<u2")
    assert (fine[:, 3] == 255 * 256).all(), name
    assert (fine >> 8 == cmap(np.arange(cmap.N), bytes=True)).all(), name
    out += bytes([len(name)]) + name.encode("ascii") + cmap.N.to_bytes(2, "little") + fine[:, :3].tobytes()

Path(__file__).with_name("colormaps.bin").write_bytes(out)
