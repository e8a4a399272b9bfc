using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Generator.Parsing.Groups;

/// <summary>
/// Judges declarations of several kernels, and of results that are scaled or masked: each kernel is judged as the declaration of it alone
/// would be, and then what they have to have in common.
/// </summary>
internal static class GroupParser
{
    /// <summary>Whether a declaration asks for more than one kernel that writes its sums.</summary>
    public static bool IsGroup(Declaration declaration) =>
        declaration.Operations.Count == 1
        && declaration.Operations[0].Kind is OperationKind.Convolution or OperationKind.Correlation
        && declaration.Kernels.Count > 0
        && (
            declaration.Operations[0].Combine is > 0 or < 0
            || declaration.Mask is not null
            || declaration.Kernels.Any(static kernel => kernel.Output is not null)
            || declaration.Parameters.Any(GroupRoles.IsFactor)
        );

    /// <param name="declaration">The declaration.</param>
    /// <param name="target">What the project offers.</param>
    /// <param name="readKernel">Judges the declaration of one kernel.</param>
    public static ParseResult Parse(Declaration declaration, TargetInfo target, Func<Declaration, Outcome<ConvolutionModel>> readKernel)
    {
        Outcome<GroupModel> outcome = ReadModel(declaration, target, readKernel);
        return outcome.Refusal is { } refusal
            ? new ParseResult(declaration.Header, null, refusal)
            : new ParseResult(declaration.Header, null, null) { Group = outcome.Value };
    }

    private static Outcome<GroupModel> ReadModel(
        Declaration declaration,
        TargetInfo target,
        Func<Declaration, Outcome<ConvolutionModel>> readKernel
    )
    {
        OperationDeclaration operation = declaration.Operations[0];
        KernelUnit[] units = [.. KernelUnit.Of(declaration)];
        Refusal? refusal =
            DeclarationChecks.CheckMethod(declaration, target)
            ?? GroupRules.CheckKernels(declaration, units)
            ?? GroupRules.CheckCombine(operation, units)
            ?? GroupRules.CheckOutputs(declaration, operation, units)
            ?? GroupRoles.Check(declaration)
            ?? ComplexParser.CheckGroup(operation);
        if (refusal is not null)
        {
            return refusal;
        }

        List<ConvolutionModel> kernels = [];
        foreach (KernelUnit unit in units)
        {
            SeparateCall call = SeparateCall.Of(declaration, units, unit);
            Outcome<ConvolutionModel> kernel = readKernel(call.Declaration);
            if (kernel.Refusal is { } inKernel)
            {
                return call.Translate(inKernel);
            }

            kernels.Add(
                kernel.Value with
                {
                    Header = unit.Name(declaration.Header, units.Length),
                    Form = call.Form(kernel.Value.Form),
                    IsPartOfGroup = true,
                }
            );
        }

        Outcome<EquatableArray<int>> kept = MaskParser.Parse(declaration, kernels[0]);
        if ((GroupRules.CheckModels(declaration, units, kernels) ?? kept.Refusal) is { } disagreement)
        {
            return disagreement;
        }

        return Join(declaration, units, kernels, kept.Value);
    }

    /// <summary>The model of kernels that all checks have accepted.</summary>
    private static GroupModel Join(Declaration declaration, KernelUnit[] units, List<ConvolutionModel> kernels, EquatableArray<int> kept)
    {
        GroupOutput[] outputs = [.. SeparateCall.Outputs(declaration, units)];
        return new GroupModel(
            declaration.Header,
            kernels[0].Form with
            {
                Destination = outputs[0].Buffer,
                HasScale = SignatureParser.IndexOf(declaration, SignatureRoles.ResultScale) >= 0,
                HasOffset = SignatureParser.IndexOf(declaration, SignatureRoles.ResultOffset) >= 0,
                Outputs =
                    outputs.Length == 1 && outputs[0].Name == SignatureRoles.Destination
                        ? EquatableArray<GroupOutput>.Empty
                        : outputs.ToEquatableArray(),
            },
            kernels.Select(static kernel => kernel with { Form = OfPart(kernel.Form) }).ToEquatableArray(),
            outputs.ToEquatableArray(),
            (Combination)(declaration.Operations[0].Combine ?? 0)
        )
        {
            Kept = kept,
            Attributes = units.Select(static unit => unit.First).ToEquatableArray(),
        };
    }

    /// <summary>A kernel computes the parts that it is asked for, on the thread that asks.</summary>
    private static SignatureForm OfPart(SignatureForm form) =>
        form with
        {
            HasRegion = false,
            HasHeld = false,
            IsInPlace = false,
            IsParallel = false,
            HasDegree = false,
            HasCancellation = false,
        };
}
