namespace EdgeDetection;

/// <summary>A filter of 8-bit images.</summary>
internal delegate void BytesToBytes(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
