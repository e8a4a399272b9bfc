#!/usr/bin/python3
"""Records the weights of designed kernels, and results of filters, as SciPy and OpenCV compute them.

Run it with Debian's python3-scipy and python3-opencv: /usr/bin/python3 record_designs.py
It writes weights.json and results.json beside itself; the tests only read these.
"""
import json
import math
import os

import cv2
import numpy as np
import scipy
import scipy.integrate
import scipy.ndimage as ndimage
import scipy.signal as signal
import scipy.special
from scipy.misc import central_diff_weights

SCIPY = "SciPy " + scipy.__version__
OPENCV = "OpenCV " + cv2.__version__
weights = []
results = []


def add(attribute, reference, applied, axes=2):
    """Weights as applied: y[n] = sum of A[j] x[n + j - before]."""
    applied = np.atleast_2d(np.asarray(applied, dtype=np.float64))
    weights.append({
        "attribute": attribute, "axes": axes, "reference": reference,
        "rows": applied.shape[0], "columns": applied.shape[1], "weights": applied.ravel().tolist()})


def response(function, radius, axes=2):
    """What a filter of ndimage weighs: the response to a pulse, turned round."""
    pulse = np.zeros((2 * radius + 1,) * axes)
    pulse[(radius,) * axes] = 1
    return np.flip(function(pulse))


def cut(matrix, rows, columns):
    r, c = matrix.shape[0] // 2, matrix.shape[1] // 2
    return matrix[r - rows:r + rows + 1, c - columns:c + columns + 1]


def gaussian(sigma, order=0, radius=None, **rest):
    if radius is None:
        radius = int(4 * sigma + 0.5)
    return response(lambda x: ndimage.gaussian_filter(x, sigma, order=order, mode="constant", **rest), radius)


# Gaussians.
for sigma in (0.3, 0.5, 1, 1.4, 2.5, 3):
    add(f"GaussianKernel({sigma})", SCIPY + " gaussian_filter", gaussian(sigma))
add("GaussianKernel(2, Truncate = 3)", SCIPY + " gaussian_filter", gaussian(2, radius=6, truncate=3))
for radius, sigma in ((2, 1.1), (3, 1.4), (7, 2.6)):
    k = cv2.getGaussianKernel(2 * radius + 1, sigma, cv2.CV_64F)
    add(f"GaussianKernel({sigma}, Radius = {radius})", OPENCV + " getGaussianKernel", k @ k.T)
two = response(lambda x: ndimage.gaussian_filter(x, (1.5, 0.8), mode="constant"), 6)
add("GaussianKernel(SigmaRows = 1.5, SigmaColumns = 0.8)", SCIPY + " gaussian_filter", cut(two, 6, 3))
for orders in ((1, 0), (0, 1), (1, 1), (2, 0), (0, 2), (2, 1)):
    add(f"GaussianKernel(1.4, OrderRows = {orders[0]}, OrderColumns = {orders[1]})", SCIPY + " gaussian_filter", gaussian(1.4, orders))
for order in (0, 1, 2):
    add(f"GaussianKernel(1.7, OrderColumns = {order})", SCIPY + " gaussian_filter1d",
        response(lambda x: ndimage.gaussian_filter1d(x, 1.7, order=order, mode="constant"), 7, 1), 1)

# Means.
for radius in (0, 1, 3):
    add(f"BoxKernel({radius})", SCIPY + " uniform_filter", response(lambda x: ndimage.uniform_filter(x, 2 * radius + 1, mode="constant"), radius))
