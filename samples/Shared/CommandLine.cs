using System.CommandLine;

namespace Samples;

/// <summary>Runs a program by its command line, and turns what is wrong into one line and an exit code.</summary>
public static class CommandLine
{
    /// <summary>The option that says where results go.</summary>
    /// <param name="name">The sample, whose folder under <c>artifacts</c> is the default.</param>
    public static Option<string> OutputOption(string name) =>
        new("--output", "-o")
        {
            Description = "where the results go",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine("artifacts", name),
        };

    /// <summary>An argument that names a file and may be left out.</summary>
    public static Argument<string?> FileArgument(string name, string description)
    {
        Argument<string?> argument = new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(static result =>
        {
            // What looks like an option and is none would otherwise be taken for a file.
            if (result.Tokens.Count > 0 && result.Tokens[0].Value.StartsWith('-'))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no option; --help lists them");
            }
        });
        return argument;
    }

    /// <summary>Does the work: 0 when it is done, 1 after one line on <paramref name="error"/> that says what is wrong.</summary>
    public static int Run(
        string name,
        RootCommand command,
        string[] arguments,
        TextWriter output,
        TextWriter error,
        Action<ParseResult> work
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(error);
        command.SetAction(work);
        ParseResult parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine($"{name}: {parsed.Errors[0].Message}");
            return 1;
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{name}: {exception.Message}");
            return 1;
        }
    }
}
