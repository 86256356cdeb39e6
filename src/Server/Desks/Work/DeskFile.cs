using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Desks.Work;

/// <summary>All that an agent sees of the person before them: who, on what ground, what was before, and what the campaign says.</summary>
/// <param name="Attempt">The call's own row; null while the prospect is only looked at.</param>
public sealed record DeskFile(
    ProspectCard Person, CampaignSettings Campaign, Client? Client, AttemptRecord? Attempt, IReadOnlyList<AttemptRecord> History, IReadOnlyList<Note> Notes, Dossier? Dossier)
{
    /// <summary>All numbers of the person; the one on their card alone when they have one.</summary>
    public IReadOnlyList<NumberKept> Numbers { get; init; } = [];

    /// <summary>What they answered to scripts, in this call and before.</summary>
    public IReadOnlyList<AnswerKept> Answers { get; init; } = [];

    /// <summary>The person's own zone: the first in which they may be.</summary>
    public DateTimeZone Zone { get; } = (Person.Zones.Count > 0 ? Zones.Named(Person.Zones[0]) : null) ?? Zones.Paris;

    /// <summary>Results in the order of the tree, opposition last; what the floor gives by itself is not chosen.</summary>
    public IReadOnlyList<Disposition> Results { get; } =
        [.. Campaign.Dispositions.SelectMany(node => node.Leaves()).Where(leaf => leaf.Code != StandardDispositions.Undisposed).OrderBy(leaf => leaf.Effect == DispositionEffect.Opposition)];

    /// <summary>The result that says that an appointment was made; null for a campaign that makes none.</summary>
    public Disposition? MakesAppointment => Campaign.Appointments is null ? null : Results.FirstOrDefault(leaf => leaf.Effect == DispositionEffect.Appointment);

    /// <summary>Whether a number can be chosen: in service, and under the law by which the person is called.</summary>
    public bool Reaches(NumberKept number) => !number.Known.Dead && Dossier?.Numbers.Any(each => each.Rank == number.Known.Rank) == true;

    /// <summary>What the law says of calling this person at that moment: null when it allows it, else the reason.</summary>
    public string? Against(Instant at) => Dossier is null ? null : RuleBook.Standard.Ask(Campaign.QuestionOf(Dossier, Client, at)).Refusal?.Reason;
}

/// <summary>Gathers what a desk shows of a prospect.</summary>
internal sealed class DeskFiles(ProspectBook prospects, AttemptLog attempts, CustomerNotes notes, HopperFeed hopper, NumberBook numbers, AnswerBook answers, CentreNames centre, IClock clock)
{
    public async Task<DeskFile?> OfAsync(ProspectId prospect, CampaignId campaign, AttemptId? attempt, CancellationToken cancel = default)
    {
        if (await prospects.FindAsync(prospect, cancel) is not { } person) return null;
        var names = await centre.ReadAsync(cancel);
        if (names.Campaigns.GetValueOrDefault(campaign) is not { } settings) return null;
        return new DeskFile(person, settings, names.Clients.GetValueOrDefault(settings.Client), attempt is { } id ? await attempts.FindAsync(id, cancel) : null,
            await attempts.OfProspectAsync(prospect, cancel), await notes.OfAsync(person.Customer, cancel), await hopper.BringOneAsync(prospect, clock.GetCurrentInstant(), cancel)) 
        {
            Numbers = await numbers.OfAsync(person.Customer, cancel), Answers = await answers.OfCustomerAsync(person.Customer, cancel),
        };
    }
}
