#!/usr/bin/python3
"""Records numpy.convolve and numpy.correlate of complex numbers, and scipy.signal.lfilter of a complex signal in blocks.

Run it with Debian's python3-scipy: /usr/bin/python3 record_complex.py. It writes numpy.json beside itself. Complex numbers are pairs, one after the other.
"""
import json
import os

import numpy as np
import scipy
from scipy import signal

random = np.random.default_rng(29)
cases = []


def pairs(values):
    return [part for value in values for part in (value.real, value.imag)]


def draw(count):
    return np.round(random.uniform(-4, 4, count) + 1j * random.uniform(-4, 4, count), 3)


def text(kernel):
    return " ".join(f"{k.real!r}{k.imag:+}j" for k in kernel)


for taps in (1, 2, 3, 6):
    x, k = draw(17), draw(taps)
    for mode in ("same", "valid", "full"):
        for name, function in (("Convolution", np.convolve), ("Correlation", np.correlate)):
            cases.append({"operation": name, "mode": mode, "kernel": text(k), "source": pairs(x), "output": pairs(function(x, k, mode))})

x, k = draw(20), draw(4)
stream = {"kernel": text(k), "source": pairs(x), "output": pairs(signal.lfilter(k, 1, x))}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "numpy.json"), "w") as file:
    versions = f"NumPy {np.__version__}, SciPy {scipy.__version__}"
    file.write(json.dumps({"reference": versions, "stream": stream}).rstrip("}") + "},\n\"cases\": [\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]}\n")
print(len(cases), "cases")
