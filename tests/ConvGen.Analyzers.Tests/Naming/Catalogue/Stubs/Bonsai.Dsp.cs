// references: OpenCV.Net
using System;
using OpenCV.Net;

namespace Bonsai.Dsp;

public class FirFilter
{
    public FirFilter() => throw null!;

    public int Anchor { get; set; }
    public float[] Kernel { get; set; } = null!;

    public IObservable<Mat> Process(IObservable<Mat> source) => throw null!;
}
