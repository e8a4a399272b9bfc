#!/usr/bin/env python3
"""Writes band-pass.txt: a FIR filter by the window method, as SciPy designs it."""
import numpy
from scipy import signal

TAPS, LOW, HIGH, RATE = 255, 1000, 3000, 16000
weights = signal.firwin(TAPS, [LOW, HIGH], pass_zero=False, window="hamming", fs=RATE)
numpy.savetxt(
    "band-pass.txt",
    weights,
    header=f"scipy.signal.firwin({TAPS}, [{LOW}, {HIGH}], pass_zero=False, window='hamming', fs={RATE})",
)
