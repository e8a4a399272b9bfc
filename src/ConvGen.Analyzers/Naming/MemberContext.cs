using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming;

/// <summary>A body that is read: of a method, an accessor, an initialiser or top-level statements, with everything inside it.</summary>
/// <param name="Owner">The member that the body belongs to.</param>
/// <param name="Block">The root of its operations.</param>
/// <param name="Options">What <c>.editorconfig</c> says for its file.</param>
/// <param name="Catalogue">What is known about methods that are called.</param>
/// <param name="Compilation">The compilation.</param>
/// <param name="Report">Takes diagnostics.</param>
/// <param name="Cancellation">Stops the reading.</param>
internal sealed record MemberContext(
    ISymbol Owner,
    IOperation Block,
    NamingOptions Options,
    OperationCatalogue Catalogue,
    Compilation Compilation,
    Action<Diagnostic> Report,
    CancellationToken Cancellation
)
{
    private NameClaim? surrounding;
    private bool isSurroundingRead;
    private bool? hasErrors;

    /// <summary>Everything in the body.</summary>
    public BodyTree Tree { get; } = new(Block);

    /// <summary>What stands around a member without a telling name and says what it computes.</summary>
    public NameClaim? Surrounding
    {
        get
        {
            if (!isSurroundingRead)
            {
                surrounding = SurroundingReader.Read(this);
                isSurroundingRead = true;
            }

            return surrounding;
        }
    }

    /// <summary>Whether the code does not compile.</summary>
    public bool HasErrors =>
        hasErrors ??= Block.Syntax.ContainsDiagnostics || Tree.All.Any(static operation => operation is IInvalidOperation);

    /// <summary>Whether the body calls methods of which the catalogue says what they compute.</summary>
    public bool HasKnownCalls { get; set; }

    /// <summary>How many operations were run to read the body.</summary>
    public long Steps { get; set; }

    /// <summary>What running the body showed, once it was run.</summary>
    public Verdict? Verdict { get; set; }
}
