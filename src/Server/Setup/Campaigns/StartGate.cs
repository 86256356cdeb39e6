using System.Data.Common;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
using Plateau.Server.People;
using Plateau.Server.Setup.Changes;
using Plateau.Server.Telephony;
using Plateau.Server.Web.Words;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Campaigns;

/// <summary>Whether a campaign may start: one line for each thing that people must have seen to, with what is missing said in words.</summary>
/// <remarks>Grounds and hours are asked of the rule book itself, for the prospects who would be called next: the line says what the floor would say.</remarks>
internal sealed class StartGate(CampaignChanges campaigns, CentreBook book, AgentChanges agents, ProspectBook prospects, HopperFeed hopper, ConsultantBook consultants, Installation installation, NoticeSound sound, IClock clock)
{
    /// <param name="deep">Also asks the rule book about those who come next; without it those two lines are left out.</param>
    public async Task<Gate> LookAsync(CampaignSettings settings, bool deep, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var client = await book.ClientAsync(settings.Client, cancel);
        var flaws = await campaigns.StartFlawsAsync(settings, cancel);
        if (await sound.FlawAsync(settings, cancel) is { } unheard) flaws = [.. flaws, unheard];
        var left = await LeftAsync(settings, cancel);
        var lines = new List<GateLine> { Offer(settings, flaws), Papers(settings, client, now), List(settings, left) };
        if (deep)
        {
            var next = await NextAsync(settings, client, now, cancel);
            lines.AddRange([Ground(settings, next), Script(settings, now), CallerId(settings, client, flaws, next.NumberFault, now), .. await PeopleAsync(settings, cancel), Results(flaws), Recording(settings, TrunkOf(settings)), Hours(settings, client, next, now)]);
        }
        else lines.AddRange([Script(settings, now), CallerId(settings, client, flaws, null, now), .. await PeopleAsync(settings, cancel), Results(flaws), Recording(settings, TrunkOf(settings))]);
        if (settings.Appointments is { } rules) lines.Add(await AppointmentsAsync(settings, rules, client, flaws, now, cancel));
        return new Gate(lines, left);
    }

    private static readonly string[] OfOffer = ["product-missing", "client-unknown", "attempt-limit", "ring-timeout", "notice-missing", "notice-not-there", "notice-unsure", "abandonment-limit", "power-ratio", "sector-unknown"];

    private static GateLine Offer(CampaignSettings settings, IReadOnlyList<Flaw> flaws) =>
        flaws.FirstOrDefault(flaw => OfOffer.Contains(flaw.Reason)) is { } flaw
            ? new(GateItem.Offer, false, Lexicon.Say(flaw.Reason), "offer")
            : new(GateItem.Offer, true, settings.Product, "offer");

    private async Task<long> LeftAsync(CampaignSettings settings, CancellationToken cancel)
    {
        long left = 0;
        foreach (var list in settings.Lists)
            if (await prospects.ListAsync(list, cancel) is { } card)
                left += card.Left;
        return left;
    }

    private static GateLine List(CampaignSettings settings, long left) => settings.Lists.Count == 0
        ? new(GateItem.List, settings.Mode == DialMode.Manual, settings.Mode == DialMode.Manual ? GateWords.ListByHand : GateWords.ListMissing, "lists")
        : left == 0 ? new(GateItem.List, false, GateWords.ListSpent, "lists") : new(GateItem.List, true, GateWords.ListLeft.Of(left), "lists");

    private static GateLine Ground(CampaignSettings settings, NextOnes next) => next.AreUnread ? new(GateItem.Ground, false, LawWords.Why("law-tables"), "lists") : next.Looked == 0
        ? new(GateItem.Ground, settings.Mode == DialMode.Manual, settings.Mode == DialMode.Manual ? GateWords.GroundByHand : GateWords.GroundNobody, "lists")
        : next.Grounded == 0 ? new(GateItem.Ground, false, GateWords.GroundNone.With(Shown.Number(next.Looked), settings.Product), "lists")
        : new(GateItem.Ground, true, GateWords.GroundShare.With(Shown.Share((decimal)next.Grounded / next.Looked), Shown.Number(next.Looked)), "lists");

    private GateLine Papers(CampaignSettings settings, Client? client, Instant now)
    {
        var trunk = TrunkOf(settings);
        var missing = PapersOnFile.Missing(client, trunk, now).ToList();
        return new(GateItem.Papers, missing.Count == 0, missing.Count > 0 ? string.Join(" · ", missing.Select(Lexicon.Say)) : trunk is { ReachesNobody: true } ? GateWords.PapersPractice : GateWords.PapersWhole, "offer") { Page = $"/clients/{settings.Client}#papers" };
    }

