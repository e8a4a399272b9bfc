using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution.Concluding;
using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution;

/// <summary>
/// Runs a member on several sets of sizes, with conditions that nothing decides taken either way, and concludes where all that it computes
/// slides one way.
/// </summary>
internal sealed class ExecutionReader(MemberContext member)
{
    /// <summary>Conditions that are taken both ways one by one.</summary>
    private const int MostFlips = 6;

    private const string NoResult = "no result was found in which one array slides over another";

    private readonly MemberExecution execution = new(member);
    private bool isVetoed;
    private bool hasSums;
    private bool hasHalves;
    private bool isClosed;
    private bool isFedBack;

    /// <summary>What the member computes.</summary>
    /// <param name="isOfInterest">Whether anything would be said of a direction; where nothing would, one set of sizes is enough.</param>
    public Verdict Read(Func<Direction, bool> isOfInterest)
    {
        // Where reasons are asked for, all sets have a say.
        Verdict? small = member.Options.Explains ? null : Read(Sizes.Smallest, isOfInterest);
        if (small is null && execution.Stopped is { IsOfSizes: false } early)
        {
            return new Verdict(null, null, early.Message, early.Place);
        }

        if (small is null && execution.Stopped is null && !hasSums && !member.Options.Explains)
        {
            // All of it ran, and nothing adds two products of the same two arrays.
            return NoDirection();
        }

        if (small?.Direction is { } direction && direction.Symmetry != Symmetry.Symmetric && !isOfInterest(direction))
        {
            return small;
        }

        // What little sizes show of a contradiction only confirms what others show.
        execution.Forget();
        return ReadAll(small, isOfInterest);
    }

    /// <summary>
    /// What the member computes where a sum was read from its loops already: whether it is half of something symmetric, or one of several
    /// that differ.
    /// </summary>
    public Verdict Check()
    {
        // Little sizes only confirm; what they contradict is asked of others.
        if (Read(Sizes.Smallest, static _ => true, isCheck: true) is { Direction.Symmetry: not Symmetry.Symmetric } small)
        {
            return small;
        }

        execution.Forget();
        for (int profile = 0; profile < Sizes.Profiles; profile++)
        {
            if (Read(profile, static _ => true, isCheck: true) is { } verdict)
            {
                return verdict;
            }

            if (execution.Stopped is { IsOfSizes: false } end)
            {
                return new Verdict(null, null, end.Message, end.Place) { IsMixed = execution.IsUnsure };
            }
        }

        return NoDirection() with
        {
            IsMixed = hasHalves || isClosed || isFedBack,
        };
    }

    private Verdict ReadAll(Verdict? small, Func<Direction, bool> isOfInterest)
    {
        Verdict? first = null;
        for (int profile = 0; profile < Sizes.Profiles; profile++)
        {
            bool isConfirmed = first is null && small?.Direction is { Symmetry: not Symmetry.Symmetric };
            Verdict? verdict = Read(profile, isOfInterest, isConfirmed: isConfirmed);
            if (verdict is null)
            {
                if (execution.Stopped is { IsOfSizes: false } end && first is null)
                {
                    return new Verdict(null, null, end.Message, end.Place);
                }

                continue;
            }

            if (verdict.Direction is null)
            {
                return verdict;
            }

            if (first is null && (verdict.Direction.Symmetry == Symmetry.Symmetric || !isOfInterest(verdict.Direction)))
            {
                return verdict;
            }

            if (first is null && small?.Direction is { } seen && seen.Symmetry != Symmetry.Symmetric && seen.IsLike(verdict.Direction))
            {
                return verdict;
            }

            if (first is not null)
            {
                return verdict.Direction.Symmetry == Symmetry.Symmetric || first.Direction!.IsLike(verdict.Direction)
                    ? first
                    : Undecided("it slides one way for some sizes and the other way for others");
            }

            first = verdict;
        }

        return first ?? (execution.Stopped is { } last ? new Verdict(null, null, last.Message, last.Place) : NoDirection());
    }

    /// <summary>Nothing slides, or what does was handed to something that is not known.</summary>
    private Verdict NoDirection() =>
        execution.Lost is { } call
            ? new Verdict(null, null, $"'{call.TargetMethod.Name}' is not known, and may change what it is handed", call)
            : Undecided(NoResult);

    private static Verdict Undecided(string reason) => new(null, null, reason, null);

