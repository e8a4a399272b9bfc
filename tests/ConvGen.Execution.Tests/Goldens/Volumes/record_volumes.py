#!/usr/bin/python3
"""Records filters of volumes as SciPy computes them, in double precision: volumes.json beside this script.

Run with Debian's python3-scipy: /usr/bin/python3 record_volumes.py. Kernels are written as they are handed to SciPy. Two libraries place even kernels differently: scipy.ndimage.correlate
centres tap size // 2, and scipy.ndimage.convolve, in terms of the kernel as it is applied, tap (size - 1) // 2, which the cases say as their anchor.
"""
import json
import pathlib

import numpy
import scipy
from scipy import ndimage, signal

BORDERS = {"constant": "constant", "replicate": "nearest", "symmetric": "reflect", "reflect101": "mirror", "wrap": "grid-wrap"}
SHAPES = [((3, 5, 9), (3, 3, 3)), ((2, 5, 17), (3, 5, 3)), ((1, 3, 5), (4, 2, 3)), ((3, 9, 20), (2, 3, 4)), ((6, 2, 9), (5, 1, 1)), ((3, 4, 7), (1, 3, 3))]


def array(values):
    return {"shape": list(values.shape), "data": [float(value) for value in values.ravel()]}


def draw(generator, shape):
    # Multiples of 1/8, so that their text is exact.
    return generator.integers(-64, 65, shape) / 8.0


def cases():
    generator = numpy.random.default_rng(20261129)
    for source_shape, kernel_shape in SHAPES:
        size = "x".join(map(str, source_shape)) + " with " + "x".join(map(str, kernel_shape))
        for border, mode in BORDERS.items():
            source, kernel = draw(generator, source_shape), draw(generator, kernel_shape)
            value = 2.5 if border == "constant" else 0.0
            for operation, function in (("correlation", ndimage.correlate), ("convolution", ndimage.convolve)):
                case = {"name": f"ndimage.{function.__name__} {border} {size}", "operation": operation, "mode": "same", "border": border, "borderValue": value}
                if operation == "convolution":
                    case["anchor"] = [(length - 1) // 2 for length in kernel_shape]
                yield case | {"input": array(source), "kernel": array(kernel), "output": array(function(source, kernel, mode=mode, cval=value))}
        source, kernel = draw(generator, source_shape), draw(generator, kernel_shape)
        for mode in ("full", "valid"):
            if mode == "valid" and any(length < taps for length, taps in zip(source_shape, kernel_shape)):
                continue
            case = {"name": f"signal.convolve {mode} {size}", "operation": "convolution", "mode": mode, "border": "constant", "borderValue": 0.0}
            yield case | {"input": array(source), "kernel": array(kernel), "output": array(signal.convolve(source, kernel, mode=mode, method="direct"))}


recorded = [case | {"reference": "SciPy " + scipy.__version__} for case in cases()]
path = pathlib.Path(__file__).with_name("volumes.json")
path.write_text("[\n" + ",\n".join(json.dumps(case) for case in recorded) + "\n]\n")
print(len(recorded), "cases")
