using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Reporting;

/// <summary>A method that is refused, as values: its place is searched for only where it is reported.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Identity">What distinguishes it from all other methods, as in <see cref="MethodHeader.Identity"/>.</param>
/// <param name="Refusal">The reason.</param>
internal sealed record RefusedMethod(string Name, string Identity, Refusal Refusal)
{
    /// <summary>
    /// The refused method, or null where there is nothing to report: it is planned, the compiler names the cause, or it failed in a way
    /// that CONV099 tells.
    /// </summary>
    public static RefusedMethod? Of(Guarded<PlanResult> planned) =>
        planned.Value is { Refusal: { IsToldByCompiler: false } refusal, Header: { } header }
            ? new(header.Name.TrimStart('@'), header.Identity, refusal)
            : null;

    /// <summary>The methods that no analyzer will report.</summary>
    public static IEnumerable<RefusedMethod> Unreported(EquatableArray<RefusedMethod> refused, AnalyzerRun analyzers) =>
        analyzers switch
        {
            AnalyzerRun.Never => refused.Distinct(),
            AnalyzerRun.UnlessCompilerStops when refused.Any(static method => method.Refusal.StopsCompiler) => refused.Distinct(),
            _ => refused.Distinct().Where(method => analyzers.IsLeftToGenerator(method.Refusal)),
        };
}