add("BoxKernel(3, 5)", SCIPY + " uniform_filter", cut(response(lambda x: ndimage.uniform_filter(x, (3, 5), mode="constant"), 2), 1, 2))
for n in (1, 3, 7):
    add(f"MovingAverageKernel({n})", SCIPY + " uniform_filter1d", response(lambda x: ndimage.uniform_filter1d(x, n, mode="constant"), n // 2, 1), 1)
add("MovingAverageKernel(4)", "closed form", [0.25] * 4, 1)
for size in (1, 2, 5, 8):
    line = scipy.special.comb(size - 1, np.arange(size), exact=False) / 2.0 ** (size - 1)
    add(f"BinomialKernel({size})", SCIPY + " special.comb", np.outer(line, line))

# Derivatives.
for axis, name in ((0, "Axis.Rows"), (1, "Axis.Columns")):
    add(f"SobelKernel({name})", SCIPY + " sobel", response(lambda x: ndimage.sobel(x, axis, mode="constant"), 1))
    add(f"PrewittKernel({name})", SCIPY + " prewitt", response(lambda x: ndimage.prewitt(x, axis, mode="constant"), 1))
    dx, dy = (0, 1) if axis == 0 else (1, 0)
    kx, ky = cv2.getDerivKernels(dx, dy, cv2.FILTER_SCHARR, ktype=cv2.CV_64F)
    add(f"ScharrKernel({name})", OPENCV + " getDerivKernels", ky @ kx.T)
    for size in (5, 7, 11):
        kx, ky = cv2.getDerivKernels(dx, dy, size, ktype=cv2.CV_64F)
        add(f"SobelKernel({name}, Size = {size})", OPENCV + " getDerivKernels", ky @ kx.T)
add("LaplacianKernel", SCIPY + " laplace", response(lambda x: ndimage.laplace(x, mode="constant"), 1))
add("LaplacianKernel(Neighbours = 8)", "closed form", [[1, 1, 1], [1, -8, 1], [1, 1, 1]])
add("SharpenKernel", SCIPY + " laplace", response(lambda x: x - ndimage.laplace(x, mode="constant"), 1))
add("SharpenKernel(Neighbours = 8)", "closed form", [[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]])
add("EmbossKernel(Direction.SouthEast)", "GIMP's manual, Convolution Matrix", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]])
add("EmbossKernel(Direction.East)", "the same turned", [[-1, 0, 1], [-2, 1, 2], [-1, 0, 1]])
add("EmbossKernel(Direction.North)", "the same turned", [[1, 2, 1], [0, 1, 0], [-1, -2, -1]])
add("EmbossKernel(Direction.NorthWest)", "the same turned", [[2, 1, 0], [1, 1, -1], [0, -1, -2]])
for sigma in (1, 1.4, 2):
    radius = int(4 * sigma + 0.5)
    add(f"LaplacianOfGaussianKernel({sigma})", SCIPY + " gaussian_laplace", response(lambda x: ndimage.gaussian_laplace(x, sigma, mode="constant"), radius))
for narrow, wide in ((1, 1.6), (0.8, 2)):
    radius = int(4 * wide + 0.5)
    add(f"DifferenceOfGaussiansKernel({narrow}, {wide})", SCIPY + " gaussian_filter, twice", gaussian(narrow, radius=radius) - gaussian(wide, radius=radius))
for sigma, amount in ((1, 0.5), (2, 1.5)):
    add(f"UnsharpMaskKernel({sigma}, {amount})", SCIPY + " gaussian_filter",
        response(lambda x: x + amount * (x - ndimage.gaussian_filter(x, sigma, mode="constant")), int(4 * sigma + 0.5)))

# Gabor, as applied by filter2D.
for size, sigma, theta, lambd, gamma, psi in (
        (21, 5, 0, 10, 0.5, 0), (15, 3, math.pi / 4, 6, 1, math.pi / 2), (9, 2, 0.3, 5, 0.8, 1), (11, 2.5, math.pi / 2, 7, 0.6, math.pi / 2)):
    angle = {math.pi / 4: "System.Math.PI / 4", math.pi / 2: "System.Math.PI / 2"}
    add(f"GaborKernel({size}, {sigma}, {angle.get(theta, theta)}, {lambd}, {gamma}, {angle.get(psi, psi)})", OPENCV + " getGaborKernel",
        cv2.getGaborKernel((size, size), sigma, theta, lambd, gamma, psi, cv2.CV_64F))
add("GaborKernel(7, 2, 0, 5, 1)", OPENCV + " getGaborKernel", cv2.getGaborKernel((7, 7), 2, 0, 5, 1, ktype=cv2.CV_64F))


# Lines and disks, by numerical integration.
def clipped(length, angle, row, column):
    """The part of the line in a square, by the clipping of Liang and Barsky."""
    dx, dy = length * math.cos(math.radians(angle)), -length * math.sin(math.radians(angle))
    x, y = -dx / 2, -dy / 2
    low, high = 0.0, 1.0
    for p, q in ((-dx, x - (column - 0.5)), (dx, column + 0.5 - x), (-dy, y - (row - 0.5)), (dy, row + 0.5 - y)):
        if abs(p) < 1e-12:
            if q < 0:
                return 0.0
        elif p < 0:
            low = max(low, q / p)
        else:
            high = min(high, q / p)
    return max(0.0, high - low)


