using System.Globalization;
using System.Text.RegularExpressions;
using Iced.Intel;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>An instruction as the JIT compiler means it, and as a processor reads its bytes.</summary>
/// <param name="Text">The compiler's text, without the bytes.</param>
/// <param name="Decoded">The bytes, decoded by a library that shares nothing with the compiler.</param>
internal sealed partial record CodeLine(string Text, Instruction Decoded)
{
    /// <summary>The size in bytes of the number that the processor reads for every lane; 0 where it does not.</summary>
    public int BroadcastSize =>
        !HasMemory ? 0
        : Decoded.IsBroadcast ? BitsOf(EmbeddedSize().Match(Decoded.Code.ToString())) / 8
        : Decoded.Mnemonic switch
        {
            Mnemonic.Vpbroadcastb => 1,
            Mnemonic.Vpbroadcastw => 2,
            Mnemonic.Vpbroadcastd or Mnemonic.Vbroadcastss => 4,
            Mnemonic.Vpbroadcastq or Mnemonic.Vbroadcastsd or Mnemonic.Vmovddup => 8,
            _ => 0,
        };

    /// <summary>Whether the broadcast is part of an instruction that does something else as well.</summary>
    public bool IsEmbedded => Decoded.IsBroadcast;

    /// <summary>
    /// Whether memory is read or written behind a register that holds a reference: no place in the frame, and no constant of the method.
    /// </summary>
    public bool IsThroughReference =>
        HasMemory && Decoded.MemoryBase is not (Register.None or Register.RIP or Register.RSP or Register.RBP);

    private static int BitsOf(Match size) => size.Success ? int.Parse(size.Groups["bits"].Value, CultureInfo.InvariantCulture) : 0;

    private bool HasMemory => Enumerable.Range(0, Decoded.OpCount).Any(i => Decoded.GetOpKind(i) == OpKind.Memory);

    /// <summary>What the bytes say that the text does not; null where they agree about the memory that is touched.</summary>
    public string? Difference()
    {
        if (!HasMemory || Operand().Match(Text) is not { Success: true } operand)
        {
            return null;
        }

        if (Decoded.IsBroadcast != operand.Groups["lanes"].Success)
        {
            return "only one of text and bytes broadcasts";
        }

        int meant = operand.Groups["size"].Value switch
        {
            "word" => 2,
            "dword" => 4,
            "qword" => 8,
            _ => 0,
        };
        if (Decoded.IsBroadcast && meant != BroadcastSize)
        {
            return string.Create(CultureInfo.InvariantCulture, $"numbers of {meant} bytes are meant, and {BroadcastSize} are read");
        }

        if (!IsThroughReference)
        {
            return null;
        }

        long meantPlace = PlaceOf(operand.Groups["place"].Value),
            place = (long)Decoded.MemoryDisplacement64;
        return meantPlace == place
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"a displacement of {meantPlace} bytes is meant, and one of {place} is taken");
    }

    private static long PlaceOf(string address)
    {
        if (Displacement().Matches(address) is not [.., { } last])
        {
            return 0;
        }

        long size = long.Parse(last.Groups["number"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return last.Groups["sign"].Value == "-" ? -size : size;
    }

    /// <summary>Reads a line with an instruction; null for any other line.</summary>
    public static CodeLine? Parse(string line)
    {
        if (Written().Match(line) is not { Success: true } written)
        {
            return null;
        }

        Decoder decoder = Decoder.Create(64, Convert.FromHexString(written.Groups["bytes"].Value));
        return new CodeLine(written.Groups["text"].Value.TrimEnd(), decoder.Decode());
    }

    /// <summary>The line as it would be listed without bytes.</summary>
    public static string WithoutBytes(string line) =>
        Written().Match(line) is { Success: true } written ? "       " + written.Groups["text"].Value : line;

    [GeneratedRegex(@"^\s+(?<bytes>([0-9A-F]{2})+)\s+(?<text>[a-z].*)$")]
    private static partial Regex Written();

    [GeneratedRegex(@"b(?<bits>\d+)(_|$)")]
    private static partial Regex EmbeddedSize();

    [GeneratedRegex(@"(?<size>\w+) ptr \[(?<place>[^\]]+)\](\s*\{(?<lanes>1to\d+)\})?")]
    private static partial Regex Operand();

    [GeneratedRegex(@"(?<sign>[+-])0x(?<number>[0-9A-F]+)")]
    private static partial Regex Displacement();
}
