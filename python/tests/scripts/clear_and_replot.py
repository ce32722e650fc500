import matplotlib.animation as animation
import matplotlib.pyplot as plt
import numpy as np

np.random.seed(19680801)
walk = np.random.randn(100).cumsum()
fig = plt.figure(figsize=(5, 3))


def animate(i):
    plt.clf()
    plt.plot(walk[: 10 * i + 2], "g--")
    plt.title("step %d" % i)
    plt.grid()


anim = animation.FuncAnimation(fig, animate, frames=9, interval=100)
plt.show()
