using NodaTime;

namespace Plateau.Core.Interactions;

/// <summary>What sort of line a number is, as the numbering plan tells.</summary>
public enum NumberKind { Unknown, Fixed, Mobile, Office, Switchboard }

/// <summary>One of several numbers of a person, by its rank: the number itself is personal data and stays where it is kept.</summary>
/// <param name="Rank">From 1, in the order in which the client gave them.</param>
/// <param name="Tried">Calls to this number so far.</param>
/// <param name="Dead">Not in service, or another person's: it is never called again.</param>
/// <param name="Last">What came of the last call to it; null when there was none, or it is not over.</param>
/// <param name="LastAt">When it was last called.</param>
public sealed record PersonsNumber(int Rank, NumberKind Kind, int Tried = 0, bool Dead = false, Outcome? Last = null, Instant? LastAt = null);

/// <summary>Which of a person's numbers is called, and why that one.</summary>
/// <param name="Why">reached, untried, turn, only or chosen, as <c>NumberChoice</c> says.</param>
/// <param name="Others">How many more numbers of the person are in service.</param>
public sealed record ChosenNumber(int Rank, string Why, int Others);
