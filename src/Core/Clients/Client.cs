using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Clients;

/// <summary>A <em>donneur d'ordre</em>: for whom the centre calls, who owns the numbers shown, and who answers for the calls.</summary>
/// <param name="Name">As customers are told at the beginning of a call.</param>
/// <param name="CallerIds">The numbers that this client lets us show, each with its mandate.</param>
public sealed record Client(ClientId Id, string Name, IReadOnlyList<CallerId> CallerIds)
{
    /// <summary>Rules of prudence that this client does without, each with its reason.</summary>
    public IReadOnlyList<SwitchedOffRule> SwitchedOff { get; init; } = [];

    /// <summary>Colours to choose from: as many as a floor tells apart at a glance.</summary>
    public const int Tones = 8;

    /// <summary>Its colour on every screen, 1 to 8; without one the pages give it always the same.</summary>
    public int? Tone { get; init; }

    /// <summary>Its own holidays, on which the centre does not call for it, besides those of the law.</summary>
    public IReadOnlyList<LocalDate> ClosedDays { get; init; } = [];

    /// <summary>Moroccan holidays of the lunar calendar as the centre entered them; the same for each of its clients.</summary>
    public IReadOnlyList<LunarYear> LunarDays { get; init; } = [];

    /// <summary>What is on file: contracts, clauses, receipts.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>Whether its data are seen from Morocco, which has no adequacy decision; false when only people in the Union work for it.</summary>
    public bool SeenFromMorocco { get; init; } = true;

    /// <summary>The paper of that kind that holds on that day; null when there is none.</summary>
    public Paper? Paper(PaperKind kind, LocalDate day) => Papers.FirstOrDefault(paper => paper.Kind == kind && paper.HoldsOn(day));

    public CallerId? CallerId(string number) => CallerIds.FirstOrDefault(owned => owned.Number == number);

    public bool IsClosedOn(LocalDate day) => ClosedDays.Contains(day);

    /// <summary>Whether the other says the same, number by number and day by day.</summary>
    public bool SaysAs(Client other) =>
        Id == other.Id && Name == other.Name && Tone == other.Tone && CallerIds.SequenceEqual(other.CallerIds) && ClosedDays.SequenceEqual(other.ClosedDays)
        && SwitchedOff.SequenceEqual(other.SwitchedOff) && Papers.SequenceEqual(other.Papers) && SeenFromMorocco == other.SeenFromMorocco && LunarDays.Count == other.LunarDays.Count && LunarDays.Zip(other.LunarDays).All(years => years.First.SaysAs(years.Second));
}

/// <summary>A number that may be shown to the person called (Code de la consommation, L221-17: assigned to whom the call is made for).</summary>
/// <param name="Number">E.164 with its plus sign.</param>
/// <param name="Mandate">Reference of the written mandate from the client.</param>
/// <param name="From">First day of the mandate.</param>
/// <param name="Until">Last day of the mandate, that day included; null while it runs.</param>
public sealed record CallerId(string Number, string Mandate, LocalDate From, LocalDate? Until = null)
{
    /// <summary>False when the operator does not sign calls that show this number: they would be cut off or masked on their way.</summary>
    public bool Authenticated { get; init; } = true;

    public bool RunsOn(LocalDate day) => From <= day && (Until is null || day <= Until);
}

/// <summary>A rule of prudence that a client does without, and why; the reason is part of each proof. Rules of law can't be switched off.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Reason">Why; without one the rule stays on.</param>
public sealed record SwitchedOffRule(string Rule, string Reason);

/// <summary>One of a client's services, with the price at which its work is billed.</summary>
public sealed record Programme(ProgrammeId Id, ClientId Client, string Name, Tariff? Tariff = null);

/// <summary>What is billed: the unit and the price of one.</summary>
public sealed record Tariff(TariffUnit Unit, Money Price);

/// <summary>The units by which centres bill.</summary>
public enum TariffUnit { AgentHour, TalkMinute, ReachedCall, Success }
