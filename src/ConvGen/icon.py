#!/usr/bin/env python3
"""Draws icon.png: the binomial kernel of 3 x 3 taps, brighter where it weighs more."""
import cv2
import numpy

SCALE, SIZE = 8, 128
image = numpy.zeros((SIZE * SCALE, SIZE * SCALE, 4), numpy.uint8)


def square(left, top, side, radius, color):
    left, top, side, radius = (round(n * SCALE) for n in (left, top, side, radius))
    red, green, blue = color
    ink = (blue, green, red, 255)
    cv2.rectangle(image, (left + radius, top), (left + side - radius, top + side), ink, -1)
    cv2.rectangle(image, (left, top + radius), (left + side, top + side - radius), ink, -1)
    for x in (left + radius, left + side - radius):
        for y in (top + radius, top + side - radius):
            cv2.circle(image, (x, y), radius, ink, -1)


square(2, 2, 123, 22, (27, 34, 54))
weights = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
for row in range(3):
    for column in range(3):
        share = weights[row][column] / 4
        low, high = numpy.array((52, 84, 148)), numpy.array((255, 190, 60))
        square(16 + 33 * column, 16 + 33 * row, 29, 6, tuple(int(n) for n in low + (high - low) * share))

cv2.imwrite("icon.png", cv2.resize(image, (SIZE, SIZE), interpolation=cv2.INTER_AREA))
