using System.Globalization;
using Plateau.Core.Interactions;

namespace Plateau.Telephony.Switch;

/// <summary>
/// What a carrier's last word means when a call was not answered. The SIP status says most; where it and the cause
/// are the same for several things (19/480), what was heard before decides.
/// </summary>
/// <param name="Sip">The SIP status, when the switch knows one.</param>
/// <param name="Cause">Q.850.</param>
/// <param name="Rang">Ringing, or another sign of life from the carrier, was heard.</param>
/// <param name="CarrierEnded">The carrier ended it, not our own limit: the switch then announces the hang-up first.</param>
/// <param name="Withdrawn">We ourselves hung up.</param>
internal readonly record struct CarrierWord(int? Sip, int? Cause, bool Rang, bool CarrierEnded, bool Withdrawn)
{
    /// <summary>As people at the carrier know it: 486, or Q.850/17.</summary>
    public string Code =>
        Sip is { } sip ? sip.ToString(CultureInfo.InvariantCulture)
        : Cause is { } cause and > 0 ? string.Create(CultureInfo.InvariantCulture, $"Q.850/{cause}")
        : "";

    /// <remarks>RFC 3261 section 21 for the statuses, ITU-T Q.850 for the causes, RFC 3398 for how one becomes the other.</remarks>
    public Outcome Outcome => (Sip, Cause) switch
    {
        (486 or 600, _) => Outcome.Busy,
        (404 or 410 or 484 or 485 or 604, _) => Outcome.Unallocated,
        (603 or 607 or 608, _) => Outcome.Declined,
        // The carrier refuses us and not the person: no such account, no credit, no line, a fault of its own.
        (401 or 402 or 403 or 407 or 488 or 606, _) => Outcome.Congested,
        (>= 500 and < 600, _) => Outcome.Congested,
        _ when Withdrawn => Outcome.Cancelled,
        (null, 17) => Outcome.Busy,
        (null, 1 or 22 or 28) => Outcome.Unallocated,
        (null, 21) => Outcome.Declined,
        (null, 34 or 38 or 41 or 42 or 44 or 58) => Outcome.Congested,
        _ when Rang => Outcome.NoAnswer,
        // A status of the carrier's own, such as 480 for a telephone that is switched off, is a word too.
        _ when CarrierEnded && Sip != 408 => Outcome.NoAnswer,
        _ => Outcome.CarrierDead,
    };
}
