using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>A hand-written loop in all its parts, so that every form can be put together with every border, kernel and type.</summary>
/// <param name="Form">What carries samples.</param>
/// <param name="Border">What happens at the edges.</param>
/// <param name="Kernel">Where the weights come from.</param>
/// <param name="Types">Element types.</param>
/// <param name="IsConvolution">Whether the loop runs through the kernel backwards.</param>
public sealed record LoopCase(LoopForm Form, LoopBorder Border, LoopKernel Kernel, LoopTypes Types, bool IsConvolution)
{
    private const int Rows = 3;
    private const int Columns = 4;

    private static readonly string[] FloatWeights =
    [
        "1.5f",
        "-2",
        "0.1f",
        "3e-7f",
        "0",
        "7",
        "1f / 3",
        "-0.25f",
        "11",
        "12.75f",
        "-13",
        "0.7f",
    ];
    private static readonly string[] DoubleWeights =
    [
        "1.5",
        "-2",
        "0.1",
        "3e-7",
        "0",
        "7",
        "1.0 / 3",
        "-0.25",
        "11",
        "12.75",
        "-13",
        "0.7",
    ];
    private static readonly string[] IntegerWeights = ["1", "-2", "3", "4", "0", "7", "8", "9", "11", "12", "-13", "2"];

    internal OperationKind Computed => IsConvolution ? OperationKind.Convolution : OperationKind.Correlation;

    private bool IsPlane => Form is LoopForm.FlatArray or LoopForm.FlatSpan or LoopForm.Plane;

    private bool IsSpan => Form is LoopForm.Span or LoopForm.FlatSpan;

    private string Source =>
        Types switch
        {
            LoopTypes.Floats => "float",
            LoopTypes.Doubles => "double",
            _ => "byte",
        };

    private string Target => Types == LoopTypes.BytesToInt ? "int" : Source;

    private string Sum => Types is LoopTypes.Floats or LoopTypes.Doubles ? Source : "int";

    private string Weight =>
        Types switch
        {
            LoopTypes.Floats => "float",
            LoopTypes.Doubles => "double",
            _ => Kernel == LoopKernel.Parameter ? "sbyte" : "int",
        };

    /// <summary>The whole file; the product is marked.</summary>
    /// <param name="isReversed">Whether constant weights are written reversed.</param>
    public string Text(bool isReversed) =>
        $$"""
            using System;

            public static class Filters
            {
                {{(Kernel == LoopKernel.Field ? "private static readonly " + KernelDeclaration(isReversed) : "")}}

                public static {{ReturnType}} Convolve({{Parameters}})
                {
                    {{(Kernel == LoopKernel.Local ? KernelDeclaration(isReversed) : "")}}
                    {{Allocation}}
            {{(IsPlane ? PlaneLoops : LineLoops)}}
                    {{(IsSpan ? "" : "return y;")}}
                }
            }
            """;

    /// <summary>
    /// An expression, or statements and <c>return</c>, of random data; <c>weights</c> makes the weights of a kernel that is a parameter.
    /// </summary>
    public string Driver =>
        Form switch
        {
            LoopForm.Array => $"return Filters.Convolve(Data.Line<{Source}>(random, width){Weights});",
            LoopForm.Span =>
                $"var y = Data.Line<{Target}>(random, Math.Max(0, {Count("width", Columns)}) + 2); Filters.Convolve(Data.Line<{Source}>(random, width){Weights}, y); return y;",
            LoopForm.FlatArray => $"return Filters.Convolve(Data.Line<{Source}>(random, width * height), width, height{Weights});",
            LoopForm.FlatSpan =>
                $"var y = Data.Line<{Target}>(random, Math.Max(0, {Count("width", Columns)}) * Math.Max(0, {Count("height", Rows)})); Filters.Convolve(Data.Line<{Source}>(random, width * height), width, height{Weights}, y); return y;",
            _ => $"return Filters.Convolve(Data.Plane<{Source}>(random, height, width){Weights});",
        };

    private string Weights =>
        Kernel == LoopKernel.Parameter ? $", Data.Weights<{Weight}>(random, {(IsPlane ? Rows * Columns : Columns)}, isReversed)" : "";

    private string ReturnType =>
        Form switch
        {
            LoopForm.Array or LoopForm.FlatArray => Target + "[]",
            LoopForm.Plane => Target + "[,]",
            _ => "void",
        };

    private string Parameters =>
        string.Join(
            ", ",
            new[]
            {
                Form == LoopForm.Plane ? Source + "[,] x"
                : IsSpan ? "ReadOnlySpan<" + Source + "> x"
                : Source + "[] x",
                IsPlane && Form != LoopForm.Plane ? "int w, int h" : "",
                Kernel == LoopKernel.Parameter
                    ? IsSpan
                        ? "ReadOnlySpan<" + Weight + "> k"
                        : Weight + "[] k"
                    : "",
                IsSpan ? "Span<" + Target + "> y" : "",
            }.Where(part => part.Length > 0)
        );

    private string Allocation =>
        Form switch
        {
            LoopForm.Array => $"{Target}[] y = new {Target}[{Count("x.Length", Columns)}];",
            LoopForm.FlatArray => $"{Target}[] y = new {Target}[({Count("w", Columns)}) * ({Count("h", Rows)})];",
            LoopForm.Plane =>
                $"int h = x.GetLength(0), w = x.GetLength(1); {Target}[,] y = new {Target}[{Count("h", Rows)}, {Count("w", Columns)}];",
            _ => "",
        };

