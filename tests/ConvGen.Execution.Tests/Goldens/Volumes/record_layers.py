#!/usr/bin/python3
"""Records layers over volumes as SciPy computes them: layers.json beside this script.

Run with Debian's python3-scipy: /usr/bin/python3 record_layers.py. A result is the sum, over the input channels of its group, of
scipy.signal.correlate (or convolve) of the volume that numpy.pad surrounds with what lies outside, at every stride-th place; taps that
lie apart are those of a kernel with zeros between them. All numbers are whole, so that every sum is exact.
"""
import json
import pathlib

import numpy
import scipy
from scipy import signal

BORDERS = {"constant": "constant", "replicate": "edge", "symmetric": "symmetric", "reflect101": "reflect", "wrap": "wrap"}

# Depth, height and width of the source; those of the kernel; inputs, outputs, groups; strides; dilations.
SHAPES = [
    ((3, 4, 9), (3, 3, 3), (3, 5, 1), (1, 1, 1), (1, 1, 1)),
    ((3, 3, 17), (3, 3, 3), (4, 16, 1), (1, 1, 1), (1, 1, 1)),
    ((4, 4, 13), (3, 2, 4), (2, 8, 1), (2, 1, 2), (1, 1, 1)),
    ((5, 4, 9), (2, 3, 3), (6, 4, 2), (1, 2, 1), (2, 1, 2)),
    ((3, 3, 17), (3, 3, 3), (9, 9, 9), (1, 1, 1), (1, 1, 1)),
    ((2, 4, 8), (1, 3, 2), (1, 3, 1), (1, 1, 1), (1, 1, 1)),
    ((3, 3, 21), (3, 1, 5), (2, 2, 1), (2, 2, 2), (1, 1, 1)),
    ((2, 3, 5), (1, 1, 1), (5, 8, 1), (1, 1, 1), (1, 1, 1)),
]


def array(values):
    return {"shape": list(values.shape), "data": [int(value) for value in values.ravel()]}


def spread(kernel, dilations):
    """The kernel with zeros between its taps."""
    wide = numpy.zeros([distance * (taps - 1) + 1 for taps, distance in zip(kernel.shape, dilations)], kernel.dtype)
    wide[tuple(slice(None, None, distance) for distance in dilations)] = kernel
    return wide


def outside(mode, taps, dilation, padding):
    reach = dilation * (taps - 1)
    before = dilation * (taps // 2)
    return {"same": (before, reach - before), "valid": (0, 0), "full": (reach, reach), "padded": (padding, padding)}[mode]


def layer(source, kernel, bias, groups, operation, mode, border, value, strides, dilations, padding):
    """source: C, D, H, W; kernel: O, I, D, H, W."""
    pads = [outside(mode, taps, dilation, padding) for taps, dilation in zip(kernel.shape[2:], dilations)]
    options = {"constant_values": value} if border == "constant" else {}
    padded = [numpy.pad(channel, pads, mode=BORDERS[border], **options) for channel in source]
    function = signal.correlate if operation == "correlation" else signal.convolve
    inputs, outputs = kernel.shape[1], kernel.shape[0] // groups
    results = []
    for output in range(kernel.shape[0]):
        first = output // outputs * inputs
        total = sum(function(padded[first + i], spread(kernel[output, i], dilations), mode="valid", method="direct") for i in range(inputs))
        results.append((total + bias[output])[tuple(slice(None, None, stride) for stride in strides)])
    return numpy.array(results)


def cases():
    generator = numpy.random.default_rng(20261130)
    number = 0
    for source_shape, kernel_shape, (inputs, outputs, groups), strides, dilations in SHAPES:
        others = [("valid", "constant"), ("full", "reflect101"), ("padded", "constant"), ("padded", "wrap")]
        for mode, border in [("same", border) for border in BORDERS] + others:
            number += 1
            operation = "convolution" if number % 3 == 0 else "correlation"
            planar, output_first = number % 2 == 0, number % 4 < 2
            value = 7 if border == "constant" and number % 5 == 0 else 0
            source = generator.integers(-9, 10, (inputs, *source_shape))
            kernel = generator.integers(-9, 10, (outputs, inputs // groups, *kernel_shape))
            bias = generator.integers(-50, 51, outputs)
            result = layer(source, kernel, bias, groups, operation, mode, border, value, strides, dilations, 2)
            interleave = lambda volume: volume if planar else numpy.moveaxis(volume, 0, -1)
            sizes = "x".join(map(str, source_shape)) + " with " + "x".join(map(str, kernel_shape))
            yield {
                "name": f"{operation} {mode} {border} {sizes}, {inputs} to {outputs} in {groups}",
                "operation": operation,
                "mode": mode,
                "border": border,
                "borderValue": value,
                "paddings": [2] * 6,
                "strides": strides,
                "dilations": dilations,
                "groups": groups,
                "layout": "CDHW" if planar else "DHWC",
                "kernelLayout": "OIDHW" if output_first else "DHWIO",
                "input": array(interleave(source)),
                "kernel": array(kernel if output_first else numpy.moveaxis(kernel, (0, 1), (-1, -2))),
                "bias": array(bias),
                "output": array(interleave(result)),
                "reference": "SciPy " + scipy.__version__ + ", NumPy " + numpy.__version__,
            }


recorded = list(cases())
path = pathlib.Path(__file__).with_name("layers.json")
path.write_text("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in recorded) + "\n]\n")
print(len(recorded), "cases")
