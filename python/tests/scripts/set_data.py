import matplotlib
matplotlib.use("TkAgg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import FuncAnimation

fig, ax = plt.subplots()
xdata, ydata = [], []
(ln,) = ax.plot([], [], "ro")
ax.set_xlim(0, 2 * np.pi)
ax.set_ylim(-1, 1)


def update(frame):
    xdata.append(frame)
    ydata.append(np.sin(frame))
    ln.set_data(xdata, ydata)
    return (ln,)


ani = FuncAnimation(fig, update, frames=np.linspace(0, 2 * np.pi, 12), repeat=False)
ani.save("sine.gif", writer="imagemagick", fps=10)
plt.show()
