using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Journals;

/// <summary>Facts as the journal's rows: a column each, as databases like to take them.</summary>
internal sealed class FactPage
{
    public FactPage(string stream, long expected, IReadOnlyList<Fact> facts)
    {
        Stream = stream;
        Expected = expected;
        Sequences = new long[facts.Count];
        Types = new string[facts.Count];
        At = new long[facts.Count];
        Payloads = new byte[facts.Count][];
        for (var each = 0; each < facts.Count; each++)
        {
            Sequences[each] = expected + each + 1;
            Types[each] = FactJson.NameOf(facts[each]);
            At[each] = StoredInstant.Of(facts[each].At);
            Payloads[each] = FactJson.Write(facts[each]);
        }
    }

    public string Stream { get; }
    public long Expected { get; }
    public long[] Sequences { get; }
    public string[] Types { get; }
    public long[] At { get; }

    /// <summary>UTF-8, as both databases take a text in the end.</summary>
    public byte[][] Payloads { get; }

    public int Count => Sequences.Length;
}

/// <summary>Writes facts and their projection in one transaction: two answers exist, one per engine.</summary>
internal interface IScribe : IAsyncDisposable
{
    /// <param name="claims">What must hold of quotas once it is written; null when nothing must.</param>
    /// <exception cref="PermitLost">Another floor was faster; nothing is written.</exception>
    Task WriteAsync(FactPage page, Projection projection, QuotaClaims? claims, CancellationToken cancellation);
}
