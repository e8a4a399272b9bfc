using System.Reflection;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Signatures;

/// <summary>Methods of every kind of type.</summary>
[Collection(SharedSignatures.Name)]
public sealed class ContainingTypeTests(SignatureFixture fixture)
{
    [Fact]
    public void An_instance_method()
    {
        MethodInfo method = fixture.Batch.MethodOf("ConvGen.Execution.Batches.Instance", "Run");
        object instance = Activator.CreateInstance(method.DeclaringType!)!;
        AssertComputes(method.CreateDelegate<Plane<float, float>>(instance));
    }

    [Theory]
    [InlineData("ConvGen.Execution.Batches.Outer`1+Inner`1", new[] { typeof(string), typeof(int) })]
    [InlineData("ConvGen.Execution.Batches.Outer`1+View", new[] { typeof(Version) })]
    [InlineData("ConvGen.Execution.Batches.Outer`1+IFilter", new[] { typeof(object) })]
    [InlineData("Global", new Type[0])]
    public void A_static_method(string type, Type[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        AssertComputes(fixture.Batch.MethodOf(type, "Run", arguments).CreateDelegate<Plane<float, float>>());
    }

    private static void AssertComputes(Plane<float, float> method)
    {
        float[] source = SignatureFixture.Numbers(23 * 4);
        float[] destination = new float[source.Length];
        method(source, 23, 4, destination);
        Assert.Equal(SignatureFixture.ExpectedPlane(source, 23, 4), destination);
    }
}
