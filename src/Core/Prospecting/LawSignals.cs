using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>Somebody looked whether what the law is read from can be read: time zones, rules with their dates, grounds and oppositions.</summary>
/// <param name="Fault">A code of the lexicon for what can't be read; null when all can.</param>
public sealed record LawWasRead(Instant At, string? Fault) : Signal(At);

/// <summary>What the law is read from can't be read: from here on nobody is dialled.</summary>
public sealed record LawLost(Instant At, string Reason) : Fact(At);

/// <summary>The law can be read again: dialling goes on.</summary>
public sealed record LawReturned(Instant At) : Fact(At);
