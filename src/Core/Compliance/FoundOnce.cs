using NodaTime;

namespace Plateau.Core.Compliance;

/// <summary>What several rules ask of one question, found out once and kept with it. A question that is copied and changed is another one, of which nothing is known yet.</summary>
/// <remarks>It is no part of what is asked: two questions that ask the same are equal, whatever was found out of them.</remarks>
internal struct FoundOnce : IEquatable<FoundOnce>
{
    private Question? placed, weighed;
    private DateTimeZone[]? zones;
    private Weighed consent;

    /// <param name="Soundest">The consent with the fewest flaws; null when there is none.</param>
    /// <param name="Flaws">How many that one has.</param>
    /// <param name="Needed">Whether the call has to rest on the person's consent, as nothing else carries it.</param>
    public readonly record struct Weighed(Consent? Soundest, int Flaws, bool Needed);

    /// <summary>Every zone in which the person may be; null when none is known or one of them does not exist.</summary>
    public DateTimeZone[]? ZonesOf(Question question)
    {
        if (ReferenceEquals(Volatile.Read(ref placed), question)) return zones;
        zones = Zones.Of(question.Dossier);
        Volatile.Write(ref placed, question);
        return zones;
    }

    public Weighed ConsentOf(Question question)
    {
        if (ReferenceEquals(Volatile.Read(ref weighed), question)) return consent;
        consent = Grounds.Weigh(question);
        Volatile.Write(ref weighed, question);
        return consent;
    }

    public readonly bool Equals(FoundOnce other) => true;
    public override readonly bool Equals(object? obj) => obj is FoundOnce;
    public override readonly int GetHashCode() => 0;
}
