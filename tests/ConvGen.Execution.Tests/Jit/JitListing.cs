using System.Globalization;
using System.Text.RegularExpressions;

namespace ConvGen.Execution.Tests.Jit;

/// <summary>A method as the JIT compiler lists it: its tier and its instructions, those inside of loops apart.</summary>
/// <param name="Method">Type and name.</param>
/// <param name="Tier">What the compiler says about its optimisation, such as <c>FullOpts</c>.</param>
/// <param name="IsFrameInRbp">Whether locals lie below <c>rbp</c>, or else above <c>rsp</c>.</param>
/// <param name="Looped">The instructions between the target of a jump backwards and the jump.</param>
internal sealed partial record JitListing(string Method, string Tier, bool IsFrameInRbp, IReadOnlyList<string> Looped)
{
    /// <summary>Calls inside of loops.</summary>
    public IEnumerable<string> Calls => Looped.Where(line => Call().IsMatch(line));

    /// <summary>
    /// Moves of vectors between registers and the frame inside of loops; operands that are read from the frame count as well.
    /// </summary>
    public IEnumerable<string> Spills =>
        Looped.Where(line => Vector().IsMatch(line) && line.Contains(IsFrameInRbp ? "[rbp" : "[rsp", StringComparison.Ordinal));

    /// <summary>Reads what <c>DOTNET_JitDisasm</c> writes.</summary>
    public static IReadOnlyList<JitListing> Parse(IEnumerable<string> lines)
    {
        List<JitListing> listings = [];
        string? method = null,
            tier = null;
        bool isFrameInRbp = false;
        List<string> body = [];
        foreach (string line in lines)
        {
            if (Head().Match(line) is { Success: true } head)
            {
                Finish();
                (method, tier) = (head.Groups["method"].Value, head.Groups["tier"].Value);
            }
            else if (line.StartsWith("; Total bytes", StringComparison.Ordinal))
            {
                Finish();
            }
            else
            {
                isFrameInRbp |= line.StartsWith("; rbp based frame", StringComparison.Ordinal);
                body.Add(line);
            }
        }

        Finish();
        return listings;

        void Finish()
        {
            if (method is not null)
            {
                listings.Add(new JitListing(method, tier!, isFrameInRbp, LoopsOf(body)));
            }

            method = null;
            isFrameInRbp = false;
            body = [];
        }
    }

    private static string[] LoopsOf(List<string> body)
    {
        Dictionary<string, int> labels = [];
        bool[] isLooped = new bool[body.Count];
        for (int i = 0; i < body.Count; i++)
        {
            if (Label().Match(body[i]) is { Success: true } label)
            {
                labels[label.Groups["label"].Value] = i;
            }
            else if (Jump().Match(body[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups["label"].Value, out int target))
            {
                Array.Fill(isLooped, true, target, i - target + 1);
            }
        }

        return [.. body.Where((line, i) => isLooped[i] && line.StartsWith(' '))];
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Method} ({Tier}): {Calls.Count()} calls and {Spills.Count()} spills in {Looped.Count} looped instructions"
        );

    [GeneratedRegex(@"^; Assembly listing for method (?<method>[^(\[]+).*\((?<tier>[^()]+)\)\s*$")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<label>G_M\w+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+j\w+\s+(SHORT\s+)?(?<label>G_M\w+)")]
    private static partial Regex Jump();

    [GeneratedRegex(@"^\s+call\s")]
    private static partial Regex Call();

    [GeneratedRegex(@"\b[xyz]mm\d+")]
    private static partial Regex Vector();
}
