import numpy as np
import matplotlib.pyplot as plt
import matplotlib.animation as manimation

fig1, ax1 = plt.subplots(figsize=(3, 2))
im = ax1.imshow(np.zeros((10, 10)), vmin=0, vmax=1, animated=True)
fig2, ax2 = plt.subplots(figsize=(2, 3))
bars = ax2.bar(range(3), [1, 2, 3])

rng = np.random.default_rng(1)
frames = rng.random((7, 10, 10))


def f1(i):
    im.set_array(frames[i])
    return [im]


def f2(i):
    for b, h in zip(bars, frames[i, 0]):
        b.set_height(3 * h)
    return bars


ani1 = manimation.FuncAnimation(fig1, f1, frames=7, interval=50, blit=True)
ani2 = manimation.FuncAnimation(fig2, f2, frames=5, interval=100)
plt.show()
