using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Jit;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Quantised;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Widths;
using ConvGen.Execution.Tests.Windows;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Iced.Intel;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>
/// What the JIT compiler makes of kernels for processors that this one need not be. The code is compiled ahead of time, and its bytes are
/// read back by a decoder that shares nothing with the compiler,
/// whose own listing shows what it meant and not what it wrote.
/// </summary>
public sealed class AheadTests(ITestOutputHelper output)
{
    /// <summary>The types whose code is read: the compiler also lists instances of the framework's generic methods.</summary>
    private const string Generated = "ConvGen.Generated";

    /// <summary>Processors with AVX-512, and those with AVX2 and nothing newer.</summary>
    public static TheoryData<string, bool> Processors => new() { { "x86-64-v4", true }, { "x86-64-v3", false } };

    [Theory]
    [MemberData(nameof(Processors))]
    public void Processors_read_what_the_compiler_means(string processor, bool has512)
    {
        Declared[] declarations = [.. OtherProcessorDeclarations.WideProducts, .. Sample(OtherProcessorDeclarations.All)];
        (IReadOnlyList<AheadMethod> methods, IReadOnlyDictionary<string, long> tables) = Compile(processor, declarations);
        CodeLine[] code = [.. methods.SelectMany(method => method.Code)];
        Tell(processor, declarations.Length, methods, code);
        Assert.True(methods.Count > 10 * declarations.Length, $"only {methods.Count} methods were compiled");
        Assert.Equal(has512, code.Any(line => line.IsEmbedded));
        Assert.Equal(has512, code.Any(line => line.Decoded.Op0Register.IsZMM()));
        Assert.Contains(code, line => line.Decoded.Mnemonic == Mnemonic.Vpmuldq);
        Assert.True(code.Count(line => line.BroadcastSize > 0 && line.IsThroughReference) > 500, "few weights are broadcast from memory");
        AssertNone(AheadRules.Misread(methods));
        AssertNone(AheadRules.BehindTables(methods, tables, out int checks));
        Assert.True(checks > 300, $"only {checks} reads of tables were seen");
    }

    [Theory]
    [MemberData(nameof(Processors))]
    public void Loops_neither_call_nor_spill(string processor, bool has512)
    {
        Declared[] declarations = [.. JitTests.Declarations.Where((_, index) => Effort.IsLong || index % 3 == 0)];
        (IReadOnlyList<AheadMethod> methods, _) = Compile(processor, declarations);
        CodeLine[] code = [.. methods.SelectMany(method => method.Code)];
        Tell(processor, declarations.Length, methods, code);
        Assert.Equal(has512, code.Any(line => line.Decoded.Op0Register.IsZMM()));
        AssertNone(AheadRules.Misread(methods));
        IEnumerable<JitListing> listings = methods.Select(method => method.Listing);

        // All widths are compiled, and the processor runs the widest that it has.
        string[] others = has512 ? ["256", "128"] : ["512", "128"];
        JitListing[] passes =
        [
            .. listings.Where(listing =>
                JitTests.IsPass(listing)
                && listing.Looped.Count > 0
                && !others.Any(width => listing.Method.EndsWith(width, StringComparison.Ordinal))
            ),
        ];
        Assert.True(passes.Length > declarations.Length / 2, $"only {passes.Length} passes were listed");
        AssertNone(passes.Where(JitTests.CallsOrSpills).Select(pass => pass.ToString()));
    }

