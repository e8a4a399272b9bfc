using System.Globalization;
using System.Reflection;
using System.Text;
using ConvGen;

namespace FilterGallery;

/// <summary>One filter of the gallery.</summary>
/// <param name="Name">The method's name, in words.</param>
/// <param name="Declaration">Its attributes, as they are written.</param>
/// <param name="Filter">The generated method.</param>
internal sealed record Exhibit(string Name, string Declaration, ImageFilter Filter)
{
    /// <summary>All declarations of <see cref="Filters"/>, in their order.</summary>
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        .. typeof(Filters)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .OrderBy(static method => method.MetadataToken)
            .Select(static method => new Exhibit(WordsOf(method.Name), DeclarationOf(method), method.CreateDelegate<ImageFilter>())),
    ];

    /// <summary>The beginning of the names of its files.</summary>
    public string FileName => Name.Replace(' ', '-');

    /// <summary><c>MotionBlur</c> becomes <c>motion blur</c>.</summary>
    private static string WordsOf(string name)
    {
        StringBuilder words = new();
        foreach (char letter in name)
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    private static string DeclarationOf(MethodInfo method) =>
        string.Join(
            '\n',
            method
                .GetCustomAttributesData()
                .Where(static attribute => attribute.AttributeType.Assembly == typeof(KernelAttribute).Assembly)
                .Select(static attribute => "[" + AttributeText(attribute) + "]")
        );

    private static string AttributeText(CustomAttributeData attribute)
    {
        string name = attribute.AttributeType.Name[..^nameof(Attribute).Length];
        string[] arguments =
        [
            .. attribute.ConstructorArguments.Select(static argument => ValueText(argument)),
            .. attribute.NamedArguments.Select(static argument => $"{argument.MemberName} = {ValueText(argument.TypedValue)}"),
        ];
        return arguments.Length == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    private static string ValueText(CustomAttributeTypedArgument argument) =>
        argument.Value switch
        {
            string text => '"' + text + '"',
            IEnumerable<CustomAttributeTypedArgument> items => "[" + string.Join(", ", items.Select(ValueText)) + "]",
            object value when argument.ArgumentType.IsEnum => $"{argument.ArgumentType.Name}.{Enum.ToObject(argument.ArgumentType, value)}",
            object value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            null => "null",
        };
}
