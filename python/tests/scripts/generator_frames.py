import itertools

import matplotlib.pyplot as plt
import numpy as np
import matplotlib.animation as animation


def data_gen():
    for cnt in itertools.count():
        t = cnt / 10
        yield t, np.sin(2 * np.pi * t) * np.exp(-t / 10.0)


fig, ax = plt.subplots()
line, = ax.plot([], [], lw=2)
ax.set_ylim(-1.1, 1.1)
ax.grid()
xdata, ydata = [], []


def run(data):
    t, y = data
    xdata.append(t)
    ydata.append(y)
    xmin, xmax = ax.get_xlim()
    if t >= xmax:
        ax.set_xlim(xmin, 2 * xmax)
    line.set_data(xdata, ydata)
    return line,


# Only save last 15 frames, but run forever
ani = animation.FuncAnimation(fig, run, data_gen, interval=40, save_count=15)
plt.show()
