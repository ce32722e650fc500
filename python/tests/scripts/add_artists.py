from matplotlib import pyplot as plt
from matplotlib.animation import FuncAnimation
from matplotlib.patches import Circle

fig, ax = plt.subplots()
ax.set_aspect("equal")
ax.axis([0, 10, 0, 10])


def drop(i):
    ax.add_patch(Circle((1 + i % 9, 1 + i * 0.8), 0.5, color=plt.cm.viridis(i / 10)))
    ax.text(5, 9 - i * 0.5, "%d" % i)
    if i == 5:
        ax.scatter([2, 4, 6], [8, 8, 8], s=80, alpha=0.5)


FuncAnimation(fig, drop, frames=10, interval=50)
plt.show()
