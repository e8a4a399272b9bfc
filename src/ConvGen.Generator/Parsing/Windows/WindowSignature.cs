using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Parsing.Signatures.SignatureParser;

namespace ConvGen.Generator.Parsing.Windows;

/// <summary>
/// Finds out which accepted form the signature of a window matrix has: those of an operation without weights, with the sizes of the image.
/// </summary>
internal static class WindowSignature
{
    /// <param name="declaration">The declaration.</param>
    /// <param name="hasKernelOneAxis">Whether the shape is written without rows.</param>
    public static Outcome<SignatureForm> Parse(Declaration declaration, bool hasKernelOneAxis)
    {
        Refusal? refusal =
            Refuse(
                declaration,
                [
                    .. ParameterProblems(declaration),
                    .. WeightProblems(declaration),
                    .. VolumeRules.WindowProblems(declaration),
                    .. ParallelRules.WindowProblems(declaration),
                    .. SourceProblems(declaration),
                    .. TensorProblems(declaration),
                    .. ResultRules.DestinationProblems(declaration),
                ]
            )
            ?? Refuse(declaration, [.. ResultRules.Problems(declaration), .. SizeProblems(declaration)])
            ?? Refuse(declaration, [.. ImageSizeProblems(declaration)])
            ?? ElementRules.Check(declaration)
            ?? CheckElements(declaration);
        return refusal is not null ? refusal : Form(declaration, Axes(declaration, hasKernelOneAxis ? 1 : 2));
    }

    private static IEnumerable<SignatureProblem> WeightProblems(Declaration declaration)
    {
        foreach (
            string role in new[]
            {
                SignatureRoles.Kernel,
                SignatureRoles.Bias,
                SignatureRoles.ChannelScale,
                SignatureRoles.SourceZeroPoint,
                SignatureRoles.KernelZeroPoint,
                SignatureRoles.DestinationZeroPoint,
            }
        )
        {
            if (IndexOf(declaration, role) is var index and >= 0)
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{role}' has no role, because windows are not weighted; remove it"
                );
            }
        }
    }

    private static IEnumerable<SignatureProblem> TensorProblems(Declaration declaration)
    {
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            if (declaration.Parameters[index].Type is { Carrier: Carrier.TensorSpan } type)
            {
                yield return new(RefusalSite.Parameter(index), $"'{type.Text}' is not supported here; give a span of its elements");
            }
        }
    }

    /// <summary>The rows of a matrix do not say how large the image is that they are added to.</summary>
    private static IEnumerable<SignatureProblem> ImageSizeProblems(Declaration declaration)
    {
        if (declaration.Operations[0].Kind != OperationKind.Fold)
        {
            yield break;
        }

        bool isShaped = IsShaped(Type(declaration, SignatureRoles.Source)!);
        if (isShaped && declaration.Result is not null)
        {
            yield return new(
                RefusalSite.ReturnType,
                "the matrix does not say how large the image is; return nothing and take a 'destination' of its size"
            );
        }

        bool hasSize = IndexOf(declaration, SignatureRoles.Width) >= 0 || IndexOf(declaration, SignatureRoles.Length) >= 0;
        if (!isShaped && !hasSize)
        {
            yield return new(
                RefusalSite.Method,
                "the matrix does not say how large the image is; take 'int length', or 'int width, int height'"
            );
        }
    }

    private static Refusal? CheckElements(Declaration declaration)
    {
        DeclaredType source = Type(declaration, SignatureRoles.Source)!;
        int index = IndexOf(declaration, SignatureRoles.Destination);
        DeclaredType destination = index >= 0 ? declaration.Parameters[index].Type : declaration.Result!;
        return source.Element == destination.Element
            ? null
            : Refuse(
                declaration,
                [
                    new(
                        index >= 0 ? RefusalSite.Parameter(index) : RefusalSite.ReturnType,
                        $"the source has elements of type '{source.ElementText}' and the result of type "
                            + $"'{destination.ElementText}'; a matrix and its image have elements of one type"
                    ),
                ]
            );
    }
}