    private static GateLine Script(CampaignSettings settings, Instant now) => settings.Script is not { Steps.Count: > 0 } script
        ? new(GateItem.Script, false, GateWords.ScriptMissing, "script")
        : script.Flaws("").FirstOrDefault() is { } flaw ? new(GateItem.Script, false, Lexicon.Say(flaw.Reason), "script")
        : (settings.Purpose != Purpose.Service || settings.HasOffer) && !OpeningWords.IsWhole(script.Opening, settings.Sector, now) ? new(GateItem.Script, false, GateWords.OpeningIncomplete, "script")
        : new(GateItem.Script, true, GateWords.ScriptSteps.Of(script.Steps.Count), "script");

    private static GateLine CallerId(CampaignSettings settings, Client? client, IReadOnlyList<Flaw> flaws, string? ofBook, Instant now)
    {
        var mandate = settings.CallerId is { Length: > 0 } number ? client?.CallerId(number) : null;
        var fault = flaws.FirstOrDefault(flaw => flaw.Reason == "trunk-unknown")?.Reason ?? CallerIdOfClient.Fault(settings.ShownFor(client, now), settings.Client) ?? ofBook
            ?? flaws.FirstOrDefault(flaw => flaw.Reason == "caller-id-not-the-trunks")?.Reason;
        return fault is not null ? new(GateItem.CallerId, false, Lexicon.Say(fault), "number")
            : new(GateItem.CallerId, true, (mandate!.Until is { } until ? GateWords.Mandate.With(mandate.Mandate, Shown.Date(until)) : GateWords.MandateOpen.With(mandate.Mandate)), "number");
    }

    private async Task<IReadOnlyList<GateLine>> PeopleAsync(CampaignSettings settings, CancellationToken cancel)
    {
        var serving = (await agents.ActiveAsync(cancel)).Where(agent => agent.Campaigns.Contains(settings.Id)).ToList();
        var people = new GateLine(GateItem.People, serving.Count > 0, serving.Count > 0 ? GateWords.PeopleCount.Of(serving.Count) : GateWords.PeopleMissing, "people");
        if (settings.Competences.Count == 0 || serving.Count == 0) return [people];
        var able = await agents.CompetencesAsync(cancel);
        var lacking = serving.Select(agent => (agent.Name, Lacks: agents.Lacks(settings, able.GetValueOrDefault(agent.Id)))).Where(agent => agent.Lacks.Count > 0).ToList();
        return [people, new(GateItem.Competences, lacking.Count == 0, lacking.Count == 0 ? GateWords.AllAble : GateWords.NotAble.With(string.Join(" · ", lacking.Select(agent => $"{agent.Name} ({PeopleWords.Of(agent.Lacks, agents.Today)})"))), "people")];
    }

    private static GateLine Results(IReadOnlyList<Flaw> flaws) =>
        flaws.FirstOrDefault(flaw => flaw.Reason.StartsWith("disposition-", StringComparison.Ordinal)) is { } flaw
            ? new(GateItem.Results, false, Lexicon.Say(flaw.Reason), "results") : new(GateItem.Results, true, GateWords.ResultsWhole, "results");

    /// <summary>Somebody must have a free time, or agents would promise what nobody can keep.</summary>
    private async Task<GateLine> AppointmentsAsync(CampaignSettings settings, AppointmentRules rules, Client? client, IReadOnlyList<Flaw> flaws, Instant now, CancellationToken cancel)
    {
        if (flaws.FirstOrDefault(flaw => flaw.Reason.StartsWith("appointment-", StringComparison.Ordinal)) is { } flaw) return new(GateItem.Appointments, false, Lexicon.Say(flaw.Reason), flaw.Reason == "appointment-result-missing" ? "results" : "appointments");
        var diaries = (await consultants.DiariesAsync(settings.Client, now, now + Duration.FromDays(rules.HorizonDays), cancel)).Where(diary => rules.Admits(diary.Consultant)).ToList();
        if (diaries.Count == 0) return new(GateItem.Appointments, false, GateWords.ConsultantMissing, "appointments") { Page = $"/consultants?client={settings.Client}" };
        // Where they are is asked of each customer; here somebody anywhere will do.
        var free = diaries.Count(diary => FreeSlots.Find([diary], rules with { Kind = MeetingKind.Video }, new(null, null, []), now, client is null ? null : client.IsClosedOn).Offers.Count > 0);
        return free == 0 ? new(GateItem.Appointments, false, GateWords.NoFreeTime.With(Shown.Number(rules.HorizonDays)), "appointments") : new(GateItem.Appointments, true, GateWords.ConsultantsFree.Of(free), "appointments");
    }

    private TrunkLimits? TrunkOf(CampaignSettings settings) => installation.Trunks.FirstOrDefault(each => each.Id == settings.Trunk)?.Limits;

    internal static GateLine Recording(CampaignSettings settings, TrunkLimits? trunk)
    {
        if (settings.RecordingFault(trunk) is { } fault) return new(GateItem.Recording, false, GateWords.OfRecording(fault), fault == RecordingTold.Untold ? "script" : "recording");
        var purpose = CampaignWords.PurposeOf(settings.RecordingPurpose ?? "");
        return new(GateItem.Recording, true, string.IsNullOrWhiteSpace(purpose) ? GateWords.RecordingForbidden : settings.Recording != RecordingChoice.FromStart ? GateWords.RecordingAsked.With(purpose)
            : settings.RecordingSample >= 1 ? GateWords.RecordingAlways.With(purpose) : GateWords.RecordingShare.With(Shown.Share((decimal)settings.RecordingSample), purpose), "recording");
    }

