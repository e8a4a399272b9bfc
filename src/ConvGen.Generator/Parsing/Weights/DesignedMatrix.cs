using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>The matrix of a designed kernel, as it would have been written, and what is told about it.</summary>
internal sealed record DesignedMatrix(KernelMatrix Matrix, DesignNote Note);