    /// <summary>What one set of sizes shows; null for nothing.</summary>
    /// <param name="profile">The set.</param>
    /// <param name="isOfInterest">Whether anything would be said of a direction.</param>
    /// <param name="isCheck">Whether a sum was read from the loops already.</param>
    /// <param name="isConfirmed">Whether another set decided it with conditions taken both ways, so that once is enough here.</param>
    private Verdict? Read(int profile, Func<Direction, bool> isOfInterest, bool isCheck = false, bool isConfirmed = false)
    {
        Outcome? all = execution.Run(execution.SizesOf(profile), static _ => false, out int conditions);
        List<(Direction Direction, Machine Machine)> decided = [];
        isVetoed = false;
        Add(decided, all, profile, static _ => false);
        if (
            !isVetoed
            && !member.Options.Explains
            && decided.Count > 0
            && decided.TrueForAll(one => one.Direction.Symmetry != Symmetry.Symmetric && !isOfInterest(one.Direction))
        )
        {
            // Whatever other runs showed beside it, nothing would be said.
            return new Verdict(decided[0].Direction, decided[0].Machine, "", null);
        }

        if (conditions > 0 && !(isConfirmed && decided.Count > 0))
        {
            AddOthers(decided, profile, conditions);
        }

        if (decided.Count == 0 || isVetoed)
        {
            return null;
        }

        (Direction Direction, Machine Machine)[] slanted = [.. decided.Where(static one => one.Direction.Symmetry != Symmetry.Symmetric)];
        if (isClosed)
        {
            (Direction direction, Machine machine) = slanted.Length > 0 ? slanted[0] : decided[0];
            return new Verdict(direction with { Symmetry = Symmetry.Symmetric }, machine, "", null);
        }

        bool isAlike = slanted.Length > 0 && slanted.All(one => one.Direction.IsLike(slanted[0].Direction));
        if (
            conditions > 0
            && profile != Sizes.Smallest
            && !(isCheck && isAlike)
            && execution.Run(execution.SizesOf(profile), static _ => false, out _, isVarying: true) is { } varied
            && IsOutOfStep(decided, varied)
        )
        {
            return Undecided("which tap meets which sample depends on the samples");
        }

        if (slanted.Length == 0)
        {
            return new Verdict(decided[0].Direction, decided[0].Machine, "", null);
        }

        return isAlike
            ? new Verdict(slanted[0].Direction, slanted[0].Machine, "", null)
            : Undecided("its sums slide in more than one way") with
            {
                IsMixed = true,
            };
    }

    /// <summary>The same with all conditions taken the other way, and, where that shows nothing, one by one.</summary>
    private void AddOthers(List<(Direction Direction, Machine Machine)> decided, int profile, int conditions)
    {
        Add(decided, execution.Run(execution.SizesOf(profile), static _ => true, out _), profile, static _ => true);
        for (
            int flip = 0;
            flip < Math.Min(conditions, MostFlips) && conditions > 1 && profile != Sizes.Smallest && decided.Count == 0;
            flip++
        )
        {
            int one = flip;
            Add(
                decided,
                execution.Run(execution.SizesOf(profile), condition => condition == one, out _),
                profile,
                condition => condition == one
            );
        }
    }

    private void Add(List<(Direction Direction, Machine Machine)> decided, Outcome? outcome, int profile, Func<int, bool> choose)
    {
        if (outcome is null)
        {
            return;
        }

        int before = decided.Count;
        isClosed |= outcome.IsClosed;
        isFedBack |= outcome.IsFedBackAnywhere;
        hasSums |= outcome.Machine.Makers.Count == 0 || outcome.Results.Values.Any(DirectionReader.HasSums);
        foreach (List<Cell> cells in outcome.Results.Values)
        {
            decided.AddRange(
                DirectionReader
                    .Read(cells, outcome.Machine.Sizes.HasStride)
                    .Select(direction => (outcome.IsClosed ? direction with { Symmetry = Symmetry.Symmetric } : direction, outcome.Machine))
            );
        }

        if (decided.Count == before && outcome.Results.Values.Any(Outcome.IsMovable))
        {
            // One result, or one row of them, and something outside that says where: it is moved.
            foreach (string size in outcome.Machine.Sizes.Used.Keys.Where(IsPassed).Take(8).ToList())
            {
                if (execution.Run(execution.SizesOf(profile).With(size), choose, out _) is { } moved)
                {
                    foreach (List<Cell> cells in Outcome.Join(outcome, moved).Values)
                    {
                        decided.AddRange(
                            DirectionReader.Read(cells, outcome.Machine.Sizes.HasStride).Select(direction => (direction, outcome.Machine))
                        );
                    }
                }
            }
        }

        hasHalves |= decided.Count == before && outcome.Results.Values.Any(DirectionReader.HasHalves);

        // A sum for which nothing is decided speaks against what others show.
        isVetoed |=
            decided.Count == before
            && outcome.Results.Values.Any(static cells =>
                cells.Count(static cell => cell.Sum.Terms.Count(static term => term.Second is not null) > 2) > 1
            );
    }

    /// <summary>Whether a number comes from the caller. What a field counts has a meaning only together with the other members.</summary>
    private bool IsPassed(string size) =>
        !size.Contains("[")
        && (member.Owner as IMethodSymbol)?.Parameters.Any(parameter =>
            size == parameter.Name || size.StartsWith(parameter.Name + ".", StringComparison.Ordinal)
        ) == true;

    /// <summary>Whether a result whose taps some samples leave out reads the others elsewhere.</summary>
    private static bool IsOutOfStep(List<(Direction Direction, Machine Machine)> decided, Outcome varied)
    {
        foreach ((Direction direction, _) in decided)
        {
            if (direction.Example is { } example)
            {
                foreach (List<Cell> cells in Outcome.Renamed(varied, example.Cell.Sum))
                {
                    if (
                        cells.Any(cell =>
                            direction.Whole.Contains(cell.Place)
                            && Contradictions.IsOutOfStep(cell, example, direction.Source, direction.Kernel, example.Kernel.Length)
                        )
                    )
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