for length, angle, rows, columns in ((3, 0, 0, 1), (4, 0, 0, 2), (5, 90, 2, 0), (5, 45, 2, 2), (9, 30, 2, 4), (7.5, 110, 4, 1), (7.5, -70, 4, 1)):
    add(f"MotionBlurKernel({length}, {angle})", "the line clipped by Liang and Barsky's algorithm",
        [[clipped(length, angle, r, c) for c in range(-columns, columns + 1)] for r in range(-rows, rows + 1)])


def covered(radius, row, column):
    """The circle's area in a square, by adaptive quadrature between the places where the integrand has a kink."""
    def height(x):
        half = math.sqrt(max(0.0, radius * radius - x * x))
        return max(0.0, min(row + 0.5, half) - max(row - 0.5, -half))
    kinks = {column - 0.5, column + 0.5, -radius, radius}
    for y in (row - 0.5, row + 0.5):
        if abs(y) < radius:
            kinks |= {-math.sqrt(radius * radius - y * y), math.sqrt(radius * radius - y * y)}
    cuts = sorted(k for k in kinks if column - 0.5 <= k <= column + 0.5)
    return sum(scipy.integrate.quad(height, a, b, epsabs=1e-14, epsrel=1e-13, limit=400)[0] for a, b in zip(cuts, cuts[1:])) / (math.pi * radius * radius)


for radius, reach in ((0.4, 0), (1, 1), (2.5, 2), (3.2, 3), (5, 5)):
    add(f"DiskKernel({radius})", SCIPY + " integrate.quad", [[covered(radius, r, c) for c in range(-reach, reach + 1)] for r in range(-reach, reach + 1)])

# Signals.
for window, order, derivative, delta in ((5, 2, 0, 1), (7, 3, 1, 1), (9, 4, 2, 0.5), (11, 2, 1, 0.1), (3, 1, 1, 1), (21, 5, 3, 1)):
    rest = (f", Derivative = {derivative}" if derivative else "") + (f", Spacing = {delta}" if delta != 1 else "")
    add(f"SavitzkyGolayKernel({window}, {order}{rest})", SCIPY + " savgol_coeffs", signal.savgol_coeffs(window, order, derivative, delta, use="dot"), 1)
for taps, cutoff in ((31, 0.2), (32, 0.35)):
    add(f"WindowedSincKernel({taps}, {cutoff})", SCIPY + " firwin", signal.firwin(taps, cutoff), 1)
add("WindowedSincKernel(63, 4000, SampleRate = 48000, Window = WindowFunction.Hann)", SCIPY + " firwin", signal.firwin(63, 4000, fs=48000, window="hann"), 1)
add("WindowedSincKernel(41, 0.4, Response = FilterResponse.HighPass, Window = WindowFunction.Blackman)", SCIPY + " firwin", signal.firwin(41, 0.4, pass_zero=False, window="blackman"), 1)
add("WindowedSincKernel(51, 300, 3400, SampleRate = 8000, Window = WindowFunction.Kaiser, Beta = 8.6)", SCIPY + " firwin",
    signal.firwin(51, [300, 3400], fs=8000, pass_zero=False, window=("kaiser", 8.6)), 1)
