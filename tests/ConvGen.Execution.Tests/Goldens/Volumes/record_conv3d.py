#!/usr/bin/python3
"""Records layers over volumes as PyTorch's torch.nn.functional.conv3d computes them: conv3d.json beside this script.

Run with Debian's python3-torch: /usr/bin/python3 record_conv3d.py. The fields are those of layers.json; "call" is how the porting page
shows the case, where it does. All numbers are whole, so that every sum is exact.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

# How the call is shown; the source's depth, height and width; those of the kernel; inputs and outputs; the options.
CASES = [
    ("F.conv3d(x, w)", (4, 5, 5), (3, 3, 3), (2, 2), {}),
    ("F.conv3d(x, w, padding=1)", (3, 6, 9), (3, 3, 3), (3, 8), {"padding": 1}),
    ("F.conv3d(x, w, stride=2, padding=1, groups=2)", (5, 6, 7), (3, 3, 3), (4, 6), {"stride": 2, "padding": 1, "groups": 2}),
    ("F.conv3d(x, w, padding=(0, 1, 2), dilation=(1, 1, 2))", (4, 5, 8), (2, 3, 3), (2, 4), {"padding": (0, 1, 2), "dilation": (1, 1, 2)}),
    (None, (3, 4, 17), (3, 3, 3), (12, 16), {"padding": 1}),
    (None, (3, 4, 9), (3, 3, 3), (9, 9), {"padding": 1, "groups": 9}),
    (None, (3, 4, 5), (1, 1, 1), (5, 11), {"stride": (1, 2, 1)}),
]


def three(value):
    return [value] * 3 if isinstance(value, int) else list(value)


def array(values):
    return {"shape": list(values.shape), "data": [int(value) for value in values.flatten()]}


def cases():
    generator = torch.Generator().manual_seed(20261130)
    for call, source_shape, kernel_shape, (inputs, outputs), options in CASES:
        groups = options.get("groups", 1)
        draw = lambda *shape: torch.randint(-9, 10, shape, generator=generator).double()
        source, kernel = draw(1, inputs, *source_shape), draw(outputs, inputs // groups, *kernel_shape)
        bias = draw(outputs) * (call is None)
        padding = three(options.get("padding", 0))
        yield {
            "name": call or f"conv3d {inputs} to {outputs}, {options}",
            "call": call,
            "operation": "correlation",
            "mode": "padded",
            "border": "constant",
            "borderValue": 0,
            "paddings": padding + padding,
            "strides": three(options.get("stride", 1)),
            "dilations": three(options.get("dilation", 1)),
            "groups": groups,
            "layout": "CDHW",
            "kernelLayout": "OIDHW",
            "input": array(source[0]),
            "kernel": array(kernel),
            "bias": array(bias),
            "output": array(F.conv3d(source, kernel, bias, **options)[0]),
            "reference": f"torch {torch.__version__} conv3d, which correlates",
        }


recorded = list(cases())
path = pathlib.Path(__file__).with_name("conv3d.json")
path.write_text("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in recorded) + "\n]\n")
print(len(recorded), "cases")
