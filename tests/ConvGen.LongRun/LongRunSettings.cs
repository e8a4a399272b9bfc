using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ConvGen.LongRun;

/// <summary>The options of the command line.</summary>
internal sealed class LongRunSettings : CommandSettings
{
    [CommandOption("-f|--filter <EXPRESSION>")]
    [Description("Which tests to run, as for dotnet test, for example FullyQualifiedName~Fuzz.")]
    public string? Filter { get; init; }

    [CommandOption("-p|--project <NAME>")]
    [Description("A test project, for example ConvGen.Execution.Tests; may be repeated. All of them by default.")]
    public string[] Projects { get; init; } = [];

    [CommandOption("-s|--seed <NUMBER>")]
    [Description("Where random tests start. The tests' own number by default, so that two runs try the same.")]
    public ulong? Seed { get; init; }

    [CommandOption("--no-build")]
    [Description("Runs what is built already.")]
    public bool NoBuild { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate()
    {
        string[] known = [.. TestProject.FindAll(TestProject.RepositoryRoot).Select(static project => project.Name)];
        string[] unknown = [.. Projects.Except(known, StringComparer.OrdinalIgnoreCase)];
        return unknown.Length == 0
            ? ValidationResult.Success()
            : ValidationResult.Error($"There is no test project {string.Join(", ", unknown)}; there are {string.Join(", ", known)}.");
    }
}
