using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>The same with narrower vectors.</summary>
public sealed class GroupWidthTests(ITestOutputHelper output) : GroupVerification(output)
{
    [Fact]
    public void Narrower_vectors_give_the_same_numbers()
    {
        GroupDeclared[] declared =
        [
            .. GroupCases.Combined().Where(static (_, index) => index % Effort.Of(16, 1) == 0),
            .. GroupCases.Masked().Where(static (_, index) => index % 3 == 0),
            .. GroupCases.Scaled().Where(static (_, index) => index % 9 == 0),
        ];
        Verify(declared, VectorWidths.Bits256);
        Verify(declared, VectorWidths.Bits128);
    }
}
