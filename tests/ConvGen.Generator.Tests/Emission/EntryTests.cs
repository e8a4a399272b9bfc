using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>The text of implementing parts and of the types that check their arguments.</summary>
public class EntryTests
{
    private static readonly string Hash = StableHash.Of(Models.Header.Identity);

    [Fact]
    public void The_implementing_part_hands_its_arguments_on()
    {
        SourceWriter writer = new();
        EntryEmitter.EmitMethod(writer, Models.Smooth);

        Assert.Equal(
            """
            #line hidden
            public static partial void Smooth(global::System.ReadOnlySpan<byte> source, int width, int height, global::System.Span<byte> destination)
            {
                global::ConvGen.Generated.SmoothEntry_HASH.Run(source, width, height, destination);
            }
            #line default

            """.ReplaceLineEndings("\n").Replace("HASH", Hash, StringComparison.Ordinal),
            writer.ToString()
        );
    }

    [Fact]
    public void Everything_is_checked_before_the_kernel_runs() =>
        Assert.Contains(
            """
                internal static void Run(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination)
                {
                    unchecked
                    {
                        ArgumentOutOfRangeException.ThrowIfNegative(width);
                        ArgumentOutOfRangeException.ThrowIfNegative(height);

                        long sourceRow = width;
                        long sourceExtent = Extent(height, sourceRow, sourceRow);
                        RequireLength(source.Length, sourceExtent, nameof(source));

                        long outputWidth = SmoothKernel_HASH.OutputWidth(width);
                        long outputHeight = SmoothKernel_HASH.OutputHeight(height);
                        long destinationRow = outputWidth;
                        long destinationExtent = Extent(outputHeight, destinationRow, destinationRow);
                        RequireLength(destination.Length, destinationExtent, nameof(destination));
                        if (destinationExtent == 0)
                        {
                            return;
                        }

                        ref byte firstSource = ref MemoryMarshal.GetReference(source);
                        ref byte firstDestination = ref MemoryMarshal.GetReference(destination);
                        RequireApart(ref firstSource, sourceExtent, ref firstDestination, destinationExtent, nameof(source), nameof(destination));
                        SmoothKernel_HASH.Run(ref firstSource, (nint)sourceRow, width, height, ref firstDestination, (nint)destinationRow);
                    }
                }

            """.ReplaceLineEndings("\n").Replace("HASH", Hash, StringComparison.Ordinal),
            Type(Models.Smooth),
            StringComparison.Ordinal
        );

    [Fact]
    public void Only_the_checks_that_are_used_are_requested()
    {
        SourceWriter writer = new();
        EntryEmitter.EmitType(writer, Models.Smooth);

        Assert.Equal([HelperKind.RequireLength, HelperKind.RequireApart, HelperKind.Extent], writer.Helpers.Select(helper => helper.Kind));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Lines_are_neither_doubly_empty_nor_padded(int pixelChannels)
    {
        Buffer tensor = new(Carrier.TensorSpan, ElementType.Byte, false);

        string text = Type(
            Models.Smooth with
            {
                Form = Models.Plane with { Source = tensor, Destination = tensor },
                PixelChannels = pixelChannels,
            }
        );

        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("$", text.Replace("$\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"source.Strides, {(pixelChannels > 1 ? "3, 3" : "2, 0")}, ", text, StringComparison.Ordinal);
    }

    private static string Type(ConvolutionModel model)
    {
        SourceWriter writer = new();
        EntryEmitter.EmitType(writer, model);
        return writer.ToString();
    }
}
