using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Window matrices: the rules about declarations hold for them too, at the same places.</summary>
public class WindowTests
{
    private const string Fold = "public static partial void [|M|](ReadOnlySpan<float> source, Span<float> destination);";

    [Fact]
    public Task Two_operations() =>
        Rule.VerifyAsync<OperationCountAnalyzer>(
            "[Unfold, [|Fold|], KernelShape(3)] " + Methods.Line,
            "'M' has both [Unfold] and [Fold]; write [Convolution] to reverse the kernel or [Correlation] to use it as written"
        );

    [Theory]
    [InlineData("[Unfold, [|Kernel(\"1 2 1\")|]] " + Methods.Line)]
    [InlineData("[Unfold, KernelShape(3, [|OutputChannels = 2|])] " + Methods.Line)]
    [InlineData("[Unfold, KernelShape(3, InputChannels = 2, [|Groups = 2|])] " + Methods.Line)]
    [InlineData("[Unfold([|Layout = ChannelLayout.Planar|]), KernelShape(3)] " + Methods.Line)]
    [InlineData("[Unfold([|Mode = OutputMode.Valid|], Padding = 1), KernelShape(3)] " + Methods.Line)]
    public Task Options_that_contradict_each_other(string member) => Rule.VerifyAsync<OptionClashAnalyzer>(member);

    [Theory]
    [InlineData("[Unfold([|Stride = 0|]), KernelShape(3)] " + Methods.Line)]
    [InlineData("[Unfold([|Dilations = new[] { 1, 0 }|]), KernelShape(3, 3)] " + Methods.Plane)]
    public Task Steps(string member) => Rule.VerifyAsync<StepBelowOneAnalyzer>(member);

    [Theory]
    [InlineData("[Fold, KernelShape(3)] " + Fold)]
    [InlineData(
        "[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<float> source, [|ReadOnlySpan<float> kernel|], Span<float> destination);"
    )]
    [InlineData("[Unfold, KernelShape(3)] public static partial void M(ReadOnlySpan<byte> source, [|Span<float> destination|]);")]
    public Task Signatures(string member) => Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);

    [Theory]
    [InlineData("[Unfold, KernelShape(3)] " + Methods.Line)]
    [InlineData("[Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 2)] " + Methods.Plane)]
    [InlineData("[Fold(Padding = 1), KernelShape(3, 3, InputChannels = 2)] " + Methods.Plane)]
    public async Task Accepted_declarations(string member)
    {
        await Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);
        await Rule.VerifyAsync<OptionClashAnalyzer>(member);
        await Rule.VerifyAsync<OperationCountAnalyzer>(member);
    }
}
