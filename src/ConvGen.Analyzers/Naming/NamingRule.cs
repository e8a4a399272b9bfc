using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Calls;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming;

/// <summary>One rule on names and operations: its descriptor, and what it has to say about each reading.</summary>
internal abstract class NamingRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="id">The id, <c>CONV1nn</c>.</param>
    /// <param name="title">What is wrong, without a full stop.</param>
    /// <param name="messageFormat">One sentence that says which index runs which way and what the caller gets.</param>
    /// <param name="severity">Its loudness unless <c>.editorconfig</c> says otherwise.</param>
    /// <param name="isEnabledByDefault">False for a rule that must be asked for.</param>
    /// <param name="tags">Tags of the descriptor.</param>
    protected NamingRule(
        string id,
        string title,
        string messageFormat,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning,
        bool isEnabledByDefault = true,
        params string[] tags
    ) =>
        Descriptor = new DiagnosticDescriptor(
            id,
            title,
            messageFormat,
            "ConvGen.Naming",
            severity,
            isEnabledByDefault,
            helpLinkUri: HelpLinks.To("Naming", id),
            customTags: tags
        );

    /// <summary>Id, title, message and default severity.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>
    /// Called for every method with an attribute and a name that says an operation; the rule finds out whether the attribute is one of
    /// ours.
    /// </summary>
    public virtual void CheckDeclaration(
        IMethodSymbol method,
        NamingOptions options,
        KernelFiles files,
        Action<Diagnostic> report,
        CancellationToken cancellation
    ) { }

    /// <summary>Called for every call whose operation is known.</summary>
    public virtual void CheckCall(CallReading call, MemberContext member) { }

    /// <summary>Called for every hand-written loop whose directions are proven.</summary>
    public virtual void CheckLoop(LoopReading loop, MemberContext member) { }

    /// <summary>Called once for every body, after the readings.</summary>
    public virtual void CheckMember(MemberContext member) { }

    /// <summary>Called once, at the end of a compilation.</summary>
    public virtual void CheckCatalogue(OperationCatalogue catalogue, Action<Diagnostic> report) { }
}
