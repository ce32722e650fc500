"""Random numbers that are the same in Rust and in Python."""

import numpy as np


class Random:
    """splitmix64, as in examples/support/random.rs."""

    MASK = (1 << 64) - 1

    def __init__(self, seed=1968):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return ((z ^ (z >> 31)) >> 11) / (1 << 53)

    def uniforms(self, *shape):
        return np.array([self.uniform() for _ in range(int(np.prod(shape)))]).reshape(shape)

    def normal(self):
        radius = np.sqrt(-2 * np.log(1 - self.uniform()))
        return radius * np.cos(2 * np.pi * self.uniform())

    def normals(self, *shape):
        return np.array([self.normal() for _ in range(int(np.prod(shape)))]).reshape(shape)
