using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming;

/// <summary>CONV111: as CONV102, with a kernel that is not known where it is called.</summary>
internal sealed class UnknownKernelRule() : NamingRule(
    "CONV111",
    "The call may compute the other operation",
    "{0}", DiagnosticSeverity.Info)
{
}
