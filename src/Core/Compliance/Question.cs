using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Interactions;

namespace Plateau.Core.Compliance;

/// <summary>When the book is asked: before the dial, and again of the same call when it is answered and before it is transferred.</summary>
public enum Phase { PreDial, Answer, Transfer }

/// <summary>Why the person is called. What is neither service nor press is prospecting.</summary>
public enum Purpose { Prospecting, Service, Press }

/// <summary>Who makes the call come about: a person's own command for each, or a system. Unknown counts as a system.</summary>
public enum Dialling { Unknown, Manual, Preview, Progressive, Power, Predictive, VoiceBot }

/// <summary>The question put to the rule book: may this person be called now, for this client, with this number shown?</summary>
/// <param name="At">The moment of the decision.</param>
/// <param name="Product">What the call is about, in the words used in consents and contracts.</param>
/// <param name="Shown">The number that the person would see.</param>
public sealed record Question(Instant At, Dossier Dossier, string Product, ShownNumber Shown)
{
    /// <summary>A trade for which no rule of its own holds.</summary>
    public const string Generic = "generic";

    /// <summary>The trades that a campaign can name: the generic one, and those that have rules of their own.</summary>
    public static IReadOnlyList<string> Sectors { get; } = [Generic, "energy_renovation", "housing_adaptation", "cpf", "insurance", "financial"];

    /// <summary>False when nobody is called: a recording, a form, a roster or the papers of a campaign are asked about alone.</summary>
    public bool IsCall { get; init; } = true;
    public Phase Phase { get; init; }
    public Purpose Purpose { get; init; }

    /// <summary>Whether the script of a service call makes an offer, which makes it prospecting.</summary>
    public bool HasOffer { get; init; }

    /// <summary>The client's trade where a rule of its own holds: energy_renovation, housing_adaptation, cpf, insurance, financial. Empty means that nobody said it.</summary>
    public string Sector { get; init; } = Generic;
    public Dialling Dialling { get; init; }

    /// <summary>False when nobody commanded this very call: a preview that runs out and dials is a system's call.</summary>
    public bool Clicked { get; init; } = true;

    /// <summary>When the call was placed, for the clocks of a call that is under way; null before the dial.</summary>
    public Instant? Placed { get; init; }

    /// <summary>Version of the time-zone database, when another than that of the house was used.</summary>
    public string? Tzdb { get; init; }

    /// <summary>What else is asked about: recording, opening words, sale, papers, roster.</summary>
    public Matters Matters { get; init; } = Matters.None;

    /// <summary>Rules of prudence that the client has switched off.</summary>
    public IReadOnlyList<SwitchedOffRule> SwitchedOff { get; init; } = [];

    /// <summary>Moroccan holidays of the lunar calendar as they were entered, year by year.</summary>
    public IReadOnlyList<LunarYear> LunarDays { get; init; } = [];

    /// <summary>The moment at which the person is disturbed: hours, holidays and counts are judged by it.</summary>
    public Instant Disturbed => Placed ?? At;

    public bool Prospects => IsCall && (Purpose != Purpose.Service || HasOffer);

    /// <summary>Consumers, and professionals who are called about their private life or on their private number.</summary>
    public bool ToConsumer => Dossier.Audience != Audience.Professional || Rules.PrivateOffer.Reaches(Dossier);

    public bool Automated => Dialling is not (Dialling.Manual or Dialling.Preview) || !Clicked;

    public DateTimeZone[]? Zones => found.ZonesOf(this);

    /// <summary>The consent on which it may rest.</summary>
    internal FoundOnce.Weighed Consent => found.ConsentOf(this);

    private FoundOnce found;

    public bool IsSwitchedOff(IRule rule)
    {
        if (rule.Text.Basis != Basis.Prudence) return false;
        foreach (var off in SwitchedOff)
            if (off.Rule == rule.Id && !string.IsNullOrWhiteSpace(off.Reason)) return true;
        return false;
    }
}

/// <summary>The number to be shown, and what is known of the client's right to it. What is not known counts against it.</summary>
/// <param name="Number">As it is sent; null when there is none.</param>
/// <param name="Presented">False when the person would see no number.</param>
/// <param name="AssignedTo">Whose number it is.</param>
/// <param name="Mandate">Reference of the written mandate.</param>
/// <param name="MandateRuns">Whether the mandate runs on that day.</param>
/// <param name="Authenticated">Whether the operator signs calls that show it.</param>
/// <param name="AssigneeAgrees">False when whoever it is assigned to does not let us use it.</param>
public sealed record ShownNumber(
    string? Number, bool? Presented, ClientId? AssignedTo, string? Mandate, bool MandateRuns, bool? Authenticated, bool AssigneeAgrees = true)
{
    /// <summary>The mandate's record by its hash; null where none is kept.</summary>
    public EvidenceHash? Evidence { get; init; }
}

/// <summary>Leave to dial one attempt, with what it rests on; a fact before the dial, and the proof of the call afterwards.</summary>
/// <param name="Book">Version of the rule book that was asked.</param>
/// <param name="Tzdb">Version of the time-zone database that the clock rules used.</param>
/// <param name="Ground">consent, contract, request, professional, press, service, register (before 2026-08-11) or objection (Morocco).</param>
/// <param name="Reference">The record behind the ground.</param>
/// <param name="Local">The person's own time, with the zone, for each zone in which they may be.</param>
/// <param name="AttemptsBefore">Attempts of this client in the 30 calendar days before, today included.</param>
/// <param name="CallerId">The number shown.</param>
/// <param name="Mandate">The client's mandate for it.</param>
public sealed record Permit(
    string Book,
    string Tzdb,
    string Ground,
    string Reference,
    IReadOnlyList<string> Local,
    int AttemptsBefore,
    string CallerId,
    string Mandate)
{
    /// <summary>Why the person is called, in which trade, and about what.</summary>
    public Purpose Purpose { get; init; }
    public string? Sector { get; init; }
    public string? Product { get; init; }

    /// <summary>Who makes the call come about; a click stands in the fact.</summary>
    public Dialling Dialling { get; init; }

    /// <summary>The rules that were asked, in the order of the book; each had nothing against the call.</summary>
    public IReadOnlyList<string>? Passed { get; init; }

    /// <summary>Rules of prudence that the client does without, with its reasons.</summary>
    public IReadOnlyList<SwitchedOffRule>? SwitchedOff { get; init; }

    /// <summary>The records behind ground and number by their hashes; null where none is kept, and in journals from before they were.</summary>
    public IReadOnlyList<EvidenceHash>? Evidence { get; init; }
}

/// <summary>Why a dial was refused: the first rule at fault in the order of the book, and every other one.</summary>
/// <param name="Rule">Id of the first rule at fault.</param>
/// <param name="Reason">A code of the lexicon.</param>
/// <param name="NotBefore">When all rules at fault would let the call pass, as far as the calendar tells; null when no date would.</param>
/// <param name="Also">The other rules at fault.</param>
public sealed record Refusal(string Rule, string Reason, Instant? NotBefore, IReadOnlyList<string> Also)
{
    /// <summary>Every rule at fault.</summary>
    public IEnumerable<string> Rules => Also.Prepend(Rule);
}

/// <summary>The book's answer: a permit or a refusal, never both, never neither.</summary>
public sealed record Answer
{
    public Permit? Permit { get; }
    public Refusal? Refusal { get; }
    public Answer(Permit permit) => Permit = permit;
    public Answer(Refusal refusal) => Refusal = refusal;
}
