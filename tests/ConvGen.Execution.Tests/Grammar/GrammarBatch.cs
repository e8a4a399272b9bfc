using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>
/// Declarations compiled together, for the oldest framework and language, for the newest framework in one language or the other,
/// nullable and checked or not, or for both; those compiled for one of them are run.
/// </summary>
internal static class GrammarBatch
{
    private static readonly BatchSettings Oldest = BatchSettings.Oldest with { KeepsPlans = true };

    private static readonly BatchSettings Newest = new() { KeepsPlans = true };

    /// <summary>What a project has that moved to the newest framework and kept its language.</summary>
    private static readonly BatchSettings NewestInOldLanguage = Newest with { Language = LanguageVersion.CSharp12 };

    /// <summary>Judges every declaration.</summary>
    /// <param name="sentences">The declarations.</param>
    /// <param name="setting">How they are compiled and run.</param>
    public static Verdict[] Judge(IReadOnlyList<Sentence> sentences, GrammarSetting setting)
    {
        (BatchSettings run, BatchSettings other) = setting.RunsOldest ? (Oldest, NewestInOldLanguage) : (Newest, Oldest);
        string source = Batch.Wrap(sentences.Select((sentence, index) => sentence.ToSource(NameOf(index))));
        IEnumerable<(string Path, string Text)?> read = sentences.Select((sentence, index) => sentence.File(NameOf(index)));
        (string Path, string Text)[] files = [.. read.Where(file => file is not null).Select(file => file!.Value)];
        GeneratedBatch generated = Batch.Compile(source, run with { Files = files, Widths = setting.Widths });
        string? problems = setting.CompilesForBoth ? Batch.Compile(source, other with { Files = files }).Problems() : null;
        byte[]? image = null;
        try
        {
            image = problems is null ? generated.Emit() : null;
        }
        catch (InvalidOperationException exception)
        {
            problems = exception.Message;
        }

        if (image is null)
        {
            // Whichever does not compile is found by halves.
            int half = sentences.Count / 2;
            return half > 0
                ? [.. Judge([.. sentences.Take(half)], setting), .. Judge([.. sentences.Skip(half)], setting)]
                : [new Verdict(sentences[0], Failure.Compilation, problems)];
        }

        IReadOnlyDictionary<string, PlanResult> plans = generated.Plans;
        using CompiledBatch batch = new(image);
        return [.. sentences.Select((sentence, index) => Judge(sentence, NameOf(index), plans, batch))];
    }

    private static Verdict Judge(Sentence sentence, string name, IReadOnlyDictionary<string, PlanResult> plans, CompiledBatch batch)
    {
        PlanResult?[] results = [.. sentence.Methods(name).Select(method => plans.GetValueOrDefault(method))];
        if (results.Any(result => result is null))
        {
            return new Verdict(sentence, Failure.Generator, "there is no plan");
        }

        if (results.Select(result => result!.Refusal).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            string message =
                $"{refused.Rule.Id}: {string.Format(CultureInfo.InvariantCulture, refused.Rule.MessageFormat, [.. refused.Arguments])}";
            return sentence.MayBeRefused(refused.Rule.Id)
                ? Verdict.Passed(sentence) with
                {
                    Rule = refused.Rule.Id,
                }
                : new Verdict(sentence, Failure.Refusal, message) { Rule = refused.Rule.Id };
        }

        string? objection;
        try
        {
            objection = sentence.Check(batch, name);
        }
        catch (Exception exception)
            when (exception
                    is ArgumentException
                        or NotSupportedException
                        or InvalidOperationException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or ArithmeticException
            )
        {
            objection = exception.ToString();
        }

        string[] features = [.. results.SelectMany(result => PlanFeatures.Of(result!)).Distinct()];
        return new Verdict(sentence, objection is null ? Failure.None : Failure.Result, objection) { Features = features };
    }

    private static string NameOf(int index) => "M" + index.ToString(CultureInfo.InvariantCulture);
}
