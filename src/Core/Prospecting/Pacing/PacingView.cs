namespace Plateau.Core.Prospecting.Pacing;

/// <summary>The floor as the pacer sees it at one moment: who is free, who rings, who talks, and what came of calls since the last look.</summary>
public sealed class PacingView
{
    /// <summary>Seconds since the day began.</summary>
    public double At { get; set; }
    /// <summary>Seconds whose answers may still be counted on; null is until the day of the terms is over.</summary>
    public double? Remaining { get; set; }

    /// <summary>Whether calling may stop at any moment: then no answer is counted on that has not come, and every moment closes below the limit.</summary>
    public bool MayStop { get; set; }
    public int Idle { get; set; }

    /// <summary>People who answered and for whom no agent was free yet.</summary>
    public int Waiting { get; set; }
    public int Paused { get; set; }
    public int LoggedIn { get; set; }

    /// <summary>People who answered today.</summary>
    public int Humans { get; set; }

    /// <summary>Of those: who found no agent in time.</summary>
    public int Abandoned { get; set; }

    /// <summary>People beside these who were taken for machines and hung up on, as far as that is known: they answered and were abandoned, whatever the pacer did.</summary>
    public double Misjudged { get; set; }
    public long Dialled { get; set; }
    public AgeCounts Ring { get; set; } = new(Ages.OfRinging);
    public AgeCounts Talk { get; set; } = new(Ages.OfTalking);
    public AgeCounts WrapUp { get; set; } = new(Ages.OfWrappingUp);

    /// <summary>Those in conversation who will pause or go home after it.</summary>
    public AgeCounts TalkLeaving { get; set; } = new(Ages.OfTalking);
    public AgeCounts WrapUpLeaving { get; set; } = new(Ages.OfWrappingUp);

    /// <summary>What happened since the last look, in any order.</summary>
    public List<PacingEvent> Events { get; } = [];
}

/// <summary>One thing that happened.</summary>
/// <param name="Kind">H answered by a person, M by a machine, F failed, N no answer, X cancelled, T talk ended, W wrap-up ended, A abandoned.</param>
/// <param name="Value">After so many seconds.</param>
public readonly record struct PacingEvent(char Kind, double Value);
