"""Solitary waves that pass each other."""
import numpy as np
from matplotlib import pyplot as plt
from matplotlib import animation

fig = plt.figure()
ax = plt.axes(xlim=(0, 2), ylim=(-2, 2))
line, = ax.plot([], [], lw=2)
label = ax.text(0.05, 0.9, "", transform=ax.transAxes)


def init():
    line.set_data([], [])
    label.set_text("")
    return line, label


def animate(i, speed, height):
    x = np.linspace(0, 2, 200)
    line.set_data(x, height * np.sin(2 * np.pi * (x - speed * i)))
    label.set_text(f"frame {i}")
    return line, label


anim = animation.FuncAnimation(fig, animate, init_func=init, frames=14, fargs=(0.05, 1.5),
                               interval=20, blit=True)

if __name__ == "__main__":
    plt.show()
