using System.Diagnostics;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>Makes failing declarations small: takes the first simpler one that fails in the same way, again and again.</summary>
internal static class Shrinker
{
    /// <summary>Compilations that one failure may take.</summary>
    private const int MostAttempts = 400;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <summary>The simplest declaration found that fails in the same way.</summary>
    public static Verdict Shrink(Verdict verdict, GrammarSetting setting)
    {
        int attempts = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (bool hasChanged = true; hasChanged; )
        {
            hasChanged = false;
            foreach (Sentence simpler in verdict.Sentence.Shrinks())
            {
                if (attempts++ >= MostAttempts || watch.Elapsed > MostTime)
                {
                    return verdict;
                }

                Verdict other = GrammarBatch.Judge([simpler], setting)[0];
                if (other.Failure == verdict.Failure && (verdict.Rule is null || other.Rule == verdict.Rule))
                {
                    (verdict, hasChanged) = (other, true);
                    break;
                }
            }
        }

        return verdict;
    }

    /// <summary>A failure as a report that shows what to keep as a test.</summary>
    public static string Describe(Verdict verdict)
    {
        string objection = verdict.Objection!.Length > 1500 ? verdict.Objection[..1500] + " ..." : verdict.Objection;
        return $"{verdict.Failure}\n{verdict.Sentence.ToSource("M")}  => {objection}\n"
            + $"  kept as: {verdict.Sentence.ToExpression()}\n  run on: {string.Join("; ", verdict.Sentence.Runs)}\n";
    }
}
