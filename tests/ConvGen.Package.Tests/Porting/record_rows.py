#!/usr/bin/python3
"""Records what the functions of the porting page compute, one vector a row.

Run it with Debian's python3-scipy and python3-opencv: /usr/bin/python3 record_rows.py
It writes rows.json beside itself. MATLAB's rows follow its documentation, by what SciPy computes for the same definition; PyTorch's are those of
../../ConvGen.Execution.Tests/Goldens/channels.json and Volumes/conv3d.json; ImageSharp's come from record_imagesharp.cs.
"""
import json
import os

import cv2
import numpy as np
import scipy
from scipy import ndimage, signal

HERE = os.path.dirname(os.path.abspath(__file__))
random = np.random.default_rng(18)
rows = []


def draw(*shape):
    return np.round(random.uniform(-4, 4, shape), 3)


def text(kernel):
    if np.ndim(kernel) == 3:
        return " | ".join(text(plane) for plane in kernel)
    return "; ".join(" ".join(repr(float(w)) for w in row) for row in np.atleast_2d(kernel))


def add(library, call, source, output, kernel=None, types=("double", "double"), source_of=None, **more):
    rows.append({
        "library": library, "call": call, "reference": source_of or {"NumPy": "NumPy " + np.__version__, "OpenCV": "OpenCV " + cv2.__version__}.get(library, "SciPy " + scipy.__version__),
        "types": list(types), "kernel": "" if kernel is None else kernel if isinstance(kernel, str) else text(kernel), "shape": list(np.shape(source)),
        "source": np.asarray(source).ravel().tolist(), "output": np.asarray(output).ravel().tolist(), **more})


x, k, even = draw(23), draw(5), draw(4)
image, odd, plane = draw(7, 9), draw(3, 3), draw(2, 4)
gray = random.integers(0, 256, (9, 11)).astype(np.uint8)

# NumPy. Where a library can take one, the kernel has an even size, so that the anchor is tried too.
for mode in ("full", "same", "valid"):
    add("NumPy", f"np.convolve(x, k, '{mode}')", x, np.convolve(x, even, mode), even)
    add("NumPy", f"np.correlate(x, k, '{mode}')", x, np.correlate(x, even, mode), even)
add("NumPy", "np.diff(x)", x, np.diff(x))
add("NumPy", "np.convolve(np.pad(x, len(k) // 2, 'edge'), k, 'valid')", x, np.convolve(np.pad(x, 2, "edge"), k, "valid"), k)

# SciPy, signals.
for mode in ("full", "same", "valid"):
    add("SciPy", f"signal.convolve(x, k, '{mode}')", x, signal.convolve(x, even, mode, method="direct"), even)
    add("SciPy", f"signal.correlate(x, k, '{mode}')", x, signal.correlate(x, even, mode, method="direct"), even)
add("SciPy", "signal.fftconvolve(x, k)", x, signal.fftconvolve(x, even), even)
add("SciPy", "signal.oaconvolve(x, k)", x, signal.oaconvolve(x, even), even)
add("SciPy", "signal.lfilter(k, 1, x)", x, signal.lfilter(even, 1, x), even)
add("SciPy", "signal.upfirdn(k, x, 1, 2)", x, signal.upfirdn(even, x, 1, 2), even)
for mode in ("full", "same", "valid"):
    add("SciPy", f"signal.convolve2d(x, k, '{mode}')", image, signal.convolve2d(image, plane, mode), plane)
    add("SciPy", f"signal.correlate2d(x, k, '{mode}')", image, signal.correlate2d(image, plane, mode), plane)
add("SciPy", "signal.convolve2d(x, k, 'same', 'symm')", image, signal.convolve2d(image, plane, "same", "symm"), plane)
add("SciPy", "signal.convolve2d(x, k, 'same', 'wrap')", image, signal.convolve2d(image, plane, "same", "wrap"), plane)
add("SciPy", "signal.convolve2d(x, k, 'full', 'fill', 2)", image, signal.convolve2d(image, plane, "full", "fill", 2), plane)
add("SciPy", "signal.savgol_filter(x, 7, 2, mode='mirror')", x, signal.savgol_filter(x, 7, 2, mode="mirror"))
add("SciPy", "signal.savgol_filter(x, 7, 2, deriv=1, mode='nearest')", x, signal.savgol_filter(x, 7, 2, deriv=1, mode="nearest"))
add("SciPy", "signal.lfilter(signal.firwin(21, 4000, fs=48000), 1, x)", x, signal.lfilter(signal.firwin(21, 4000, fs=48000), 1, x))
add("SciPy", "signal.convolve(x, signal.firwin(21, [1000, 3000], pass_zero=False, fs=16000), 'same')", x,
    signal.convolve(x, signal.firwin(21, [1000, 3000], pass_zero=False, fs=16000), "same", method="direct"))

