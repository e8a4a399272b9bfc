using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Tests.Naming.Names;

/// <summary>A source text that counts how many characters were copied out of it.</summary>
internal sealed class CountingText(string text) : SourceText
{
    /// <summary>Characters copied so far.</summary>
    public int Copied { get; private set; }

    public override Encoding? Encoding => null;

    public override int Length => text.Length;

    public override char this[int position] => text[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        Copied += count;
        text.CopyTo(sourceIndex, destination, destinationIndex, count);
    }
}
