using System.Text.RegularExpressions;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>
/// The random declarations between them take every way that the planner knows; the header of a generated file says which one it took.
/// </summary>
public sealed class PlanCoverageTests
{
    public static TheoryData<string, string> Ways =>
        new()
        {
            { "rank one", @"separable: \([^)]*\) by \([^)]*\), " },
            { "higher rank", @"separable: \([^)]*\) by \([^)]*\) plus " },
            { "rank one but for a tap", @"separable: \([^)]*\) by \([^)]*\) plus \((0 )*1( 0)*\) by " },
            { "rank one of floats", @"separable: .*(float|double) to (float|double) in " },
            { "biased intermediate sums", @"byte to short in short, sums between -32768 " },
            { "folded", @"mirrored taps are added before they are multiplied" },
            { "equal weights", @"terms of equal weights are added before they are multiplied: .* and " },
            { "pairs of bytes", @"so 16 bits hold them exactly.*multiplied in pairs" },
            { "pairs of 16-bit samples", @"so 32 bits hold them exactly.*multiplied in pairs" },
            { "pairs of unsigned samples", @"multiplied in pairs.*, of samples less 32768" },
            { "pairs in a loop over kernel rows", @"kernel rows run in a loop, with their pairs written out" },
            { "pairs of bytes in a loop", @"so 16 bits hold them exactly.*; pairs run in a loop" },
            { "pairs of 16-bit samples in a loop", @"so 32 bits hold them exactly.*; pairs run in a loop" },
            { "sums modulo 65,536", @"kept above zero by a bias" },
            { "divided by a shift", @"with a rounding shift" },
            { "divided by a high half of a product", @"so 16 bits hold them exactly.*with a multiplication by" },
            { "divided by a product of 32 bits or more", @"so (32|64) bits hold them exactly.*with a multiplication by" },
            { "divided after packing", @"; vectors divide after packing: sums are shifted by \d+, packed to 16 bits, multiplied by" },
            { "divided in double", @"so 64 bits hold them exactly.*; vectors divide in double, with a multiplication by the reciprocal" },
            { "divided with products of halves", @"so 64 bits hold them exactly.*; vectors divide with four products of 32 bits" },
            { "intermediate sums of 64 bits", @"separable: .*int to long in long.*long to int in long" },
            { "a long row in blocks", @"taps are added up to \d at a time" },
            { "a long row of weights at run time in blocks", @"at run time[\s\S]*taps are added up to \d at a time" },
            { "kernel rows in a loop", @"kernel rows run in a loop, with their columns written out" },
            { "a sum shared by kernel rows", @"along a source row is shared" },
            {
                "a sum shared by kernel rows of which one has a tap besides",
                @"along a source row is shared[^.]*; row 1 adds -?\d+ times the sample of column 1;"
            },
            { "sums of neighbouring rows", @"from those of neighbouring rows added;" },
            { "sums of neighbouring rows, again and again", @"from those of neighbouring rows added \d times over" },
            { "pairs along a source row", @"neighbours along a source row are multiplied in pairs: \d+ of them for \d+ columns;" },
            {
                "pairs along a source row that lie apart",
                @"neighbours along a source row are multiplied in pairs[^;]*, each unpacked from two loads"
            },
            {
                "pairs of bytes that lie apart",
                @"so 16 bits hold them exactly.*neighbours are multiplied in pairs[^;]*, each unpacked from two loads; each"
            },
            {
                "pairs of 16-bit samples that lie apart",
                @"so 32 bits hold them exactly.*neighbours are multiplied in pairs[^;]*, of samples less 32768, each unpacked from two loads;"
            },
            { "two sums of 16 bits of samples that lie apart", @", each unpacked from two loads, in 2 sums of 16 bits" },
            { "pairs that lie apart in a loop over kernel rows", @", each unpacked from two loads; kernel rows run in a loop" },
            { "pairs that lie apart in a loop", @", each unpacked from two loads; pairs run in a loop" },
            { "pairs of sums that a stride leaves side by side", @"which a stride of 2 leaves side by side; each" },
            { "the same of several channels", @"the sums of two pixels are first alternated, channel by channel" },
            { "sums sorted by the phases of a stride", @"sums are first sorted by the phases of the stride" },
            { "tall tiles", @"each pass computes 8 rows by" },
            { "sums that slide down a box", @"each row's sum slides" },
            { "sums that slide from row to row", @"byte to short in short, [^.]*each further one's sum slides from the one above it" },
            {
                "sums of 32 bits that slide from row to row",
                @"ushort to int in int, [^.]*each further one's sum slides from the one above it"
            },
            { "prefix sums", @"Prefix sums: in int, which may wrap.*Horizontal: +int to byte in int" },
            { "prefix sums of 64 bits", @"Prefix sums: in long, which may wrap" },
            { "prefix sums of two channels", @"in pixels of 2 channels.*Prefix sums: in int" },
            { "prefix sums of three channels", @"in pixels of 3 channels.*Prefix sums: in int" },
            { "partial sums of floats", @"Partial: +\d+ neighbours added, float to float in float" },
            { "partial sums of 16 bits", @"Partial: +\d+ neighbours added, short to short in short" },
            { "divided in float", @"vectors divide by a product with 1/\d+ in float" },
            {
                "divided after packing of what is no pair",
                @"Prefix sums.*Horizontal: +int to s?byte in int, sums[^;]*; vectors divide after packing"
            },
            { "two sums of 16 bits", @"in 2 sums of 16 bits that are added in 32" },
            { "one sum of 16 bits", @"in a sum of 16 bits that 32 bits take up; each" },
            {
                "sums of 16 bits one after the other",
                @", of the same samples for even and odd outputs, in \d+ sums of 16 bits one after the other that 32 bits take up; each"
            },
            {
                "the same of an even number of columns",
                @"for \d+ taps, in \d+ sums of 16 bits one after the other that 32 bits take up; each"
            },
            {
                "the same of samples that lie apart",
                @", each unpacked from two loads, in \d+ sums of 16 bits one after the other that 32 bits take up; each"
            },
            {
                "sums of 16 bits in a loop over kernel rows",
                @", of the same samples for even and odd outputs, in \d+ sums of 16 bits one after the other that 32 bits take up; kernel rows run"
            },
            {
                "the same of an even number of columns in a loop",
                @"for \d+ taps, in \d+ sums of 16 bits one after the other that 32 bits take up; kernel rows run"
            },
            {
                "the same of samples that lie apart in a loop",
                @", each unpacked from two loads, in \d+ sums of 16 bits one after the other that 32 bits take up; kernel rows run"
            },
            {
                "sums of 16 bits over pieces of a long row",
                @"for \d+ taps, in \d+ sums of 16 bits one after the other that 32 bits take up; pieces of the kernel run"
            },
            { "zeros dropped", @"zero taps dropped" },
            { "no vectors", @"no vector code" },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_is_taken(string way, string pattern)
    {
        int taken = PropertyTrials.Headers.Count(header => Regex.IsMatch(header, pattern));
        Assert.True(taken > 0, $"{way}: no declaration is planned that way. {Seed.Text}");
    }
}
