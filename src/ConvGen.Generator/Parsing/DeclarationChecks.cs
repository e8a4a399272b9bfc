using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing;

/// <summary>
/// What must hold before the signature is looked at: the method can be implemented, the target suffices, one operation, one kernel.
/// </summary>
internal static class DeclarationChecks
{
    public static Refusal? Check(Declaration declaration, TargetInfo target) =>
        CheckMethod(declaration, target)
        ?? CheckOperations(declaration, MessageText.MethodName(declaration.Header))
        ?? CheckKernels(declaration, MessageText.MethodName(declaration.Header))
        ?? CheckMask(declaration)
        ?? CheckArguments(declaration);

    /// <summary>Whether the method can be implemented at all, whatever its attributes say.</summary>
    public static Refusal? CheckMethod(Declaration declaration, TargetInfo target)
    {
        string method = MessageText.MethodName(declaration.Header);
        if (declaration.Obstacle is not null)
        {
            return Refusal.Of(DeclarationRules.NotPartial, RefusalSite.Method, method, declaration.Obstacle) with
            {
                StopsCompiler = declaration.StopsCompiler,
            };
        }

        if (CheckTarget(target, declaration.StopsCompiler) is { } tooLow)
        {
            return tooLow;
        }

        if (declaration.Collision is { } collision)
        {
            return Refusal.Of(DeclarationRules.NameCollision, RefusalSite.Method, collision.Found, collision.Remedy) with
            {
                StopsCompiler = declaration.StopsCompiler || collision.StopsCompiler,
            };
        }

        return ToldByCompiler(declaration, method);
    }

    /// <summary>A window matrix holds samples as they are.</summary>
    private static Refusal? CheckMask(Declaration declaration) =>
        declaration.Mask is null
            ? null
            : Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Mask,
                "[PixelMask]",
                $"[{declaration.Operations[0].Kind}]",
                "remove it: it belongs to a [Convolution] or a [Correlation], whose kernel all channels share"
            );

    /// <summary>
    /// Beside an error of the compiler's that names the cause, whatever could be said of the rest would only distract from it.
    /// </summary>
    private static Refusal? ToldByCompiler(Declaration declaration, string method) =>
        declaration.Fault is { Remedy: null }
            ? Refusal.Of(
                DeclarationRules.NotConstant,
                RefusalSite.Method,
                "What stands in the attributes of '" + method + "'",
                "correct the compiler's errors there"
            ) with
            {
                IsToldByCompiler = true,
            }
            : null;

    /// <summary>The compiler only says what may stand in an attribute (CS0182), not what to do about it.</summary>
    private static Refusal? CheckArguments(Declaration declaration) =>
        declaration.Fault is { Remedy: { } remedy } fault
            ? Refusal.Of(DeclarationRules.NotConstant, fault.Site, "'" + fault.Written + "'", remedy)
            : null;

    /// <summary>
    /// What an old language or framework does not know is an error of the compiler's too. Its advice (C# 9, a missing <c>using</c>) leads
    /// nowhere, so ours says that it stands above it.
    /// </summary>
    private static Refusal? CheckTarget(TargetInfo target, bool stopsCompiler)
    {
        if (target is { IsLanguageSupported: true, IsFrameworkSupported: true })
        {
            return null;
        }

        string language = "C# " + target.LanguageVersion;
        const string framework = "a framework older than .NET 8";
        (string found, string remedy) = (target.IsLanguageSupported, target.IsFrameworkSupported) switch
        {
            (false, true) => (language, "LangVersion"),
            (true, false) => (framework, "TargetFramework"),
            _ => (language + " and " + framework, "LangVersion and TargetFramework"),
        };
        const string Stopped = ", with which the compiler's own errors at this declaration go; what they advise is not enough";
        return Refusal.Of(DeclarationRules.TargetTooLow, RefusalSite.Method, found, remedy + (stopsCompiler ? Stopped : "")) with
        {
            StopsCompiler = stopsCompiler,
        };
    }

    private static Refusal? CheckOperations(Declaration declaration, string method)
    {
        EquatableArray<OperationDeclaration> operations = declaration.Operations;
        if (operations.Count == 1)
        {
            return null;
        }

        string found = operations.Count switch
        {
            0 => "no operation",
            2 when operations[0].Kind != operations[1].Kind => $"both [{operations[0].Kind}] and [{operations[1].Kind}]",
            _ => operations.Count.ToString(CultureInfo.InvariantCulture) + " operations",
        };
        RefusalSite site = operations.Count == 0 ? RefusalSite.Method : RefusalSite.Operation(1);
        return Refusal.Of(DeclarationRules.OperationCount, site, method, found);
    }

    private static Refusal? CheckKernels(Declaration declaration, string method)
    {
        EquatableArray<KernelDeclaration> kernels = declaration.Kernels;
        if (kernels.Count == 1 && kernels[0].HasNoFactors)
        {
            return Refusal.Of(
                DeclarationRules.DimensionsDisagree,
                RefusalSite.Kernel,
                "[SeparableKernel] stands alone and has no factors",
                "write a column and a row, as in [SeparableKernel(\"1 2 1\", \"1 2 1\", Divisor = 16)], or two designed kernels of "
                    + "one axis beside it"
            );
        }

        if (kernels.Count == 1 || FactorPlan.IsProduct(kernels))
        {
            return null;
        }

        static string Attribute(KernelDeclaration kernel) => "[" + kernel.Name + "]";
        if (FactorPlan.MisfitIn(kernels) is >= 0 and var misfit)
        {
            string misfitting =
                $"[SeparableKernel] beside {Attribute(kernels[misfit])}, which is none of its two factors as it has no Axis";
            return Refusal.Of(DeclarationRules.KernelCount, RefusalSite.KernelAt(misfit), method, misfitting);
        }

        string found = kernels.Count switch
        {
            0 => "no kernel",
            2 when Attribute(kernels[0]) != Attribute(kernels[1]) => $"both {Attribute(kernels[0])} and {Attribute(kernels[1])}",
            _ => kernels.Count.ToString(CultureInfo.InvariantCulture) + " kernels",
        };
        RefusalSite site = kernels.Count == 0 ? RefusalSite.Method : RefusalSite.KernelAt(1);
        return Refusal.Of(DeclarationRules.KernelCount, site, method, found);
    }
}
