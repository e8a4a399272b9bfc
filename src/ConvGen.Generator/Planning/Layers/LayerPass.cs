namespace ConvGen.Generator.Planning.Layers;

/// <summary>A step of planning a layer.</summary>
/// <param name="Name">The pass's name.</param>
/// <param name="Apply">Plan in, plan out; the value of a result stays what it was.</param>
/// <param name="Because">Why the pass stands where it stands.</param>
internal sealed record LayerPass(string Name, Func<LayerPlan, LayerPlan> Apply, string Because);
