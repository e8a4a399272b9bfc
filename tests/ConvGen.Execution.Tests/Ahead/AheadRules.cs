using System.Globalization;
using Iced.Intel;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>What must hold of the code of kernels, whatever the processor.</summary>
internal static class AheadRules
{
    /// <summary>The instructions whose bytes touch other memory than the compiler's text says, with methods.</summary>
    public static IEnumerable<string> Misread(IEnumerable<AheadMethod> methods) =>
        from method in methods
        from line in method.Code
        let difference = line.Difference()
        where difference is not null
        select $"{method}: {line.Text}: {difference}";

    /// <summary>The broadcasts from memory that do not lie within the table of weights of their type.</summary>
    /// <param name="methods">The methods.</param>
    /// <param name="tables">The sizes of tables in bytes, by type.</param>
    /// <param name="checks">How many broadcasts were looked at.</param>
    public static IReadOnlyList<string> BehindTables(
        IEnumerable<AheadMethod> methods,
        IReadOnlyDictionary<string, long> tables,
        out int checks
    )
    {
        List<string> objections = [];
        checks = 0;
        foreach (AheadMethod method in methods.Where(method => tables.ContainsKey(method.Type)))
        {
            IEnumerable<CodeLine> reads = method.Code.Where(line => line is { BroadcastSize: > 0, IsThroughReference: true });
            foreach (CodeLine line in reads.Where(line => line.Decoded.MemoryIndex == Register.None))
            {
                checks++;
                long first = (long)line.Decoded.MemoryDisplacement64,
                    size = tables[method.Type];
                if (first + line.BroadcastSize > size)
                {
                    string what = string.Create(
                        CultureInfo.InvariantCulture,
                        $"reads {line.BroadcastSize} bytes at {first} of a table of {size}"
                    );
                    objections.Add($"{method}: {line.Text}: {what}");
                }
            }
        }

        return objections;
    }
}
