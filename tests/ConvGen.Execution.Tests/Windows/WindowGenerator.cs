using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Windows;

/// <summary>Draws valid declarations of window matrices, of every element type.</summary>
internal static class WindowGenerator
{
    /// <summary>A declaration with elements of one type.</summary>
    public static Gen<WindowDeclared> Of(Element element) =>
        from geometry in DeclarationGenerator.OfTypes(element, null, element)
        from channels in Gen.Frequency((3, Gen.Constant(1)), (3, Gen.Choose(2, 4)), (2, Gen.Choose(5, 20)))
        from isPlanar in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from hasPitches in Gen.Elements(false, true)
        let plain = geometry with
        {
            Weights = [],
            IsStrict = false,
            PixelChannels = 1,
            IsConvolution = false,
            Divisor = null,
        }
        select new WindowDeclared(plain, element, channels, isPlanar, hasPitches);

    /// <summary>So many declarations, the types one after the other.</summary>
    public static WindowDeclared[] Sample(int count)
    {
        Element[] elements = Enum.GetValues<Element>();
        WindowDeclared[][] rounds = Gen.CollectToArray(elements, Of)
            .Sample((count + elements.Length - 1) / elements.Length, Seed.Start, 50);
        return [.. rounds.SelectMany(round => round).Take(count)];
    }
}
