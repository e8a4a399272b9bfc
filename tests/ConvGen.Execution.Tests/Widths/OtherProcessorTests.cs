using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>The code for processors that the machine at hand need not be.</summary>
public sealed class OtherProcessorTests(ITestOutputHelper output)
{
    /// <summary>Narrow pictures run tails of every width; the last one is wide enough to be read in place.</summary>
    private static readonly Circumstances[] Pictures =
    [
        new(1, 9, 0, 0, 1),
        new(7, 5, 0, 0, 2),
        new(19, 4, 1, 2, 3),
        new(35, 6, 0, 0, 4),
        new(67, 5, 3, 0, 5),
        new(131, 6, 0, 1, 6),
        new(310, 19, 0, 0, 7),
    ];

    public static TheoryData<string> Processors => [OtherProcessor.With512Bits.Name, OtherProcessor.Arm.Name, OtherProcessor.Plain.Name];

    [Theory]
    [MemberData(nameof(Processors))]
    public void Numbers_are_those_of_the_oracle_and_of_this_machine(string name)
    {
        output.WriteLine(
            $"as if on '{name}', whose instructions are computed in software; this process has {(Vector512.IsHardwareAccelerated ? "512" : "no 512")} bits for real"
        );
        OtherProcessor processor = new[] { OtherProcessor.With512Bits, OtherProcessor.Arm, OtherProcessor.Plain }.Single(p =>
            p.Name == name
        );
        BatchSettings settings = new()
        {
            Rewrite = processor.Rewrite,
            Widths = processor.Widest,
            References = [.. Framework.Running, MetadataReference.CreateFromFile(typeof(SoftwareAvx512).Assembly.Location)],
        };
        int questions = SoftwareAvx512.Questions;
        using TrialBatch batch = new(OtherProcessorDeclarations.All, settings);
        Dictionary<Trial, Trial> partnerOf = batch.Trials.Zip(NativeTrials.All).ToDictionary(pair => pair.First, pair => pair.Second);
        TrialBatch.AssertAll(
            batch.Trials,
            trial =>
                from picture in Pictures
                let suitable = trial.Declared.Axes == 1 ? picture with { Height = 1 } : picture
                select Objection(processor, trial, partnerOf[trial], suitable) is { } objection ? $"{suitable}: {objection}" : null
        );
        Assert.True(processor != OtherProcessor.With512Bits || SoftwareAvx512.Questions > questions);
    }

    /// <summary>A stand-in has the name, the parameters, and the result of the method that it stands for.</summary>
    [Fact]
    public void Stand_ins_have_the_signatures_of_the_framework()
    {
        MethodInfo[] real =
        [
            .. new[] { typeof(Avx512F), typeof(Avx512BW), typeof(Avx512DQ) }.SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            ),
        ];
        MethodInfo[] software =
        [
            .. typeof(SoftwareAvx512).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsSpecialName),
        ];
        Assert.True(software.Length > 25);
        Assert.All(software, method => Assert.Contains(real, candidate => Signature(candidate) == Signature(method)));

        static string Signature(MethodInfo method) => method.ToString()!;
    }

    private static string? Objection(OtherProcessor processor, Trial trial, Trial partner, Circumstances circumstances)
    {
        (string? objection, IReadOnlyList<string> result) = trial.RunWithResult(circumstances);
        bool mustAgree = trial.Declared.IsStrict || Arithmetic.IsExact(trial.Declared) || processor.Fuses == Fma.IsSupported;
        return objection
            ?? (
                mustAgree && !result.SequenceEqual(partner.Result(circumstances))
                    ? $"other bits than on this machine, as if on '{processor}'"
                    : null
            );
    }
}
