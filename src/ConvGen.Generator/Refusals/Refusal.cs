using System.Globalization;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Refusals;

/// <summary>Why a declaration is refused: one rule, what fills its message, and where the cause stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
/// <param name="Site">Where the cause stands.</param>
internal sealed record Refusal(DeclarationRule Rule, EquatableArray<string> Arguments, RefusalSite Site)
{
    public static Refusal Of(DeclarationRule rule, RefusalSite site, params string[] arguments) =>
        new(rule, arguments.ToEquatableArray(), site);

    /// <summary>A refusal of what is declared as a quantised layer.</summary>
    public static Refusal NotQuantised(MethodHeader header, string problem, string remedy) =>
        Of(DeclarationRules.NotQuantised, RefusalSite.Method, MessageText.MethodName(header), problem, remedy);

    /// <summary>
    /// An attribute, without brackets, that would be accepted in the place of the kernel's, for a fix to write; null where none is known.
    /// </summary>
    public string? Instead { get; init; }

    /// <summary>Whether an error of the compiler's names the cause, so that nothing is reported beside it.</summary>
    public bool IsToldByCompiler { get; init; }

    /// <summary>
    /// Whether the compiler has an error of its own for the same cause, with which a build ends before any analyzer reports.
    /// </summary>
    public bool StopsCompiler { get; init; }

    /// <summary>The complete message.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, Arguments.ToArray<object>());
}