add("WindowedSincKernel(50, 0.3, 0.5)", SCIPY + " firwin", signal.firwin(50, [0.3, 0.5], pass_zero=False), 1)
add("WindowedSincKernel(45, 0.3, 0.5, Response = FilterResponse.BandStop)", SCIPY + " firwin", signal.firwin(45, [0.3, 0.5]), 1)
for derivative, accuracy in ((1, 2), (1, 4), (1, 8), (2, 2), (2, 6), (3, 2), (4, 4)):
    taps = 2 * ((derivative + 1) // 2) - 1 + accuracy
    add(f"FiniteDifferenceKernel({derivative}, {accuracy})", SCIPY + " misc.central_diff_weights", central_diff_weights(taps, derivative), 1)
add("FiniteDifferenceKernel(2, 4, Spacing = 0.25)", SCIPY + " misc.central_diff_weights", central_diff_weights(5, 2) / 0.25 ** 2, 1)


def hilbert(taps, window):
    k = np.arange(taps) - taps // 2
    ideal = np.where(k % 2 == 0, 0.0, 2 / (math.pi * np.where(k == 0, 1, k)))
    h = ideal * signal.get_window(window, taps, fftbins=False)
    n = np.arange(400)
    sine = np.convolve(np.cos(0.5 * math.pi * n), h, "same")[100:300]
    assert np.abs(sine - np.sin(0.5 * math.pi * n)[100:300]).max() < 0.05
    return h[::-1]


add("HilbertKernel(31)", SCIPY + " get_window, times the closed form", hilbert(31, "hamming"), 1)
add("HilbertKernel(63, Window = WindowFunction.Kaiser, Beta = 6)", SCIPY + " get_window, times the closed form", hilbert(63, ("kaiser", 6)), 1)


def lanczos(a, scale, shift, radius):
    x = (np.arange(-radius, radius + 1) - shift) / scale
    value = np.where(np.abs(x) < a, np.sinc(x) * np.sinc(x / a), 0)
    return value / value.sum()


add("LanczosKernel(3)", "closed form in NumPy", lanczos(3, 2, 0, 5), 1)
add("LanczosKernel(2, Scale = 3)", "closed form in NumPy", lanczos(2, 3, 0, 5), 1)
add("LanczosKernel(3, Scale = 1, Shift = 0.5)", "closed form in NumPy", lanczos(3, 1, 0.5, 3), 1)

# Factors on an image's axes.
add("SeparableKernel, SavitzkyGolayKernel(7, 2, Derivative = 1, Axis = Axis.Rows), MovingAverageKernel(3, Axis = Axis.Columns)", SCIPY + " savgol_coeffs",
    np.outer(signal.savgol_coeffs(7, 2, 1, use="dot"), [1 / 3] * 3))
add("WindowedSincKernel(9, 0.3, Axis = Axis.Rows)", SCIPY + " firwin", signal.firwin(9, 0.3)[:, None])
add("WindowedSincKernel(9, 0.3, Axis = Axis.Columns)", SCIPY + " firwin", signal.firwin(9, 0.3)[None, :])

# Results: an image and a signal, filtered.
generator = np.random.default_rng(20240607)
image = generator.integers(0, 256, (23, 37)).astype(np.float64)
line = generator.integers(0, 256, 97).astype(np.float64)
BORDERS = {"Symmetric": "reflect", "Reflect101": "mirror", "Replicate": "nearest", "Wrap": "wrap", "Constant": "constant"}


def result(attribute, border, reference, source, output):
    results.append({"attribute": attribute, "border": border, "reference": reference, "axes": source.ndim,
                    "rows": 1 if source.ndim == 1 else source.shape[0], "columns": source.shape[-1],
                    "source": source.astype(int).ravel().tolist(), "output": np.asarray(output, dtype=np.float64).ravel().tolist()})


for border, mode in BORDERS.items():
    result("GaussianKernel(1.4)", border, SCIPY + " gaussian_filter", image, ndimage.gaussian_filter(image, 1.4, mode=mode))
    result("SobelKernel(Axis.Columns)", border, SCIPY + " sobel", image, ndimage.sobel(image, 1, mode=mode))
result("GaussianKernel(2, OrderRows = 1)", "Symmetric", SCIPY + " gaussian_filter", image, ndimage.gaussian_filter(image, 2, order=(1, 0)))
result("GaussianKernel(0.7)", "Symmetric", SCIPY + " gaussian_filter", image, ndimage.gaussian_filter(image, 0.7))
result("GaussianKernel(3)", "Reflect101", SCIPY + " gaussian_filter", image, ndimage.gaussian_filter(image, 3, mode="mirror"))
result("LaplacianOfGaussianKernel(1.4)", "Symmetric", SCIPY + " gaussian_laplace", image, ndimage.gaussian_laplace(image, 1.4))
result("SavitzkyGolayKernel(7, 2)", "Replicate", SCIPY + " savgol_filter", line, signal.savgol_filter(line, 7, 2, mode="nearest"))
result("SavitzkyGolayKernel(9, 3, Derivative = 1)", "Reflect101", SCIPY + " savgol_filter", line, signal.savgol_filter(line, 9, 3, deriv=1, mode="mirror"))
result("WindowedSincKernel(31, 0.2)", "Constant", SCIPY + " firwin, convolve", line, np.convolve(line, signal.firwin(31, 0.2), "same"))
result("GaborKernel(9, 2, 0.3, 5, 0.8, 1)", "Reflect101", OPENCV + " getGaborKernel, filter2D", image, cv2.filter2D(image, cv2.CV_64F, cv2.getGaborKernel((9, 9), 2, 0.3, 5, 0.8, 1)))
result("DiskKernel(2.5)", "Replicate", SCIPY + " quad, correlate", image,
       ndimage.correlate(image, np.array([[covered(2.5, r, c) for c in range(-2, 3)] for r in range(-2, 3)]), mode="nearest"))

here = os.path.dirname(os.path.abspath(__file__))
for name, cases in (("weights.json", weights), ("results.json", results)):
    with open(os.path.join(here, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
print(len(weights), "kernels,", len(results), "results")
