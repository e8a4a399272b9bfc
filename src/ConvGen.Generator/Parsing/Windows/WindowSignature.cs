using ConvGen.Generator.Model;
using static ConvGen.Generator.Parsing.SignatureParser;

namespace ConvGen.Generator.Parsing.Windows;

/// <summary>Finds out which accepted form the signature of a window matrix has: those of an operation without weights, with the sizes of the image.</summary>
internal static class WindowSignature
{
    /// <param name="declaration">The declaration.</param>
    /// <param name="hasKernelOneAxis">Whether the shape is written without rows.</param>
    public static Outcome<SignatureForm> Parse(Declaration declaration, bool hasKernelOneAxis)
    {
        Refusal? refusal = CheckParameters(declaration)
            ?? CheckWeights(declaration, SignatureRoles.Kernel)
            ?? CheckWeights(declaration, SignatureRoles.Bias)
            ?? CheckSource(declaration)
            ?? CheckTensors(declaration)
            ?? ResultRules.Check(declaration)
            ?? CheckSizes(declaration)
            ?? CheckImageSize(declaration)
            ?? ElementRules.Check(declaration)
            ?? CheckElements(declaration);
        return refusal is not null ? refusal : Form(declaration, Axes(declaration, hasKernelOneAxis));
    }

    private static Refusal? CheckWeights(Declaration declaration, string role) => IndexOf(declaration, role) is var index and >= 0
        ? Refuse(declaration, RefusalSite.Parameter(index), $"parameter '{role}' has no role, because windows are not weighted; remove it")
        : null;

    private static Refusal? CheckTensors(Declaration declaration)
    {
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            if (declaration.Parameters[index].Type is { Carrier: Carrier.TensorSpan } type)
            {
                return Refuse(declaration, RefusalSite.Parameter(index), $"'{type.Text}' is not supported here; give a span of its elements");
            }
        }

        return null;
    }

    /// <summary>The rows of a matrix do not say how large the image is that they are added to.</summary>
    private static Refusal? CheckImageSize(Declaration declaration)
    {
        if (declaration.Operations[0].Kind != OperationKind.Fold)
        {
            return null;
        }

        if (IsShaped(Type(declaration, SignatureRoles.Source)!))
        {
            return declaration.Result is null ? null : Refuse(declaration, RefusalSite.ReturnType, "the matrix does not say how large the image is; return nothing and take a 'destination' of its size");
        }

        bool hasSize = IndexOf(declaration, SignatureRoles.Width) >= 0 || IndexOf(declaration, SignatureRoles.Length) >= 0;
        return hasSize ? null : Refuse(declaration, RefusalSite.Method, "the matrix does not say how large the image is; take 'int length', or 'int width, int height'");
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
                index >= 0 ? RefusalSite.Parameter(index) : RefusalSite.ReturnType,
                $"the source has elements of type '{source.ElementText}' and the result of type '{destination.ElementText}'; a matrix and its image have elements of one type");
    }
}
