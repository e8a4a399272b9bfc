namespace ConvGen.Generator.Refusals;

/// <summary>The rules about declarations.</summary>
internal static class DeclarationRules
{
    public static readonly DeclarationRule NotPartial = new(
        "CONV001",
        "The method cannot be implemented by the generator",
        "'{0}' cannot be implemented: {1}"
    );

    public static readonly DeclarationRule UnknownSignature = new(
        "CONV002",
        "The signature is none of the accepted forms",
        "'{0}' has no accepted signature: {1} (accepted here: {2})"
    );

    public static readonly DeclarationRule MalformedKernelText = new(
        "CONV003",
        "The kernel text cannot be read",
        "The kernel text cannot be read at character {0}: {1}"
    );

    public static readonly DeclarationRule DimensionsDisagree = new("CONV004", "The kernel's dimensions disagree", "{0}; {1}");

    public static readonly DeclarationRule KernelCount = new(
        "CONV005",
        "There must be one kernel, or several whose results have a place each",
        "'{0}' has {1}; write exactly one of [Kernel], [KernelShape], [KernelFile], [SeparableKernel] and the designed kernels "
            + "such as [GaussianKernel], "
            + "or several with Combine on the operation or with an Output each"
    );

    public static readonly DeclarationRule OperationCount = new(
        "CONV006",
        "There must be exactly one operation",
        "'{0}' has {1}; write [Convolution] to reverse the kernel or [Correlation] to use it as written"
    );

    public static readonly DeclarationRule OptionClash = new(
        "CONV007",
        "Options contradict each other",
        "{0} cannot be combined with {1}; {2}"
    );

    public static readonly DeclarationRule AnchorOutOfRange = new(
        "CONV008",
        "The anchor lies outside the kernel",
        "Anchor {0} lies outside the kernel's {1} taps on the {2} axis; write a number from 0 to {3}"
    );

    public static readonly DeclarationRule StepBelowOne = new(
        "CONV009",
        "Stride and dilation must be at least 1",
        "{0} is {1}; write 1 or more"
    );

    public static readonly DeclarationRule BadDivisor = new(
        "CONV010",
        "The divisor must be a finite number other than zero",
        "Divisor is {0}; write a finite number other than zero, or leave it out to divide by 1"
    );

    public static readonly DeclarationRule UnsupportedElementType = new(
        "CONV011",
        "The element type is not supported",
        "'{0}' has elements of type '{1}'; use byte, sbyte, short, ushort, int, long, Half, float or double"
    );

    public static readonly DeclarationRule TargetTooLow = new(
        "CONV012",
        "The language version or the target framework is too low",
        "Generated code needs C# 12 and .NET 8 or later, and this project has {0}; raise {1}"
    );

    public static readonly DeclarationRule AccumulatorNotProven = new(
        "CONV013",
        "The sum can overflow every accumulator",
        "The sum of '{0}' can reach {1} and 64 bits hold at most {2}; {3}"
    );

    public static readonly DeclarationRule BorderValueNotHeld = new(
        "CONV014",
        "The source type cannot hold the border value",
        "BorderValue {0} cannot be held by '{1}', the element type of the source; {2}"
    );

    public static readonly DeclarationRule OptionOutOfRange = new("CONV015", "An option is out of range", "{0} is {1}; {2}");

    public static readonly DeclarationRule WindowTooLarge = new(
        "CONV016",
        "The kernel's window is too large",
        "The dilated kernel covers {0} x {1} samples; at most {2} are supported, so reduce the kernel or the dilation"
    );

    public static readonly DeclarationRule GroupsDoNotDivide = new(
        "CONV017",
        "The groups do not divide the channels",
        "Groups = {0} does not divide {1} = {2}; write a divisor of {3}, which all channels share"
    );

    public static readonly DeclarationRule NotConstant = new(
        "CONV018",
        "An attribute's argument is not a constant",
        "{0} is not a constant, and what is computed must be known when the code is compiled; {1}"
    );

    public static readonly DeclarationRule NameCollision = new(
        "CONV019",
        "A type of the project takes a name from generated code",
        "{0}; {1}"
    );

    public static readonly DeclarationRule KernelFileNotFound = new(
        "CONV020",
        "The kernel file cannot be found",
        "The kernel file '{0}' cannot be found: {1}; {2}"
    );

    public static readonly DeclarationRule MalformedKernelFile = new(
        "CONV021",
        "The kernel file cannot be read",
        "The kernel file '{0}' cannot be read at line {1}, column {2}: {3}"
    );

    public static readonly DeclarationRule WrongVectorWidths = new(
        "CONV022",
        "The assembly names no vector widths",
        "The attribute [assembly: VectorWidths] names {0}; name one or more of VectorWidths.Bits128, VectorWidths.Bits256 and "
            + "VectorWidths.Bits512, joined by '|'"
    );

    public static readonly DeclarationRule NotQuantised = new(
        "CONV023",
        "The method is no quantised layer",
        "'{0}' has a parameter 'scale' and is no quantised layer: {1}; {2}"
    );

    /// <summary>All rules, in the order of their ids.</summary>
    public static readonly DeclarationRule[] All =
    [
        NotPartial,
        UnknownSignature,
        MalformedKernelText,
        DimensionsDisagree,
        KernelCount,
        OperationCount,
        OptionClash,
        AnchorOutOfRange,
        StepBelowOne,
        BadDivisor,
        UnsupportedElementType,
        TargetTooLow,
        AccumulatorNotProven,
        BorderValueNotHeld,
        OptionOutOfRange,
        WindowTooLarge,
        GroupsDoNotDivide,
        NotConstant,
        NameCollision,
        KernelFileNotFound,
        MalformedKernelFile,
        WrongVectorWidths,
        NotQuantised,
    ];
}
