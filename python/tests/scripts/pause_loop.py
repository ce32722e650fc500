import sys

import matplotlib.pyplot as plt
import numpy as np

steps = int(sys.argv[1]) if len(sys.argv) > 1 else 8
x = np.linspace(0, 1, 60)
plt.ion()
for t in range(steps):
    plt.cla()
    plt.plot(x, np.exp(-((x - 0.1 * t) ** 2) * 50), color="purple")
    plt.ylim(0, 1.2)
    plt.title("t = %.1f" % (0.1 * t))
    plt.pause(0.05)
plt.ioff()
plt.show()