    private string LineLoops =>
        $$"""
                    for (int n = 0; n < {{Count("x.Length", Columns)}}; n++)
                    {
                        {{Sum}} sum = 0;
                        for (int j = 0; j < {{Columns}}; j++)
                        {
                            int q = n + j - {{Before(Columns)}};
                            {{Fold("q", "x.Length")}}
                            {{Guarded(Inside("q", "x.Length"), "x[q]", IsConvolution ? $"k[{Columns} - 1 - j]" : "k[j]")}}
                        }

                        y[n] = {{Result}};
                    }
            """;

    private string PlaneLoops =>
        $$"""
                    for (int v = 0; v < {{Count("h", Rows)}}; v++)
                    {
                        for (int u = 0; u < {{Count("w", Columns)}}; u++)
                        {
                            {{Sum}} sum = 0;
                            for (int i = 0; i < {{Rows}}; i++)
                            {
                                int p = v + i - {{Before(Rows)}};
                                {{Fold("p", "h")}}
                                for (int j = 0; j < {{Columns}}; j++)
                                {
                                    int q = u + j - {{Before(Columns)}};
                                    {{Fold("q", "w")}}
                                    {{Guarded(
                $"{Inside("p", "h")} && {Inside("q", "w")}",
                Form == LoopForm.Plane ? "x[p, q]" : "x[p * w + q]",
                PlaneWeight
            )}}
                                }
                            }

                            {{(Form == LoopForm.Plane ? "y[v, u]" : $"y[v * ({Count("w", Columns)}) + u]")}} = {{Result}};
                        }
                    }
            """;

    private string PlaneWeight
    {
        get
        {
            (string i, string j) = IsConvolution ? ($"({Rows} - 1 - i)", $"({Columns} - 1 - j)") : ("i", "j");
            return Kernel == LoopKernel.Parameter ? $"k[{i} * {Columns} + {j}]" : $"k[{i}, {j}]";
        }
    }

    private string Result =>
        Types switch
        {
            LoopTypes.Bytes when Kernel != LoopKernel.Parameter => "(byte)Math.Clamp((sum + 8) >> 4, 0, 255)",
            LoopTypes.Bytes => "(byte)(sum < 0 ? 0 : sum > 255 ? 255 : sum)",
            _ => "sum",
        };

    private string KernelDeclaration(bool isReversed)
    {
        string[] all = Types switch
        {
            LoopTypes.Floats => FloatWeights,
            LoopTypes.Doubles => DoubleWeights,
            _ => IntegerWeights,
        };
        string[] weights = IsPlane ? all : all[..Columns];
        weights = isReversed ? [.. weights.Reverse()] : weights;
        return IsPlane
            ? $"{Weight}[,] k = {{ {string.Join(", ", weights.Chunk(Columns).Select(row => "{ " + string.Join(", ", row) + " }"))} }};"
            : $"{Weight}[] k = {{ {string.Join(", ", weights)} }};";
    }

    private string Count(string length, int size) =>
        Border switch
        {
            LoopBorder.Valid => $"{length} - {size - 1}",
            LoopBorder.Full => $"{length} + {size - 1}",
            _ => length,
        };

    private int Before(int size) =>
        Border switch
        {
            LoopBorder.Valid => 0,
            LoopBorder.Full => size - 1,
            LoopBorder.WrapOnce => 1,
            _ => (size - 1) / 2,
        };

    private string Fold(string index, string length) =>
        Border switch
        {
            LoopBorder.Clamp => $"{index} = Math.Clamp({index}, 0, {length} - 1);",
            LoopBorder.ClampIf => $"if ({index} < 0) {index} = 0; else if ({index} >= {length}) {index} = {length} - 1;",
            LoopBorder.MinMax => $"{index} = Math.Max(0, Math.Min({index}, {length} - 1));",
            LoopBorder.Choice => $"{index} = {index} < 0 ? 0 : {index} > {length} - 1 ? {length} - 1 : {index};",
            LoopBorder.Wrap => $"{index} = ({index} % {length} + {length}) % {length};",
            LoopBorder.WrapOnce => $"{index} = ({index} + {length}) % {length};",
            LoopBorder.Continue => $"if ({index} < 0 || {index} >= {length}) continue;",
            _ => "",
        };

    private static string Inside(string index, string length) => $"{index} >= 0 && {index} < {length}";

    private string Guarded(string inside, string sample, string weight) =>
        Border switch
        {
            LoopBorder.Guard or LoopBorder.Full => $"if ({inside}) sum += [|{sample} * {weight}|];",
            LoopBorder.Value => $"{Source} s = {inside} ? {sample} : ({Source})0; sum += [|s * {weight}|];",
            _ => $"sum += [|{sample} * {weight}|];",
        };
}

/// <summary>What carries samples.</summary>
public enum LoopForm
{
    Array,
    Span,
    FlatArray,
    FlatSpan,
    Plane,
}

/// <summary>What happens at the edges.</summary>
public enum LoopBorder
{
    Valid,
    Full,
    Guard,
    Continue,
    Value,
    Clamp,
    ClampIf,
    MinMax,
    Choice,
    Wrap,
    WrapOnce,
}

/// <summary>Where the weights come from.</summary>
public enum LoopKernel
{
    Local,
    Field,
    Parameter,
}

/// <summary>Element types.</summary>
public enum LoopTypes
{
    Floats,
    Doubles,
    Bytes,
    BytesToInt,
}