    /// <summary>The same of layers and of window matrices, whose code shares little with that of filters.</summary>
    [Theory]
    [MemberData(nameof(Processors))]
    public void Processors_read_what_layers_and_windows_mean(string processor, bool has512)
    {
        IEnumerable<DeclaredLayer> drawn = LayerGenerator.Any.Sample(Effort.Of(16, 200), Seed.Start, 50);
        string[] layers = [.. LayerWidthTests.Layers.Concat(drawn).Select((layer, i) => layer.ToSource(TrialBatch.NameOf(i)))];
        IEnumerable<string> windows = WindowGenerator
            .Sample(Effort.Of(9, 90))
            .SelectMany(
                (window, i) =>
                    new[]
                    {
                        window.ToSource("Unfold" + TrialBatch.NameOf(i), isFold: false),
                        window.ToSource("Fold" + TrialBatch.NameOf(i), isFold: true),
                    }
            );
        string source = Batch.Wrap(layers.Concat(windows));
        (IReadOnlyList<AheadMethod> methods, IReadOnlyDictionary<string, long> tables) = Compile(processor, source);
        CodeLine[] code = [.. methods.SelectMany(method => method.Code)];
        output.WriteLine(Seed.Text);
        Tell(processor, layers.Length, methods, code);
        Assert.True(methods.Count > 5 * layers.Length, $"only {methods.Count} methods were compiled");
        Assert.Equal(has512, code.Any(line => line.IsEmbedded));
        Assert.Equal(has512, code.Any(line => line.Decoded.Op0Register.IsZMM()));
        AssertNone(AheadRules.Misread(methods));
        AssertNone(AheadRules.BehindTables(methods, tables, out _));
    }

    [Theory]
    [MemberData(nameof(Processors))]
    public void Sums_of_layers_stay_in_registers(string processor, bool has512)
    {
        Declared plain = new(2, 3, 3, []) { Kernel = Element.Single, Paddings = [1, 1, 1, 1] };
        Declared doubles = plain with { Source = Element.Double, Kernel = Element.Double, Destination = Element.Double };
        Declared bytes = plain with { Source = Element.Byte, Kernel = Element.SByte, Destination = Element.Int32 };
        Declared line = new(1, 1, 9, []) { Kernel = Element.Single };
        DeclaredLayer[] interleaved =
        [
            new(plain, 3, 16) { Bias = Element.Single },
            new(plain, 8, 16),
            new(plain, 16, 32) { IsRelu = true },
            new(plain, 64, 64),
            new(plain, 5, 40),
            new(plain with { Strides = [2, 2] }, 3, 32),
            new(plain with { IsStrict = true }, 16, 32),
            new(plain, 64, 64, 64),
            new(doubles, 8, 16),
            new(bytes, 16, 32),
            new(line, 16, 32),
        ];
        DeclaredLayer[] planar =
        [
            .. interleaved.Append(new(plain, 16, 4)).Select(layer => layer with { IsPlanar = true, IsOutputFirst = true }),
        ];
        DeclaredLayer[] layers = [.. interleaved, .. planar];
        (IReadOnlyList<AheadMethod> methods, _) = Compile(
            processor,
            Batch.Wrap(layers.Select((layer, i) => layer.ToSource(TrialBatch.NameOf(i))))
        );
        JitListing[] passes =
        [
            .. methods.Select(method => method.Listing).Where(listing => IsLayerPass(listing, has512) && listing.Looped.Count > 0),
        ];
        Tell(processor, layers.Length, methods, [.. methods.SelectMany(method => method.Code)]);
        output.WriteLine($"{passes.Length} passes");
        Assert.True(passes.Length >= 2 * layers.Length, $"only {passes.Length} passes were listed");
        AssertNone(passes.Where(JitTests.CallsOrSpills).Select(pass => pass.ToString()));
    }

