using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

public class GroupsDoNotDivideTests
{
    [Theory]
    [InlineData("""[Correlation, KernelShape(3, 3, InputChannels = 8, OutputChannels = 12, Groups = 4)] """ + Methods.RunTimePlane)]
    public Task An_accepted_declaration(string member) => Rule.VerifyAsync<GroupsDoNotDivideAnalyzer>(member);

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<GroupsDoNotDivideAnalyzer>(
            """[Correlation, KernelShape(3, 3, InputChannels = 8, OutputChannels = 12, [|Groups = 3|])] """ + Methods.RunTimePlane,
            "Groups = 3 does not divide InputChannels = 8; write a divisor of 4, which all channels share"
        );

    [Theory]
    [InlineData("""[Correlation, KernelShape(3, 3, InputChannels = 12, OutputChannels = 8, [|Groups = 3|])] """ + Methods.RunTimePlane)]
    [InlineData("""[Correlation, Kernel("1 2 1", Columns = 3, [|Groups = 2|])] """ + Methods.Line)]
    public Task A_refused_declaration(string member) => Rule.VerifyAsync<GroupsDoNotDivideAnalyzer>(member);
}
