using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Api.Door;
using Plateau.Storage.Centre;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Setup.Changes;

/// <summary>A client as it is entered.</summary>
/// <param name="Name">As customers are told at the beginning of a call.</param>
/// <param name="CallerIds">The numbers that may be shown, each with its mandate.</param>
internal sealed record ClientWish(string Name, IReadOnlyList<CallerId> CallerIds, ClientId? Id = null)
{
    /// <summary>Its colour on every screen, 1 to 8.</summary>
    public int? Tone { get; init; }

    /// <summary>Its own holidays.</summary>
    public IReadOnlyList<LocalDate>? ClosedDays { get; init; }

    /// <summary>What is on file before its data are touched.</summary>
    public IReadOnlyList<Paper>? Papers { get; init; }

    /// <summary>False when only people in the Union work for it.</summary>
    public bool? SeenFromMorocco { get; init; }

    /// <summary>Rules of prudence that this client does without, each with its reason.</summary>
    public IReadOnlyList<SwitchedOffRule>? SwitchedOff { get; init; }
}

/// <summary>A client is entered or changed in one way, and the floor hears of it at once.</summary>
internal sealed class ClientChanges(CentreBook book, CentreChanges changes, LunarCalendar calendar)
{
    /// <summary>More would be a list of all days.</summary>
    private const int MostClosedDays = 400;

    public async Task<Changed<Client>> SetAsync(string client, ClientWish wish, Func<ClientId, bool> sees, CancellationToken cancel)
    {
        var id = new ClientId(client);
        if (!sees(id)) return Changed<Client>.Unknown("client", client);
        if (Flaws(client, wish).ToList() is { Count: > 0 } flaws) return Changed<Client>.Unfit(flaws);
        return await changes.AloneAsync(async at =>
        {
            var isNew = await book.ClientAsync(id, cancel) is null;
            var set = new Client(id, wish.Name, wish.CallerIds) { Tone = wish.Tone, ClosedDays = [.. (wish.ClosedDays ?? []).Distinct().Order()], SwitchedOff = wish.SwitchedOff ?? [], Papers = wish.Papers ?? [], SeenFromMorocco = wish.SeenFromMorocco ?? true, LunarDays = (await calendar.ReadAsync(cancel)).Years };
            await book.SetAsync(set, at, cancel);
            await changes.TellAsync(new ClientWasSet(at, set));
            return Changed<Client>.To(set, isNew);
        }, cancel);
    }

    private static IEnumerable<Flaw> Flaws(string client, ClientWish wish)
    {
        foreach (var flaw in Asked.FlawsOfId("client", client).Concat(Asked.FlawsOfText("name", wish.Name))) yield return flaw;
        if (wish.Id is { } said && said.Value != client) yield return new("id", "id-differs", "leave the id out, or give the one in the address");
        if (wish.Tone is < 1 or > Client.Tones) yield return new("tone", "tone", $"choose a colour from 1 to {Client.Tones}");
        if (wish.ClosedDays?.Count > MostClosedDays) yield return new("closedDays", "closed-days", $"give at most {MostClosedDays} days");
        for (var i = 0; i < wish.CallerIds.Count; i++)
        {
            var (place, caller) = ($"callerIds[{i}]", wish.CallerIds[i]);
            if (caller is null) { yield return new(place, "caller-id", "give number, mandate and from"); continue; }
            if (!DialableNumber.IsE164(caller.Number)) yield return new($"{place}.number", "number", $"write {caller.Number} in E.164, such as +33162000001");
            foreach (var flaw in Asked.FlawsOfText($"{place}.mandate", caller.Mandate)) yield return flaw;
            if (caller.Until < caller.From) yield return new($"{place}.until", "mandate-ends-first", "the last day comes on or after the first");
        }
        for (var i = 0; i < wish.Papers?.Count; i++)
        {
            var (place, paper) = ($"papers[{i}]", wish.Papers[i]);
            if (paper is null) { yield return new(place, "paper", "give kind, reference and from"); continue; }
            foreach (var flaw in Asked.FlawsOfText($"{place}.reference", paper.Reference)) yield return flaw;
            if (paper.Until < paper.From) yield return new($"{place}.until", "mandate-ends-first", "the last day comes on or after the first");
        }
        for (var i = 0; i < wish.SwitchedOff?.Count; i++)
        {
            var (place, off) = ($"switchedOff[{i}]", wish.SwitchedOff[i]);
            if (off is null || !RuleBook.Standard.Rules.Any(rule => rule.Id == off.Rule && rule.Text.Basis == Basis.Prudence))
                yield return new($"{place}.rule", "rule-not-prudence", $"name one of {string.Join(", ", RuleBook.Standard.Rules.Where(rule => rule.Text.Basis == Basis.Prudence).Select(rule => rule.Id))}: a rule of law can't be switched off");
            else foreach (var flaw in Asked.FlawsOfText($"{place}.reason", off.Reason)) yield return flaw;
        }
        foreach (var twice in wish.CallerIds.Where(each => each is not null).GroupBy(each => each.Number).Where(same => same.Count() > 1))
            yield return new("callerIds", "number-twice", $"{twice.Key} stands {twice.Count()} times: keep one");
    }
}
