using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Options;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing;

/// <summary>Judges the declaration of a method that says what another one sees: its signature, and the method that it names.</summary>
internal static class InputParser
{
    public static ParseResult Parse(Declaration declaration, TargetInfo target, CancellationToken cancellation)
    {
        Outcome<InputModel> outcome = ReadModel(declaration, target, cancellation);
        return outcome.Refusal is { } refusal
            ? new ParseResult(declaration.Header, null, refusal)
            : new ParseResult(declaration.Header, null, null) { Input = outcome.Value };
    }

    /// <summary>The signature that is accepted, as C# text for messages.</summary>
    public static string Form(Declaration declaration, int axes) =>
        $"'Region {MessageText.MethodName(declaration.Header)}(Region region, {(axes == 1 ? "int length" : "int width, int height")})'";

    private static Outcome<InputModel> ReadModel(Declaration declaration, TargetInfo target, CancellationToken cancellation)
    {
        if ((DeclarationChecks.CheckMethod(declaration, target) ?? CheckOthers(declaration)) is { } refusal)
        {
            return refusal;
        }

        List<ConvolutionModel> models = ForwardModels(declaration, target, cancellation);
        List<SignatureProblem> problems = [.. ForwardProblems(declaration, models)];
        if (problems.Count == 0)
        {
            problems.AddRange(Problems(declaration, models[0].Form.Axes));
        }

        if (problems.Count > 0)
        {
            return SignatureParser.Refuse(declaration, problems)!;
        }

        ConvolutionModel seen = models[0];
        return new InputModel(
            declaration.Header,
            seen.Header.Name,
            seen.Form.Axes,
            seen.Mode,
            seen.Border,
            seen.BorderValue,
            seen.Vertical,
            seen.Horizontal
        )
        {
            Transformed = seen is { FloatingPoint: FloatingPointMode.Transform, Layer: null, IsPartOfGroup: false } ? seen : null,
        };
    }

    /// <summary>What stands beside [InputOf] and has no meaning there.</summary>
    private static Refusal? CheckOthers(Declaration declaration)
    {
        if (declaration.Operations.Count > 0)
        {
            string operation = "[" + declaration.Operations[0].Kind + "]";
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Operation(0),
                operation,
                "[InputOf]",
                "[InputOf] computes a rectangle and no samples, so give it a method of its own"
            );
        }

        if (declaration.Kernels.Count > 0)
        {
            string kernel = "[" + declaration.Kernels[0].Name + "]";
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Kernel,
                kernel,
                "[InputOf]",
                "remove it: the kernel is that of the method which [InputOf] names"
            );
        }

        if (declaration.Mask is not null)
        {
            return Refusal.Of(
                DeclarationRules.OptionClash,
                RefusalSite.Mask,
                "[PixelMask]",
                "[InputOf]",
                "remove it: which samples are seen does not depend on the channels that are kept"
            );
        }

        return null;
    }

    /// <summary>The models of the methods that the attribute names; what is wrong with such a method itself is reported there.</summary>
    private static List<ConvolutionModel> ForwardModels(Declaration declaration, TargetInfo target, CancellationToken cancellation)
    {
        List<ConvolutionModel> models = [];
        foreach (Declaration forward in declaration.Forwards)
        {
            ParseResult parsed = DeclarationParser.Parse(forward, target, cancellation);
            if (parsed.Model is { } model)
            {
                models.Add(model);
            }
            else if (parsed.Group is { } group)
            {
                models.Add(group.Whole with { IsPartOfGroup = true });
            }
        }

        return models;
    }

    private static IEnumerable<SignatureProblem> ForwardProblems(Declaration declaration, List<ConvolutionModel> models)
    {
        string attribute = $"[InputOf(\"{declaration.InputOf}\")]";
        if (models.Count == 0)
        {
            string problem =
                declaration.Forwards.Count == 0
                    ? $"{attribute} names no method of this type that is a convolution or a correlation; write the name of one, as "
                        + "in [InputOf(nameof(Smooth))]"
                    : $"the method that {attribute} names is refused itself; correct that first";
            yield return new(RefusalSite.Method, problem);
        }
        else if (models.Any(model => Geometry(model) != Geometry(models[0])))
        {
            yield return new(
                RefusalSite.Method,
                $"the methods that {attribute} names see different rectangles; give the one that is meant a name of its own"
            );
        }
        else if (models[0].Form.IsVolume)
        {
            yield return new(
                RefusalSite.Method,
                $"the method that {attribute} names has three axes, and regions are rectangles; compute whole volumes, without [InputOf]"
            );
        }

        static (int, OutputMode, BorderMode, AxisGeometry, AxisGeometry, (KernelMatrix, ElementType, ElementType)?) Geometry(
            ConvolutionModel model
        ) =>
            (
                model.Form.Axes,
                model.Mode,
                model.Border,
                model.Vertical,
                model.Horizontal,
                model.FloatingPoint == FloatingPointMode.Transform ? Planned(model) : null
            );

        // What decides whether transforms are taken, and of which tiles.
        static (KernelMatrix, ElementType, ElementType) Planned(ConvolutionModel model) =>
            (model.Kernel, model.Form.Source.Element, model.Form.Destination.Element);
    }

    private static IEnumerable<SignatureProblem> Problems(Declaration declaration, int axes)
    {
        string[] sizes = axes == 1 ? [Length] : [Width, Height];
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            bool isSize = sizes.Contains(parameter.Name);
            if (!isSize && parameter.Name != Region)
            {
                yield return new(RefusalSite.Parameter(index), $"parameter '{parameter.Name}' has no role; remove it");
            }
            else if (isSize ? !parameter.Type.IsInt32 : !parameter.Type.IsRegion)
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{parameter.Name}' is of type '{parameter.Type.Text}'; make it {(isSize ? "an 'int'" : "a 'ConvGen.Region'")}"
                );
            }
            else if (parameter.IsByReference)
            {
                yield return new(RefusalSite.Parameter(index), $"parameter '{parameter.Name}' is passed by reference; pass it by value");
            }
        }

        foreach (string role in (string[])[Region, .. sizes])
        {
            if (SignatureParser.IndexOf(declaration, role) < 0)
            {
                yield return new(RefusalSite.Method, $"there is no parameter '{role}'");
            }
        }

        if (!declaration.ReturnsRegion)
        {
            yield return new(RefusalSite.ReturnType, "the rectangle is returned; make the return type 'ConvGen.Region'");
        }
    }
}
