using System.Collections.Immutable;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Weights;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Reads attributes. Arguments that the compiler refuses read as if they had not been written: its own error stands, and
/// ours would only repeat it.
/// </summary>
internal static class AttributeReader
{
    private static readonly Dictionary<string, int> Indices = AttributeNames
        .All.Select(static (name, index) => (Name: name.Substring(name.IndexOf('.') + 1), Index: index))
        .ToDictionary(static item => item.Name, static item => item.Index);

    /// <summary>Position of an attribute's class in <see cref="AttributeNames.All"/>, or -1.</summary>
    public static int IndexOf(AttributeData attribute) =>
        attribute.AttributeClass is { } type && Indices.TryGetValue(type.MetadataName, out int index) && SymbolNames.IsIn(type, "ConvGen")
            ? index
            : -1;

    /// <summary>The name in <see cref="AttributeNames.All"/> of an attribute's class, or null.</summary>
    public static string? NameOf(AttributeData attribute) =>
        IndexOf(attribute) is var index && index >= 0 ? AttributeNames.All[index] : null;

    /// <summary>Whether it says what is computed.</summary>
    public static bool IsOperation(AttributeData attribute) => AttributeNames.Operations.Contains(NameOf(attribute));

    /// <summary>The kernel that an attribute says, whose class has one of the names in <see cref="AttributeNames.Kernels"/>.</summary>
    public static KernelDeclaration KernelOf(AttributeData attribute, string metadataName) =>
        metadataName switch
        {
            AttributeNames.Kernel => Kernel(attribute),
            AttributeNames.KernelShape => KernelShape(attribute),
            AttributeNames.KernelFile => KernelFile(attribute),
            AttributeNames.Separable => Separable(attribute),
            _ => Design(attribute, metadataName),
        };

    /// <summary>The first argument of a constructor, where it is a text.</summary>
    public static string? Text(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;

    public static OperationDeclaration Operation(AttributeData attribute, OperationKind kind)
    {
        OperationDeclaration operation = new(kind, null, null, null, null, null, null, null, null, null, null, null, null);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            TypedConstant value = argument.Value;
            operation = argument.Key switch
            {
                "Mode" => operation with { Mode = Int32(value) },
                "Border" => operation with { Border = Int32(value) },
                "BorderValue" => operation with { BorderValue = Double(value) },
                "Anchor" => operation with { Anchor = Int32List(value) },
                "Stride" => operation with { Stride = Int32(value) },
                "Strides" => operation with { Strides = Int32List(value) },
                "Dilation" => operation with { Dilation = Int32(value) },
                "Dilations" => operation with { Dilations = Int32List(value) },
                "Padding" => operation with { Padding = Int32(value) },
                "Paddings" => operation with { Paddings = Int32List(value) },
                "FloatingPoint" => operation with { FloatingPoint = Int32(value) },
                "PixelChannels" => operation with { PixelChannels = Int32(value) },
                "Layout" => operation with { Layout = Int32(value) },
                "KernelLayout" => operation with { KernelLayout = Int32(value) },
                "Activation" => operation with { Activation = Int32(value) },
                "OutputMinimum" => operation with { OutputMinimum = Double(value) },
                "OutputMaximum" => operation with { OutputMaximum = Double(value) },
                "Combine" => operation with { Combine = Int32(value) },
                "Complex" => operation with { IsComplex = Scalar(value) is true },
                "Parallel" => operation with { IsParallel = Scalar(value) is true },
                _ => operation,
            };
        }

        return operation;
    }

    private static KernelDeclaration Kernel(AttributeData attribute)
    {
        KernelDeclaration kernel =
            Argument(attribute, "rows") is { } rows && Argument(attribute, "columns") is { } columns
                ? new KernelDeclaration(
                    KernelDeclarationKind.Weights,
                    null,
                    Int32(rows) ?? 0,
                    Int32(columns) ?? 0,
                    Argument(attribute, "weights") is { } weights ? Weights(weights) : EquatableArray<Constant>.Empty,
                    null
                )
                : Text(KernelDeclarationKind.Text, attribute, "weights");
        return WithNamed(kernel, attribute);
    }

    private static KernelDeclaration KernelShape(AttributeData attribute)
    {
        int? rows = Argument(attribute, "rows") is { } written ? Int32(written) ?? 0 : null;
        int columns = (Argument(attribute, "columns") ?? Argument(attribute, "length")) is { } size ? Int32(size) ?? 0 : 0;
        int? planes = Argument(attribute, "planes") is { } deep ? Int32(deep) ?? 0 : null;
        return WithNamed(
            new KernelDeclaration(KernelDeclarationKind.Shape, null, rows, columns, EquatableArray<Constant>.Empty, null)
            {
                Planes = planes,
            },
            attribute
        );
    }