# SciPy, images.
for mode in ("reflect", "mirror", "nearest", "wrap"):
    add("SciPy", f"ndimage.correlate(x, k, mode='{mode}')", image, ndimage.correlate(image, plane, mode=mode), plane)
add("SciPy", "ndimage.correlate(x, k, mode='constant', cval=2)", image, ndimage.correlate(image, plane, mode="constant", cval=2), plane)
add("SciPy", "ndimage.convolve(x, k)", image, ndimage.convolve(image, plane), plane)
add("SciPy", "ndimage.correlate1d(x, k, axis=0)", image, ndimage.correlate1d(image, even, axis=0), even.reshape(-1, 1))
add("SciPy", "ndimage.convolve1d(x, k, axis=1)", image, ndimage.convolve1d(image, k, axis=1), k)
add("SciPy", "ndimage.uniform_filter(x, 3)", image, ndimage.uniform_filter(image, 3))
add("SciPy", "ndimage.uniform_filter1d(x, 5)", x, ndimage.uniform_filter1d(x, 5))
add("SciPy", "ndimage.gaussian_filter(x, 1.4)", image, ndimage.gaussian_filter(image, 1.4))
add("SciPy", "ndimage.gaussian_filter(x, 1.4, order=(0, 1))", image, ndimage.gaussian_filter(image, 1.4, order=(0, 1)))
add("SciPy", "ndimage.gaussian_filter1d(x, 2)", x, ndimage.gaussian_filter1d(x, 2))
add("SciPy", "ndimage.gaussian_laplace(x, 1)", image, ndimage.gaussian_laplace(image, 1))
add("SciPy", "ndimage.sobel(x, axis=1)", image, ndimage.sobel(image, axis=1))
add("SciPy", "ndimage.prewitt(x, axis=0)", image, ndimage.prewitt(image, axis=0))
add("SciPy", "ndimage.laplace(x)", image, ndimage.laplace(image))

# SciPy, volumes, from numbers of their own, so that those of the other rows stay.
volumes = np.random.default_rng(19)
volume, cube, block = (np.round(volumes.uniform(-4, 4, shape), 3) for shape in ((4, 5, 7), (3, 3, 3), (2, 3, 4)))
for mode in ("full", "valid"):
    add("SciPy", f"signal.convolve(v, k, '{mode}')", volume, signal.convolve(volume, block, mode, method="direct"), block)
add("SciPy", "ndimage.correlate(v, k, mode='mirror')", volume, ndimage.correlate(volume, block, mode="mirror"), block)
add("SciPy", "ndimage.convolve(v, k)", volume, ndimage.convolve(volume, block), block)
add("SciPy", "ndimage.convolve(v, k, mode='constant', cval=2)", volume, ndimage.convolve(volume, cube, mode="constant", cval=2), cube)
add("SciPy", "ndimage.gaussian_filter(v, 0.6)", volume, ndimage.gaussian_filter(volume, 0.6))
add("SciPy", "ndimage.uniform_filter(v, 3)", volume, ndimage.uniform_filter(volume, 3))