    /// <summary>
    /// Layers of bytes, where the processor multiplies them four at a time: with AVX-512, and with nothing newer than AVX2.
    /// </summary>
    [Theory]
    [InlineData("x86-64-v3,avxvnni")]
    [InlineData("x86-64-v4,avxvnni")]
    public void Bytes_are_multiplied_four_at_a_time(string processor)
    {
        Declared bytes = new(2, 3, 3, [])
        {
            Source = Element.Byte,
            Kernel = Element.SByte,
            Destination = Element.Byte,
            Paddings = [1, 1, 1, 1],
        };
        ZeroPoints zeros = new(Source: true, Kernel: false, Destination: true);
        DeclaredLayer[] layers =
        [
            new(bytes with { Destination = Element.Int32 }, 16, 32),
            new(bytes, 16, 32) { Quantised = zeros, Bias = Element.Int32 },
            new(bytes with { Source = Element.SByte }, 64, 64) { Quantised = zeros },
            new(bytes, 12, 8) { Quantised = zeros, IsPrepared = true },
        ];
        (IReadOnlyList<AheadMethod> methods, IReadOnlyDictionary<string, long> tables) = Compile(
            processor,
            Batch.Wrap(layers.Select((layer, i) => layer.ToSource(TrialBatch.NameOf(i))))
        );
        Tell(processor, layers.Length, methods, [.. methods.SelectMany(method => method.Code)]);
        AheadMethod[] passes = [.. methods.Where(method => method.Code.Any(line => line.Decoded.Mnemonic == Mnemonic.Vpdpbusd))];
        Assert.True(passes.Length >= 3 * layers.Length, $"only {passes.Length} passes multiply bytes four at a time");
        Assert.All(
            passes,
            pass => Assert.DoesNotContain(pass.Code, line => line.Decoded.Mnemonic is Mnemonic.Vpmaddwd or Mnemonic.Vpmulld)
        );
        AssertNone(AheadRules.Misread(methods));
        AssertNone(AheadRules.BehindTables(methods, tables, out _));
        AssertNone(passes.Select(pass => pass.Listing).Where(JitTests.CallsOrSpills).Select(pass => pass.ToString()));
    }

