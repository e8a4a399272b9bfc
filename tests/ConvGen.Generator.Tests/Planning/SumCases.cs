using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>What tests ask of the case of a plan's sum.</summary>
internal static class SumCases
{
    extension(KernelPlan plan)
    {
        /// <summary>Whether taps are multiplied in pairs.</summary>
        public bool IsPaired => plan.Sum is PairedSum;

        /// <summary>The sum of a plan whose taps are multiplied in pairs.</summary>
        public PairedSum Paired => Assert.IsAssignableFrom<PairedSum>(plan.Sum);

        /// <summary>The pairs; none where taps are multiplied one by one.</summary>
        public EquatableArray<ProductPair> Pairs => plan.Sum is PairedSum sum ? sum.Pairs : EquatableArray<ProductPair>.Empty;

        /// <summary>The loops over a long row; none for other sums.</summary>
        public EquatableArray<TapBlock> Blocks => plan.Sum is BlockSum sum ? sum.Blocks : EquatableArray<TapBlock>.Empty;
    }
}