# OpenCV.
add("OpenCV", "cv2.filter2D(x, -1, k)", image, cv2.filter2D(image, -1, plane), plane)
add("OpenCV", "cv2.filter2D(x, -1, k, borderType=cv2.BORDER_REPLICATE)", image, cv2.filter2D(image, -1, plane, borderType=cv2.BORDER_REPLICATE), plane)
add("OpenCV", "cv2.filter2D(x, -1, k, borderType=cv2.BORDER_REFLECT)", image, cv2.filter2D(image, -1, plane, borderType=cv2.BORDER_REFLECT), plane)
add("OpenCV", "cv2.filter2D(x, -1, k, borderType=cv2.BORDER_CONSTANT)", image, cv2.filter2D(image, -1, plane, borderType=cv2.BORDER_CONSTANT), plane)
add("OpenCV", "cv2.filter2D(x, -1, k, anchor=(0, 1))", image, cv2.filter2D(image, -1, plane, anchor=(0, 1)), plane)
add("OpenCV", "cv2.filter2D(x, -1, cv2.flip(k, -1), anchor=(w - 1 - w // 2, h - 1 - h // 2))", image, cv2.filter2D(image, -1, cv2.flip(plane, -1), anchor=(1, 0)), plane)
add("OpenCV", "cv2.sepFilter2D(x, -1, kx, ky)", image, cv2.sepFilter2D(image, -1, np.array([1, 2, 5.5]), np.array([3, -1, 0.5])))
add("OpenCV", "cv2.GaussianBlur(x, (0, 0), 1.4)", image, cv2.GaussianBlur(image, (0, 0), 1.4))
add("OpenCV", "cv2.GaussianBlur(x, (9, 9), 1.4)", image, cv2.GaussianBlur(image, (9, 9), 1.4))
add("OpenCV", "cv2.GaussianBlur(u8, (5, 5), 0)", gray, cv2.GaussianBlur(gray, (5, 5), 0), types=("byte", "byte"))
add("OpenCV", "cv2.Sobel(u8, cv2.CV_16S, 1, 0)", gray, cv2.Sobel(gray, cv2.CV_16S, 1, 0), types=("byte", "short"))
add("OpenCV", "cv2.Scharr(u8, cv2.CV_16S, 0, 1)", gray, cv2.Scharr(gray, cv2.CV_16S, 0, 1), types=("byte", "short"))
add("OpenCV", "cv2.Laplacian(u8, cv2.CV_16S)", gray, cv2.Laplacian(gray, cv2.CV_16S), types=("byte", "short"))
add("OpenCV", "cv2.blur(u8, (3, 3))", gray, cv2.blur(gray, (3, 3)), types=("byte", "byte"))
add("OpenCV", "cv2.boxFilter(u8, cv2.CV_16S, (3, 3), normalize=False)", gray, cv2.boxFilter(gray, cv2.CV_16S, (3, 3), normalize=False), types=("byte", "short"))
add("OpenCV", "cv2.pyrDown(u8)", gray, cv2.pyrDown(gray), types=("byte", "byte"))
add("OpenCV", "cv2.matchTemplate(f32, k, cv2.TM_CCORR)", np.round(image), cv2.matchTemplate(np.round(image).astype(np.float32), np.round(plane).astype(np.float32), cv2.TM_CCORR),
    np.round(plane), types=("float", "float"), tolerance=1e-4)

# MATLAB, by its documentation. conv, conv2 and filter2 cut 'same' from element ceil((K + 1) / 2) of 'full' on; imfilter's centre is floor((K + 1) / 2), both counted from 1.
DOCUMENTED = "MATLAB's documentation, computed by SciPy " + scipy.__version__