    private static GateLine Hours(CampaignSettings settings, Client? client, NextOnes next, Instant now)
    {
        if (client?.IsClosedOn(now.InZone(Zones.Paris).Date) == true) return new(GateItem.Hours, true, GateWords.ClientClosed, "pace");
        if (next.AreUnread) return new(GateItem.Hours, false, LawWords.Gone, "pace");
        if (next.CallableNow > 0) return new(GateItem.Hours, true, GateWords.HoursNow.Of(next.CallableNow), "pace");
        var opens = next.Opens ?? (next.Looked == 0 ? ConsumerHours.Windows.NextOpening(now, [Zones.Paris]) : null);
        return opens is { } at
            ? new(GateItem.Hours, true, GateWords.HoursNext.With(Shown.DayOf(at.InZone(Zones.Paris).Date), Shown.Time(at.InZone(Zones.Paris).TimeOfDay)), "pace")
            : new(GateItem.Hours, settings.Mode == DialMode.Manual, next.Never is { } why ? GateWords.HoursNever.With(Lexicon.Say(why)) : GateWords.HoursNobody, "lists");
    }

    /// <summary>Those who would be brought to the floor next, judged by the rule book as of now.</summary>
    private async Task<NextOnes> NextAsync(CampaignSettings settings, Client? client, Instant now, CancellationToken cancel)
    {
        IReadOnlyList<Dossier> dossiers;
        try
        {
            dossiers = (await hopper.BringAsync(settings.Id, HopperFeed.Most, now, cancellation: cancel)).Dossiers;
        }
        catch (Exception away) when (away is DbException or TimeoutException or InvalidCastException)
        {
            // What the law is asked of can't be read: nobody is dialled meanwhile, and the page must be able to say so.
            return new NextOnes { AreUnread = true };
        }
        var found = new NextOnes { Looked = dossiers.Count };
        foreach (var dossier in dossiers)
        {
            var question = settings.QuestionOf(dossier, client, now);
            found.NumberFault ??= RuleBook.Standard.Examine(question).FirstOrDefault(one => !one.Finding.Passes && one.Rule.Id.StartsWith(OfNumbers, StringComparison.Ordinal)).Finding.Reason;
            // The number shown has a line of its own: a sound one stands in for it, so that its faults don't hide grounds and hours.
            question = question with { Shown = new ShownNumber(SoundNumber, true, settings.Client, "any", true, true) };
            if (Grounds.Of(question) is not null) found.Grounded++;
            var answer = RuleBook.Standard.Ask(question);
            if (answer.Refusal is not { } refusal) found.CallableNow++;
            else if (refusal.NotBefore is not { } opens) found.Never ??= refusal.Reason;
            else if (found.Opens is null || opens < found.Opens) found.Opens = opens;
        }
        return found;
    }

    /// <summary>How the book names its rules about the number shown.</summary>
    private const string OfNumbers = "FR-CLI-";

    private const string SoundNumber = "+33162000000";

    private sealed class NextOnes
    {
        public int Looked { get; init; }

        /// <summary>Consents and objections can't be read.</summary>
        public bool AreUnread { get; init; }
        public int Grounded { get; set; }
        public int CallableNow { get; set; }
        public Instant? Opens { get; set; }
        public string? NumberFault { get; set; }

        /// <summary>Why one of them can't be called on any day.</summary>
        public string? Never { get; set; }
    }
}

/// <summary>What a campaign must have before it starts.</summary>
public enum GateItem { Offer, Papers, List, Ground, Script, CallerId, People, Competences, Results, Recording, Appointments, Hours }

/// <summary>One thing that a campaign must have.</summary>
/// <param name="Says">What holds, or what is missing, in the reader's language.</param>
/// <param name="Step">The step of the campaign's page at which it is seen to.</param>
public sealed record GateLine(GateItem Item, bool Met, string Says, string Step)
{
    /// <summary>Another page at which it is seen to.</summary>
    public string? Page { get; init; }
}

/// <summary>Everything that a campaign must have, met or missing.</summary>
/// <param name="Left">Prospects who may still be called.</param>
public sealed record Gate(IReadOnlyList<GateLine> Lines, long Left)
{
    public IReadOnlyList<GateLine> Missing { get; } = [.. Lines.Where(line => !line.Met)];
    public bool IsGreen => Missing.Count == 0;

    /// <summary>What is missing, as whoever asked for the start is told.</summary>
    public Flaw[] Flaws(CampaignId campaign) => [.. Missing.Select(each => new Flaw($"campaign {campaign}", "gate-shut", $"{GateWords.Name(each.Item)}: {each.Says}"))];
}