    /// <summary>
    /// Code as it was once generated, which the compiler still gets wrong for processors with AVX-512; where this fails because it no
    /// longer does, what works around it can go.
    /// </summary>
    [Fact]
    public void A_broadcast_of_64_bits_that_is_reinterpreted_is_objected_to()
    {
        const string Source = """
            namespace ConvGen.Generated;

            using System.Runtime.CompilerServices;
            using System.Runtime.Intrinsics;
            using System.Runtime.Intrinsics.X86;

            internal static class Kernel
            {
                internal static Vector512<long> Signed512(ref long weights, Vector512<long> p) =>
                    Avx512F.Multiply((p + p).AsInt32(), Vector512.Create(Unsafe.Add(ref weights, 3)).AsInt32());

                internal static Vector256<long> Signed256(ref long weights, Vector256<long> p) =>
                    Avx2.Multiply((p + p).AsInt32(), Vector256.Create(Unsafe.Add(ref weights, 3)).AsInt32());

                internal static Vector128<long> Signed128(ref long weights, Vector128<long> p) =>
                    Sse41.Multiply((p + p).AsInt32(), Vector128.Create(Unsafe.Add(ref weights, 3)).AsInt32());

                internal static Vector512<ulong> Unsigned512(ref long weights, Vector512<long> p) =>
                    Avx512F.Multiply((p + p).AsUInt32(), Vector512.Create(Unsafe.Add(ref weights, 3)).AsUInt32());

                internal static Vector512<long> Narrow512(ref int weights, Vector512<long> p) =>
                    Avx512F.Multiply((p + p).AsInt32(), Vector512.Create(Unsafe.Add(ref weights, 3)));

                internal static Vector256<long> Narrow256(ref int weights, Vector256<long> p) =>
                    Avx2.Multiply((p + p).AsInt32(), Vector256.Create(Unsafe.Add(ref weights, 3)));

                internal static Vector128<long> Narrow128(ref int weights, Vector128<long> p) =>
                    Sse41.Multiply((p + p).AsInt32(), Vector128.Create(Unsafe.Add(ref weights, 3)));

                internal static Vector512<ulong> UnsignedNarrow512(ref uint weights, Vector512<long> p) =>
                    Avx512F.Multiply((p + p).AsUInt32(), Vector512.Create(Unsafe.Add(ref weights, 3)));
            }
            """;
        byte[] image = Batch.Emit(Source, new BatchSettings());
        IReadOnlyList<AheadMethod> methods = AheadMethod.Compile(image, "x86-64-v4");
        string[] objections = [.. AheadRules.Misread(methods)];
        foreach (string name in new[] { "Signed512", "Signed256", "Signed128", "Unsigned512" })
        {
            Assert.Contains(objections, objection => objection.Contains(":" + name, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(objections, objection => objection.Contains("Narrow", StringComparison.Ordinal));
        Assert.Empty(AheadRules.Misread(AheadMethod.Compile(image, "x86-64-v3")));
    }

    /// <summary>The same from bytes that are kept, whatever compiler is at hand: a displacement of 6 eights for one of 3.</summary>
    [Fact]
    public void Bytes_that_do_not_say_what_the_text_says_are_objected_to()
    {
        IReadOnlyList<AheadMethod> methods = AheadMethod.Read([
            "; Assembly listing for method ConvGen.Generated.Kernel:Wrong(byref) (FullOpts)",
            "       62F2FD58284606       vpmuldq  zmm0, zmm0, dword ptr [rsi+0x18] {1to16}",
            "; Assembly listing for method ConvGen.Generated.Kernel:Right(byref) (FullOpts)",
            "       62F2FD58404603       vpmullq  zmm0, zmm0, qword ptr [rsi+0x18] {1to8}",
        ]);
        string objection = Assert.Single(AheadRules.Misread(methods));
        Assert.Contains(":Wrong", objection, StringComparison.Ordinal);
        Assert.Contains("numbers of 4 bytes are meant, and 8 are read", objection, StringComparison.Ordinal);
        Dictionary<string, long> tables = new() { ["Kernel"] = 3 * sizeof(long) };
        string[] behind = [.. AheadRules.BehindTables(methods, tables, out int checks)];
        Assert.Equal((2, 2), (behind.Length, checks));
        tables["Kernel"] = 4 * sizeof(long);
        Assert.Contains(":Wrong", Assert.Single(AheadRules.BehindTables(methods, tables, out _)), StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether a method forms the sums of several pixels of a layer, or of rows of them, with the widest vectors of the processor.
    /// </summary>
    private static bool IsLayerPass(JitListing listing, bool has512)
    {
        string name = listing.Method[(listing.Method.LastIndexOf(':') + 1)..];
        return new[] { "Pixels", "Vector", "RowsOf" }.Any(start => name.StartsWith(start, StringComparison.Ordinal))
            && name.Contains(has512 ? "Of512" : "Of256", StringComparison.Ordinal);
    }

    private static (IReadOnlyList<AheadMethod> Methods, IReadOnlyDictionary<string, long> Tables) Compile(
        string processor,
        IReadOnlyList<Declared> declarations
    ) => Compile(processor, Batch.Wrap(declarations.Select((declared, i) => declared.ToSource(TrialBatch.NameOf(i)))));

    private static (IReadOnlyList<AheadMethod> Methods, IReadOnlyDictionary<string, long> Tables) Compile(string processor, string source)
    {
        BatchSettings settings = new() { Rewrite = AheadCompiler.Rewrite };
        IReadOnlyList<AheadMethod> all = AheadMethod.Compile(Batch.Emit(source, settings), processor);
        AheadMethod[] methods = [.. all.Where(method => method.Listing.Method.StartsWith(Generated, StringComparison.Ordinal))];
        return (methods, WeightTables.SizesIn(Batch.Generate(source, settings).Values));
    }

    /// <summary>All declarations in long runs, some of them in every build.</summary>
    private static IEnumerable<Declared> Sample(IReadOnlyList<Declared> all) => all.Where((_, index) => Effort.IsLong || index % 5 == 0);

    private static void AssertNone(IEnumerable<string> objections)
    {
        string[] all = [.. objections];
        Assert.True(all.Length == 0, $"{all.Length.ToString(CultureInfo.InvariantCulture)} objections\n{string.Join('\n', all.Take(25))}");
    }

    private void Tell(string processor, int declarations, IReadOnlyList<AheadMethod> methods, CodeLine[] code)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{processor}: {declarations} declarations, {methods.Count} methods, {code.Count(l => l.IsEmbedded)} embedded broadcasts"
            )
        );
        string machine = RuntimeInformation.ProcessArchitecture.ToString();
        output.WriteLine($"compiled ahead of time on {machine}, not run; this process has {Widths()} for real");
        Tally.Count(output, "instructions decoded", code.Length);
    }

    private static string Widths() =>
        Vector512.IsHardwareAccelerated ? "512 bits"
        : Vector256.IsHardwareAccelerated ? "256 bits"
        : "128 bits";
}
