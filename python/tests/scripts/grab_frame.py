import numpy as np
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import PillowWriter

np.random.seed(19680801)
metadata = dict(title="Movie Test", artist="Matplotlib", comment="Movie support!")
writer = PillowWriter(fps=15, metadata=metadata)

fig = plt.figure(figsize=(4, 3))
l, = plt.plot([], [], "k-o")
plt.xlim(-5, 5)
plt.ylim(-5, 5)
x0, y0 = 0, 0
with writer.saving(fig, "writer_test.gif", 100):
    for i in range(11):
        x0 += 0.1 * np.random.randn()
        y0 += 0.1 * np.random.randn()
        l.set_data([x0], [y0])
        writer.grab_frame()