def same(full, source, kernel):
    start = [-(-(size + 1) // 2) - 1 for size in np.shape(kernel)]
    return full[tuple(slice(s, s + n) for s, n in zip(start, np.shape(source)))]


def matlab(call, source, output, kernel=None):
    add("MATLAB", call, source, output, kernel, source_of=DOCUMENTED)


def imfilter(kernel, mode, cval=0.0):
    # ndimage.correlate has its centre at K // 2; an origin moves it to (K - 1) // 2.
    return ndimage.correlate(image, kernel, mode=mode, cval=cval, origin=[(n - 1) // 2 - n // 2 for n in kernel.shape])


matlab("conv(x, k)", x, np.convolve(x, even), even)
matlab("conv(x, k, 'same')", x, same(np.convolve(x, even), x, even), even)
matlab("conv(x, k, 'valid')", x, np.convolve(x, even, "valid"), even)
matlab("filter(k, 1, x)", x, signal.lfilter(even, 1, x), even)
matlab("conv2(x, k)", image, signal.convolve2d(image, plane), plane)
matlab("conv2(x, k, 'same')", image, same(signal.convolve2d(image, plane), image, plane), plane)
matlab("conv2(x, k, 'valid')", image, signal.convolve2d(image, plane, "valid"), plane)
matlab("filter2(k, x)", image, same(signal.convolve2d(image, np.rot90(plane, 2)), image, plane), plane)
matlab("filter2(k, x, 'valid')", image, signal.correlate2d(image, plane, "valid"), plane)
matlab("imfilter(x, k)", image, imfilter(plane, "constant"), plane)
matlab("imfilter(x, k, 'replicate')", image, imfilter(plane, "nearest"), plane)
matlab("imfilter(x, k, 'symmetric')", image, imfilter(plane, "reflect"), plane)
matlab("imfilter(x, k, 'circular')", image, imfilter(plane, "wrap"), plane)
matlab("imfilter(x, k, 'full')", image, signal.correlate2d(image, plane, "full"), plane)
matlab("imfilter(x, k, 'conv')", image, ndimage.convolve(image, odd, mode="constant"), odd)
weights = np.exp(-np.arange(-3, 4) ** 2 / (2 * 1.4 ** 2))
weights /= weights.sum()
matlab("imgaussfilt(x, 1.4)", image, ndimage.correlate(image, np.outer(weights, weights), mode="nearest"))

# PyTorch: chosen cases of the reference vectors.
with open(os.path.join(HERE, "../../ConvGen.Execution.Tests/Goldens/channels.json")) as file:
    goldens = {golden["name"]: golden for golden in json.load(file)}
for call, name in {
    "F.conv1d(x, w)": "conv1d-n1c2l7o1k3s1d1p0",
    "F.conv1d(x, w, stride=2, padding=2)": "conv1d-n1c3l32o4k5s2d1p2",
    "F.conv1d(x, w, padding=2, dilation=2)": "conv1d-n2c4l19o6k3s1d2p2",
    "F.conv2d(x, w)": "conv2d-n1c2h5w5o2k3x3s1d1p0g1",
    "F.conv2d(x, w, padding=1)": "conv2d-n1c3h16w17o8k3x3s1d1p1g1",
    "F.conv2d(x, w, stride=2, padding=2)": "conv2d-n2c3h15w15o16k5x5s2d1p2g1",
    "F.conv2d(x, w, padding=2, dilation=2)": "conv2d-n1c4h12w20o4k3x3s1d2p2g1",
    "F.conv2d(x, w, padding=1, groups=8)": "conv2d-n1c8h10w10o8k3x3s1d1p1g8",
    "F.conv2d(x, w, stride=2, padding=1, groups=3)": "conv2d-n1c6h11w13o9k3x3s2d1p1g3",
    "F.conv2d(x, w)  # 1x1": "conv2d-n1c16h9w9o32k1x1s1d1p0g1",
}.items():
    golden = goldens[name]
    rows.append({
        "library": "PyTorch", "call": call, "reference": golden["reference"], "types": ["double", "double"], "kernel": "", "shape": golden["input"]["shape"],
        "weights": golden["kernel"]["data"], "source": golden["input"]["data"], "output": golden["output"]["data"]})

with open(os.path.join(HERE, "../../ConvGen.Execution.Tests/Goldens/Volumes/conv3d.json")) as file:
    for golden in json.load(file):
        if golden["call"]:
            rows.append({
                "library": "PyTorch", "call": golden["call"], "reference": golden["reference"], "types": ["double", "double"], "kernel": "",
                "shape": [1] + golden["input"]["shape"], "weights": golden["kernel"]["data"], "source": golden["input"]["data"],
                "output": golden["output"]["data"]})

with open(os.path.join(HERE, "imagesharp.json")) as file:
    for row in json.load(file):
        rows.append({**row, "reference": "ImageSharp 2.1.13", "tolerance": 1e-6})

# NumPy, complex numbers: pairs, one after the other. They are drawn apart, so that the rows before stay what they are.
random = np.random.default_rng(29)
z, w = draw(23) + 1j * draw(23), draw(4) + 1j * draw(4)


def pairs(values):
    return np.asarray(values).view(float)


for mode in ("full", "same", "valid"):
    complex_text = " ".join(f"{weight.real!r}{weight.imag:+}j" for weight in w)
    add("NumPy", f"np.convolve(z, k, '{mode}')", pairs(z), pairs(np.convolve(z, w, mode)), complex_text)
    add("NumPy", f"np.correlate(z, k, '{mode}')", pairs(z), pairs(np.correlate(z, w, mode)), complex_text)

# Further functions over the numbers that were drawn first.
add("SciPy", "signal.decimate(x, 4, ftype='fir')", x, signal.decimate(x, 4, ftype="fir"))
add("SciPy", "signal.resample_poly(x, 1, 2, window=k)", x, signal.resample_poly(x, 1, 2, window=k), k)
add("SciPy", "ndimage.correlate(x, k, origin=(0, 1))", image, ndimage.correlate(image, odd, origin=(0, 1)), odd)
add("SciPy", "ndimage.uniform_filter(x, (3, 5))", image, ndimage.uniform_filter(image, (3, 5)))
add("SciPy", "ndimage.uniform_filter(x, 4)", image, ndimage.uniform_filter(image, 4))
add("SciPy", "ndimage.gaussian_filter(x, (2, 0))", image, ndimage.gaussian_filter(image, (2, 0)))
add("SciPy", "ndimage.gaussian_filter(x, 1.4, radius=3)", image, ndimage.gaussian_filter(image, 1.4, radius=3))
add("SciPy", "ndimage.gaussian_filter(x, 1.4, truncate=2.5)", image, ndimage.gaussian_filter(image, 1.4, truncate=2.5))
add("SciPy", "ndimage.gaussian_filter1d(x, 2, order=2)", x, ndimage.gaussian_filter1d(x, 2, order=2))
add("SciPy", "ndimage.gaussian_gradient_magnitude(x, 1)", image, ndimage.gaussian_gradient_magnitude(image, 1))
add("SciPy", "ndimage.generic_gradient_magnitude(x, ndimage.sobel)", image, ndimage.generic_gradient_magnitude(image, ndimage.sobel))
add("OpenCV", "cv2.Sobel(x, -1, 0, 1, ksize=5)", image, cv2.Sobel(image, -1, 0, 1, ksize=5))
add("OpenCV", "cv2.Laplacian(u8, cv2.CV_16S, ksize=3)", gray, cv2.Laplacian(gray, cv2.CV_16S, ksize=3), types=("byte", "short"))
add("OpenCV", "cv2.GaussianBlur(x, (0, 0), sigmaX=2, sigmaY=1)", image, cv2.GaussianBlur(image, (0, 0), sigmaX=2, sigmaY=1))
add("OpenCV", "cv2.blur(x, (5, 3))", image, cv2.blur(image, (5, 3)))
add("OpenCV", "cv2.filter2D(x, -1, cv2.getGaborKernel((9, 9), 2, 0.5, 5, 0.8))", image, cv2.filter2D(image, -1, cv2.getGaborKernel((9, 9), 2, 0.5, 5, 0.8)))
weights = np.exp(-np.arange(-4, 5) ** 2 / (2 * 1.4 ** 2))
matlab("imfilter(x, fspecial('gaussian', 9, 1.4))", image, imfilter(np.outer(weights, weights) / weights.sum() ** 2, "constant"))
matlab("imfilter(x, fspecial('average', 3))", image, imfilter(np.ones((3, 3)) / 9, "constant"))
matlab("imfilter(x, fspecial('sobel'))", image, imfilter(np.array([[1.0, 2, 1], [0, 0, 0], [-1, -2, -1]]), "constant"))
matlab("imfilter(x, fspecial('laplacian', 0))", image, imfilter(np.array([[0.0, 1, 0], [1, -4, 1], [0, 1, 0]]), "constant"))
matlab("imboxfilt(x, 3)", image, imfilter(np.ones((3, 3)) / 9, "nearest"))
matlab("conv2(ky, kx, x)", image, signal.convolve2d(image, np.outer([3, -1, 0.5], [1, 2, 5.5])))
pooled = image[:6, :8].reshape(3, 2, 4, 2).mean(axis=(1, 3))
add("PyTorch", "F.avg_pool2d(x, 2)  # a plane", image, pooled, source_of="PyTorch's documentation, computed by NumPy " + np.__version__)

with open(os.path.join(HERE, "rows.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
print(len(rows), "rows")
