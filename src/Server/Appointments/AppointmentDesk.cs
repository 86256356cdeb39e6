using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Appointments;

/// <summary>Times that can be offered to somebody, with the consultants' names.</summary>
internal sealed record OfferedTimes(FoundSlots Found, IReadOnlyDictionary<ConsultantId, Consultant> Consultants)
{
    public string NameOf(ConsultantId id) => Consultants.GetValueOrDefault(id)?.Name ?? id.Value;
}

/// <summary>Appointments as agents, supervisors and programs make and change them: the book decides, the floor is told.</summary>
internal sealed class AppointmentDesk(ConsultantBook consultants, AppointmentBook book, AppointmentLists lists, CentreNames centre, AppointmentNews news, IClock clock)
{
    public static AppointmentRules RulesOf(CampaignSettings campaign) => campaign.Appointments ?? new AppointmentRules();

    /// <summary>What can be offered to this person on behalf of this campaign, as of now.</summary>
    /// <param name="length">Null for what the campaign's take.</param>
    public async Task<OfferedTimes> OffersAsync(CampaignSettings campaign, ProspectCard person, Duration? length = null, CancellationToken cancel = default)
    {
        var (now, rules) = (clock.GetCurrentInstant(), RulesOf(campaign));
        if (length is { } lasts) rules = rules with { Length = lasts };
        var diaries = await consultants.DiariesAsync(campaign.Client, now, now + Duration.FromDays(rules.HorizonDays), cancel);
        var client = (await centre.ReadAsync(cancel)).Clients.GetValueOrDefault(campaign.Client);
        var found = FreeSlots.Find(diaries, rules, new(person.Postcode, person.Territory, await lists.MetAsync(person.Customer, cancel)), now, client is null ? null : client.IsClosedOn);
        return new(found, diaries.ToDictionary(diary => diary.Consultant.Id, diary => diary.Consultant));
    }

    /// <summary>Books a time that was offered, in the call with the person.</summary>
    /// <param name="told">Where they meet, mail and a note; what is null is taken from the person's card.</param>
    public async Task<AppointmentChange> BookAsync(CampaignSettings campaign, ProspectCard person, SlotOffer offer, AttemptId attempt, AgentId agent, AppointmentDetails told, string who, CancellationToken cancel = default)
    {
        // A second time of one call is another appointment only when the first was called off.
        var before = (await lists.OfCustomerAsync(person.Customer, cancel)).Count(card => card.Appointment.Attempt == attempt);
        var wish = new BookingWish(new($"{attempt}-m{before + 1}"), campaign.Id, offer.Consultant, person.Id, person.Customer, offer.Start, RulesOf(campaign), attempt, agent, told);
        return await ToldAsync(await book.BookAsync(wish, clock.GetCurrentInstant(), who, cancel), cancel);
    }

    /// <summary>Books a time that somebody names in the calendar, without a call: by the same rules, and on no day on which the client is closed.</summary>
    /// <param name="id">Chosen by whoever books: the same twice books once.</param>
    public async Task<AppointmentChange> BookAsync(CampaignSettings campaign, ProspectCard person, ConsultantId consultant, Instant start, Duration length, AppointmentId id, AppointmentDetails told, string who, CancellationToken cancel = default)
    {
        if (await consultants.FindAsync(consultant, cancel) is not { } whose) return new(null, ChangeFault.Unknown);
        var day = start.InZone(Core.Compliance.Zones.Named(whose.Zone) ?? Core.Compliance.Zones.Paris).Date;
        if ((await centre.ReadAsync(cancel)).Clients.GetValueOrDefault(campaign.Client)?.IsClosedOn(day) == true) return new(null, ChangeFault.Slot, SlotFault.OutsideHours);
        return await ToldAsync(await book.BookAsync(new(id, campaign.Id, consultant, person.Id, person.Customer, start, RulesOf(campaign) with { Length = length }, null, null, told), clock.GetCurrentInstant(), who, cancel), cancel);
    }

    public async Task<AppointmentChange> MoveAsync(AppointmentId id, int? sequence, Instant start, ConsultantId to, SlotCheck check, string who, Duration? length = null, CancellationToken cancel = default) =>
        await book.MoveAsync(id, sequence, start, to, check, clock.GetCurrentInstant(), who, length: length, cancellation: cancel);

    /// <summary>Changes what is written down with it: address and language of the invitation, telephone, place, note.</summary>
    public Task<AppointmentChange> DescribeAsync(AppointmentCard read, AppointmentDetails details, string who, CancellationToken cancel = default) =>
        book.DescribeAsync(read, details, clock.GetCurrentInstant(), who, cancel);

    /// <summary>Notes that somebody knows of a length that was not followed.</summary>
    public Task<AppointmentChange> SeenAsync(AppointmentId id, string who, CancellationToken cancel = default) => book.NoteAsync(id, AppointmentEntry.Seen, null, clock.GetCurrentInstant(), who, cancel);

    /// <summary>Reports what came of it, calls it off, or takes that back.</summary>
    public async Task<AppointmentChange> SetAsync(AppointmentId id, int? sequence, AppointmentState state, string who, string? detail = null, CancellationToken cancel = default) =>
        await ToldAsync(await book.ReportAsync(id, sequence, state, clock.GetCurrentInstant(), who, detail, cancel), cancel);

    private async Task<AppointmentChange> ToldAsync(AppointmentChange change, CancellationToken cancel)
    {
        try
        {
            if (change.Fault is null) await news.TellAsync(cancel);
        }
        catch (Exception away) when (away is JournalIsAwayException or OrleansException or TimeoutException)
        {
            // It is kept; the floor hears of it when its journal is back.
            return change;
        }
        return change;
    }
}