    private static KernelDeclaration WithNamed(KernelDeclaration kernel, AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            TypedConstant value = argument.Value;
            kernel = argument.Key switch
            {
                "Divisor" => kernel with { Divisor = Double(value) },
                "Planes" => kernel with { Planes = Int32(value) },
                "Rows" => kernel with { NamedRows = Int32(value) },
                "Columns" => kernel with { NamedColumns = Int32(value) },
                "InputChannels" => kernel with { InputChannels = Int32(value) },
                "OutputChannels" => kernel with { OutputChannels = Int32(value) },
                "Groups" => kernel with { Groups = Int32(value) },
                "Output" => kernel with { Output = Scalar(value) as string },
                _ => kernel,
            };
        }

        return kernel;
    }

    private static KernelDeclaration KernelFile(AttributeData attribute)
    {
        return WithNamed(Text(KernelDeclarationKind.File, attribute, "path"), attribute);
    }

    private static KernelDeclaration Text(KernelDeclarationKind kind, AttributeData attribute, string parameter) =>
        new(
            kind,
            Argument(attribute, parameter) is { } text ? Scalar(text) as string : null,
            null,
            0,
            EquatableArray<Constant>.Empty,
            null
        );

    /// <summary>The argument for a parameter of the constructor; null where that has no such parameter.</summary>
    private static TypedConstant? Argument(AttributeData attribute, string parameter)
    {
        ImmutableArray<IParameterSymbol> parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (int index = 0; index < Math.Min(parameters.Length, attribute.ConstructorArguments.Length); index++)
        {
            if (parameters[index].Name == parameter)
            {
                return attribute.ConstructorArguments[index];
            }
        }

        return null;
    }

    private static KernelDeclaration Separable(AttributeData attribute)
    {
        string? Factor(string parameter) => Argument(attribute, parameter) is { } text ? Scalar(text) as string ?? "" : null;
        KernelDeclaration kernel = new(KernelDeclarationKind.Separable, Factor("column"), null, 0, EquatableArray<Constant>.Empty, null)
        {
            RowText = Factor("row"),
        };
        return WithNamed(kernel, attribute);
    }

    /// <summary>A designed kernel, whose arguments are numbers and members of enums.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="metadataName">The name of its class.</param>
    private static KernelDeclaration Design(AttributeData attribute, string metadataName)
    {
        List<DesignArgument> arguments = [];
        void Add(string name, TypedConstant constant)
        {
            double? value = Scalar(constant) switch
            {
                double number => number,
                int number => number,
                _ => null,
            };
            if (value is { } known)
            {
                arguments.Add(new DesignArgument(name, BitConverter.DoubleToInt64Bits(known)));
            }
        }

        ImmutableArray<IParameterSymbol> parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (int position = 0; position < Math.Min(parameters.Length, attribute.ConstructorArguments.Length); position++)
        {
            Add(parameters[position].Name, attribute.ConstructorArguments[position]);
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            Add(argument.Key, argument.Value);
        }

        KernelDeclaration kernel = new(KernelDeclarationKind.Design, null, null, 0, EquatableArray<Constant>.Empty, null)
        {
            Design = AttributeNames.Short(metadataName),
            Arguments = arguments.ToEquatableArray(),
        };
        return kernel with
        {
            Output = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Output").Value is { IsNull: false } output
                ? Scalar(output) as string
                : null,
        };
    }

    /// <summary>The attribute that keeps channels as they are.</summary>
    public static MaskDeclaration Mask(AttributeData attribute) =>
        new(
            attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Keep").Value is { IsNull: false } keep
                ? Scalar(keep) as string ?? ""
                : ""
        );

    private static object? Scalar(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? constant.Value : null;

    private static int? Int32(TypedConstant constant) => Scalar(constant) is int value ? value : null;

    private static Constant? Double(TypedConstant constant) => Scalar(constant) is double value ? Constant.Of(value) : null;

    private static EquatableArray<int>? Int32List(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array || constant.IsNull)
        {
            return null;
        }

        ImmutableArray<TypedConstant> values = constant.Values;
        return values.All(static value => Int32(value) is not null)
            ? values.Select(static value => Int32(value)!.Value).ToEquatableArray()
            : null;
    }

    /// <summary>A weight with an error of its own reads as 0, which keeps the count right.</summary>
    private static EquatableArray<Constant> Weights(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Array && !constant.IsNull
            ? constant.Values.Select(static value => Double(value) ?? Constant.Of(0.0)).ToEquatableArray()
            : EquatableArray<Constant>.Empty;
}
