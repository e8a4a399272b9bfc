namespace FilterGallery;

/// <summary>A filter of images of <c>float</c>.</summary>
internal delegate void ImageFilter(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
