import matplotlib.pyplot as plt
import numpy as np
from matplotlib import animation

fig = plt.figure(figsize=(4, 4))
ax = fig.add_subplot(projection="3d")
u = np.linspace(0, 6 * np.pi, 120)
ax.plot(np.cos(u), np.sin(u), u / 10)
ax.scatter([0, 0.5], [0, 0.5], [1, 1.5], c="r")


def rotate(angle):
    ax.view_init(elev=20, azim=angle)


rot = animation.FuncAnimation(fig, rotate, frames=np.arange(0, 90, 15), interval=100)
plt.show()
