using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.InPlace;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Regions;
using ConvGen.Execution.Tests.Subjects;
using ConvGen.Execution.Tests.Transforms;
using ConvGen.Execution.Tests.Volumes;
using ConvGen.Execution.Tests.Widths;
using ConvGen.Execution.Tests.Windows;
using ConvGen.LongRuns;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>What is run at guards.</summary>
internal static class GuardCorpus
{
    /// <summary>A kernel whose windows all lie inside the source, for texts that are made wrong on purpose.</summary>
    public const string Inside = "inside";

    /// <summary>Every kind of plan, of layer and of window matrix; in every build some of each.</summary>
    public const string Kinds = "kinds";

    /// <summary>Some of these, for what takes long to run.</summary>
    public const string Some = "some";

    /// <summary>The subjects of a name.</summary>
    public static IReadOnlyList<Subject> Of(string name) =>
        name switch
        {
            Inside =>
            [
                Subject.Of(
                    new Declared(2, 3, 3, ["0.1", "-0.7", "1.3", "2.25", "-3.5", "0.01", "1/3", "0.9", "-1.1"]) { Mode = Window.Valid }
                ),
            ],
            Kinds => [.. Planned, .. Layered, .. Windowed, .. Transformed, .. Deep, .. DeepLayers, .. Parts, .. Overwritten],
            _ => [.. Of(Kinds).Where((_, index) => index % Effort.Of(3, 1) == 0)],
        };

    /// <summary>Every other one takes pitches; those without go the same way with rows that touch.</summary>
    private static IEnumerable<Subject> Planned =>
        Thinned(PropertyTrials.ChosenDeclarations, 4)
            .Concat(Thinned(OtherProcessorDeclarations.All, 11))
            .Select((declared, index) => Subject.Of(index % 2 == 0 ? declared with { Shape = Shape.Sized } : declared));

    /// <summary>Results through transforms, whose tiles reach beyond most of these sources.</summary>
    private static IEnumerable<Subject> Transformed => Thinned(TransformFixture.Declarations, 8).Select(Subject.Of);

    private static IEnumerable<Subject> Layered =>
        LayerFixture.ChosenLayers.Concat(LayerGenerator.Any.Sample(Effort.Of(4, 160), Seed.Start, 50)).Select(Subject.Of);

    private static IEnumerable<Subject> Windowed =>
        WindowGenerator.Sample(Effort.Of(3, 90)).SelectMany(declared => new[] { Subject.OfUnfold(declared), Subject.OfFold(declared) });

    /// <summary>
    /// Volumes of types whose sums are always proven, with kernels that are none and such that are products of three axes: with gaps
    /// between planes, with gaps between rows alone, and without.
    /// </summary>
    private static IEnumerable<Subject> Deep =>
        new[] { VolumeTests.Any, VolumeTests.Products }.SelectMany(
            static (any, number) =>
                any.Where(static declared => IsProven(declared.Space))
                    .Sample(Effort.Of(8, 200), Seed.OfBatch(number), 50)
                    .Select(static (declared, index) => Subject.Of(declared with { Form = DeepForms[index % DeepForms.Length] }))
        );

    /// <summary>Layers over volumes, of the same forms.</summary>
    private static IEnumerable<Subject> DeepLayers =>
        VolumeLayer
            .Chosen.Concat(VolumeLayer.Any.Sample(Effort.Of(6, 160), Seed.Start, 50))
            .Select(
                static (declared, index) =>
                    Subject.Of(declared with { Volume = declared.Volume with { Form = DeepForms[index % DeepForms.Length] } })
            );

    /// <summary>Rectangles from just what they see, of one image and of two; arrays of two axes cannot lie at a page.</summary>
    private static IEnumerable<Subject> Parts =>
        RegionTests
            .Any.Where(static declared => declared.PartForm != RegionForm.Shaped && IsProven(declared.Space))
            .Sample(Effort.Of(8, 200), Seed.Start, 50)
            .Select(PartSubjects.Of);

    /// <summary>Signals, images and volumes that their results overwrite.</summary>
    private static IEnumerable<Subject> Overwritten =>
        InPlaceTests
            .Any.Where(static declared => IsProven(declared.Space))
            .Sample(Effort.Of(5, 160), Seed.Start, 50)
            .Select(PartSubjects.Of)
            .Concat(
                VolumeInPlaceTests
                    .Any.Where(static declared => declared.Volume.Form != VolumeForm.Pitched && IsProven(declared.Volume.Space))
                    .Sample(Effort.Of(4, 100), Seed.Start, 50)
                    .Select(PartSubjects.Of)
            );

    /// <summary>Whether sums of such samples are always proven to fit.</summary>
    private static bool IsProven(Declared space) => space.Source.IsFloating() || space.Source.Bits() <= 16;

    private static VolumeForm[] DeepForms => [VolumeForm.Pitched, VolumeForm.Rows, VolumeForm.Dense];

    private static IEnumerable<Declared> Thinned(IEnumerable<Declared> declarations, int usual) =>
        declarations.Where((_, index) => index % Effort.Of(usual, 1) == 0);
}
