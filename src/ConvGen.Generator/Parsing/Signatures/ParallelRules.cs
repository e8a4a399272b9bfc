using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using static ConvGen.Generator.Model.SignatureRoles;

namespace ConvGen.Generator.Parsing.Signatures;

/// <summary>What <c>Parallel = true</c> demands of a signature, and what its parameters demand: buffers that threads can share.</summary>
internal static class ParallelRules
{
    /// <summary>What is wrong with the parameters that belong to several threads, or cannot stand beside them.</summary>
    public static IEnumerable<SignatureProblem> Problems(Declaration declaration)
    {
        bool isParallel = declaration.Operations[0].IsParallel;
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            DeclaredParameter parameter = declaration.Parameters[index];
            if (parameter is { Name: Cancellation, Type.IsCancellation: false })
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter 'cancellationToken' is of type '{parameter.Type.Text}'; make it a 'CancellationToken'"
                );
            }

            if (!isParallel && parameter.Name is Degree or Cancellation)
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{parameter.Name}' belongs to a result that several threads compute; write Parallel = true on "
                        + $"[{declaration.Operations[0].Kind}], or remove the parameter"
                );
            }
            else if (isParallel && Problem(declaration, parameter) is { } problem)
            {
                yield return new(RefusalSite.Parameter(index), problem);
            }
        }
    }

    /// <summary>What is wrong with the same parameters on a method about window matrices.</summary>
    public static IEnumerable<SignatureProblem> WindowProblems(Declaration declaration)
    {
        for (int index = 0; index < declaration.Parameters.Count; index++)
        {
            if (declaration.Parameters[index].Name is Degree or Cancellation)
            {
                yield return new(
                    RefusalSite.Parameter(index),
                    $"parameter '{declaration.Parameters[index].Name}' has no role, because one thread writes a matrix of windows, "
                        + "as fast as memory takes it; remove it"
                );
            }
        }
    }

    private static string? Problem(Declaration declaration, DeclaredParameter parameter)
    {
        if (parameter.Name == History)
        {
            return "parameter 'history' cannot stand beside Parallel = true, because each block of a signal waits for the one "
                + "before it; remove Parallel, and give each signal a thread of its own";
        }

        DeclaredType type = parameter.Type;
        return type.Carrier is Carrier.Span or Carrier.Span2D or Carrier.TensorSpan
            ? $"parameter '{parameter.Name}' is of type '{type.Text}', which cannot cross threads (Parallel = true); take "
                + $"{Forms(parameter, VolumeRules.IsVolume(declaration))}"
            : null;
    }

    /// <summary>The types that can cross threads.</summary>
    private static string Forms(DeclaredParameter parameter, bool isVolume)
    {
        string sizes = isVolume ? "int width, int height, int depth" : "int width, int height",
            axes = isVolume ? "[,,]" : "[,]";
        string element = parameter.Type.ElementText;
        string memory = $"'{element}[]' or '{(parameter.Type.IsReadOnly ? "ReadOnly" : "")}Memory<{element}>'";
        return parameter.Name switch
        {
            Kernel => $"{memory}, or a 'PreparedKernel<{element}>'",
            Bias or Image => memory,
            _ when parameter.Type.Carrier != Carrier.Span => $"'{element}{axes}', or {memory} with '{sizes}'",
            _ => $"{memory}, or a '{element}{axes}' without sizes",
        };
    }
}
