using NodaTime;

namespace Plateau.Core.Interactions;

/// <summary>How an attempt ended, told apart as far as the carrier lets us.</summary>
public enum Outcome
{
    /// <summary>An agent spoke with whoever answered.</summary>
    Reached,
    /// <summary>Detection heard an answering machine; no agent was disturbed.</summary>
    Machine,
    /// <summary>Whoever answered hung up before an agent was joined, within the time in which no agent was owed.</summary>
    HungUpEarly,
    /// <summary>A person answered and no agent could be joined in time: the count that the law and the client look at.</summary>
    Abandoned,
    /// <summary>It rang until our own limit.</summary>
    NoAnswer,
    /// <summary>Busy (Q.850 cause 17, SIP 486).</summary>
    Busy,
    /// <summary>The number is not in service (cause 1, SIP 404).</summary>
    Unallocated,
    /// <summary>Declined by the person or their telephone (cause 21, SIP 603).</summary>
    Declined,
    /// <summary>No line free on the way (cause 34, SIP 503).</summary>
    Congested,
    /// <summary>The carrier never said a word.</summary>
    CarrierDead,
    /// <summary>We withdrew the call before it was answered.</summary>
    Cancelled,
    /// <summary>The call was lost with the switch, or with our own trace of it.</summary>
    Interrupted,
    /// <summary>The number can't be dialled as it stands; nothing left.</summary>
    Undialable,
}

/// <summary>Who or what answered, as far as detection can tell.</summary>
public enum AnsweredBy
{
    /// <summary>Detection was not asked for.</summary>
    Unknown,
    Human,
    Machine,
    /// <summary>Detection listened and could not say; whoever it is gets an agent.</summary>
    Unsure,
}

/// <summary>Who ended a conversation.</summary>
public enum ReleasedBy { Customer, Agent, Switch }

/// <summary>A decision on a prospect after an attempt: may we call again, and not before when.</summary>
/// <param name="MayRedial">False closes the prospect on this campaign.</param>
/// <param name="NotBefore">The earliest next attempt; null when there is none.</param>
/// <param name="Reason">A code of the lexicon.</param>
public sealed record Verdict(bool MayRedial, Instant? NotBefore, string Reason)
{
    public static Verdict Close(string reason) => new(false, null, reason);
    public static Verdict Again(Instant notBefore, string reason) => new(true, notBefore, reason);
}
