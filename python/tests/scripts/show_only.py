import matplotlib.pyplot as plt
import numpy as np

t = np.arange(0.0, 2.0, 0.01)
fig, (ax1, ax2) = plt.subplots(2, 1, sharex=True)
ax1.plot(t, np.sin(2 * np.pi * t))
ax2.hist2d(t, np.cos(t), bins=20)
fig.tight_layout()
plt.show()
