namespace ConvGen;

/// <summary>What an infinitely long kernel is multiplied by to make it finite. For n of N taps, with <c>u = 2 pi n / (N - 1)</c>.</summary>
public enum WindowFunction
{
    /// <summary><c>0.54 - 0.46 cos u</c>: side lobes near -53 dB in a low-pass.</summary>
    Hamming = 0,

    /// <summary><c>0.5 - 0.5 cos u</c>: side lobes near -44 dB that fall off fast; both ends are zero.</summary>
    Hann = 1,

    /// <summary><c>0.42 - 0.5 cos u + 0.08 cos 2u</c>: side lobes near -74 dB, a wide transition; both ends are zero.</summary>
    Blackman = 2,

    /// <summary>
    /// <c>I0(beta sqrt(1 - (2n / (N - 1) - 1)^2)) / I0(beta)</c>: beta trades side lobes for the width of the transition.
    /// </summary>
    Kaiser = 3,
}
