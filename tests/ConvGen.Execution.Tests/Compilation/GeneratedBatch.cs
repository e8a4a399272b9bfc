using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConvGen.Generator;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>Declarations and the bodies that the generator gave them.</summary>
/// <param name="Compilation">Both together.</param>
/// <param name="Result">What the generator said.</param>
internal sealed record GeneratedBatch(CSharpCompilation Compilation, GeneratorDriverRunResult Result)
{
    /// <summary>The plan or the refusal of every method by the method's name; empty unless the settings keep plans.</summary>
    public IReadOnlyDictionary<string, PlanResult> Plans
    {
        get
        {
            IEnumerable<object> outputs = Result
                .Results.Single()
                .TrackedSteps.Where(steps => steps.Key == TrackingNames.Plans)
                .SelectMany(steps => steps.Value)
                .SelectMany(step => step.Outputs)
                .Select(output => output.Value);
            return outputs
                .OfType<Guarded<PlanResult>>()
                .Select(guarded => guarded.Value)
                .OfType<PlanResult>()
                .ToDictionary(plan => plan.Header.Name, StringComparer.Ordinal);
        }
    }

    /// <summary>Every warning and every error, or null where there is none; the message shows the file around it.</summary>
    public string? Problems() => ProblemsOf(Compilation.GetDiagnostics());

    /// <summary>The bytes of the assembly.</summary>
    /// <exception cref="InvalidOperationException">Something does not compile, or compiles with a warning.</exception>
    public byte[] Emit()
    {
        using MemoryStream stream = new();
        return ProblemsOf(Compilation.Emit(stream).Diagnostics) is { } problems
            ? throw new InvalidOperationException(problems)
            : stream.ToArray();
    }

    private string? ProblemsOf(ImmutableArray<Diagnostic> compiled)
    {
        Diagnostic[] problems =
        [
            .. Result.Diagnostics.Concat(compiled).Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed),
        ];
        return problems.Length == 0 ? null : Describe(problems);
    }

    /// <summary>The problems, and the numbered text of the first file that has one, around the place.</summary>
    private static string Describe(Diagnostic[] problems)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{problems.Length} problems\n");
        foreach (Diagnostic problem in problems.Take(20))
        {
            text.Append(problem.ToString()).Append('\n');
        }

        if (problems.Select(p => p.Location.SourceTree).FirstOrDefault(t => t is not null) is { } tree)
        {
            HashSet<int> lines =
            [
                .. problems
                    .Where(p => p.Location.SourceTree == tree)
                    .SelectMany(p => Enumerable.Range(p.Location.GetLineSpan().StartLinePosition.Line - 12, 25)),
            ];
            text.Append(tree.FilePath).Append('\n');
            int number = 0;
            foreach (string line in tree.ToString().Split('\n'))
            {
                if (lines.Contains(number++))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{number, 5}  {line}\n");
                }
            }
        }

        return text.ToString();
    }
}
