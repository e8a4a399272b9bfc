using System.Runtime.InteropServices;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Package.Tests.Consumers;

/// <summary>The ways to ship a program: each is published without a warning, and prints the right numbers.</summary>
[Collection(PackageFeedTests.Name)]
public sealed class PublishTests(PackageFeed feed, ITestOutputHelper output)
{
    private const string Common =
        "<OutputType>Exe</OutputType><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
        + "<UseAppHost>true</UseAppHost><InvariantGlobalization>true</InvariantGlobalization><TrimmerSingleWarn>false</TrimmerSingleWarn>";

    [LongTheory]
    [InlineData("Trimmed", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>")]
    [InlineData("ReadyToRun", "<PublishReadyToRun>true</PublishReadyToRun><SelfContained>false</SelfContained>")]
    [InlineData("SingleFile", "<PublishSingleFile>true</PublishSingleFile><SelfContained>true</SelfContained>")]
    [InlineData("Native", "<PublishAot>true</PublishAot>")]
    [InlineData("NativeHost", "<PublishAot>true</PublishAot><IlcInstructionSet>native</IlcInstructionSet>")]
    public async Task A_program_is_published(string name, string properties)
    {
        string consumer = feed.Consumer(name, "net10.0", Common + properties, ConsumerSources.Program);

        // The linker that NativeAOT looks for first is clang; gcc is there more often.
        Cli.Result publish = await Cli.Dotnet(
            consumer,
            "publish",
            "--nologo",
            "-c",
            "Release",
            "-r",
            RuntimeInformation.RuntimeIdentifier,
            "-o",
            "out",
            "-p:UseSharedCompilation=false",
            "-nodeReuse:false",
            "-p:CppCompilerAndLinker=gcc"
        );
        Assert.Empty(publish.Succeeded().Codes);

        Assert.Equal(ConsumerSources.Output, (await Cli.Run(Path.Combine(consumer, "out", name), consumer)).Succeeded().Text);
        Tally.Count(output, "programs published and run", 1);
    }
}
