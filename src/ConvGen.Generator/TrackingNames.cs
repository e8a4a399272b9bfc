namespace ConvGen.Generator;

/// <summary>The names of the pipeline's steps, in their order; tests assert the reason of each.</summary>
internal static class TrackingNames
{
    public const string Target = nameof(Target);
    public const string Widths = nameof(Widths);
    public const string Declarations = nameof(Declarations);
    public const string Inputs = nameof(Inputs);
    public const string Models = nameof(Models);
    public const string Plans = nameof(Plans);
    public const string Files = nameof(Files);
    public const string Helpers = nameof(Helpers);
    public const string HelperFile = nameof(HelperFile);
    public const string Unreported = nameof(Unreported);
}
