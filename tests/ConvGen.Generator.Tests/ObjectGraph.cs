using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests;

/// <summary>Walks everything that an object holds, to find what would keep a compilation alive or end caching.</summary>
internal static class ObjectGraph
{
    /// <summary>The objects of the compiler that are reachable from <paramref name="root"/>, and arrays, which do not compare by content.</summary>
    public static IReadOnlyList<string> Offences(object? root)
    {
        List<string> offences = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Walk(root, "root");
        return offences;

        void Walk(object? value, string path)
        {
            if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
            {
                return;
            }

            if (value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel or AttributeData or Delegate or SyntaxToken or SyntaxTrivia or TypedConstant)
            {
                offences.Add(path + ": " + value.GetType().Name);
                return;
            }

            if (value is IEnumerable items)
            {
                int index = 0;
                foreach (object? item in items)
                {
                    Walk(item, $"{path}[{index++}]");
                }

                return;
            }

            for (Type? type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (field.FieldType.IsArray && type.Assembly == typeof(ConvolutionGenerator).Assembly)
                    {
                        offences.Add($"{path}.{field.Name}: bare array");
                    }

                    Walk(field.GetValue(value), path + "." + field.Name);
                }
            }
        }
    }
}
