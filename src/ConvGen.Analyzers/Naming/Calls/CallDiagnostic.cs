using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>Makes the diagnostics of calls, with what their fixes need.</summary>
internal static class CallDiagnostic
{
    /// <summary>
    /// A diagnostic at the callee's identifier. Additional locations are the name, then the kernel's literal where it is known.
    /// </summary>
    public static Diagnostic Create(
        DiagnosticDescriptor rule,
        CallReading call,
        NameClaim claim,
        OperationKind? computed,
        params object[] texts
    ) =>
        Diagnostic.Create(
            rule,
            CallWording.Place(call.Call),
            call.Kernel.Literal is { } literal ? new[] { claim.Location, literal.GetLocation() } : new[] { claim.Location },
            Properties(call, claim, computed),
            texts
        );

    /// <summary>
    /// The same about a kernel that is reversed. The second additional location is then the kernel as it is handed over, literal or not,
    /// and the others are its reversals.
    /// </summary>
    public static Diagnostic CreateReversed(
        DiagnosticDescriptor rule,
        CallReading call,
        NameClaim claim,
        OperationKind? computed,
        params object[] texts
    )
    {
        List<Location> locations = new()
        {
            claim.Location,
            call.Kernel.Literal?.GetLocation() ?? call.KernelArgument?.Syntax.GetLocation() ?? CallWording.Place(call.Call),
        };
        locations.AddRange(call.Kernel.Reversals.Select(reversal => reversal.Syntax.GetLocation()));
        return Diagnostic.Create(rule, CallWording.Place(call.Call), locations, Properties(call, claim, computed), texts);
    }

    private static ImmutableDictionary<string, string?> Properties(CallReading call, NameClaim claim, OperationKind? computed) =>
        NamingProperties
            .Of(
                claim,
                computed ?? (claim.Operation == OperationKind.Convolution ? OperationKind.Correlation : OperationKind.Convolution),
                call.Entry.Sibling
            )
            .Add(NamingProperties.Anchor, call.Entry.Anchor);
}
