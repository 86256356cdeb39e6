using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;

namespace Plateau.Core.Prospecting;

/// <summary>What a campaign asks the rule book about a prospect: the floor before it dials, and the pages before a campaign starts, in the same words.</summary>
public static class CampaignQuestion
{
    /// <param name="client">The campaign's client as it is known; null when it is not.</param>
    public static Question QuestionOf(this CampaignSettings settings, Dossier dossier, Client? client, Instant now) => QuestionOf(settings, dossier, client, settings.ShownFor(client, now), Matters.None, now);

    /// <param name="rights">Those of this campaign today.</param>
    /// <param name="matters">What else is asked about.</param>
    internal static Question QuestionOf(this CampaignSettings settings, Dossier dossier, CampaignRights rights, Matters matters, Instant now) => QuestionOf(settings, dossier, rights.Client, rights.Shown, matters, now);

    private static Question QuestionOf(CampaignSettings settings, Dossier dossier, Client? client, ShownNumber shown, Matters matters, Instant now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new Question(now, dossier, settings.Product, shown)
        {
            Matters = matters,
            Purpose = settings.Purpose,
            HasOffer = settings.HasOffer,
            Sector = settings.Sector,
            Dialling = settings.Mode switch
            {
                DialMode.Manual => Dialling.Manual,
                DialMode.Preview => Dialling.Preview,
                DialMode.Progressive => Dialling.Progressive,
                DialMode.Power => Dialling.Power,
                _ => Dialling.Predictive,
            },
            SwitchedOff = client?.SwitchedOff ?? [],
            LunarDays = client?.LunarDays ?? [],
        };
    }

    /// <summary>The number that the campaign shows, and the client's right to it on that day.</summary>
    public static ShownNumber ShownFor(this CampaignSettings settings, Client? client, Instant now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var owned = settings.CallerId is { } number ? client?.CallerId(number) : null;
        return owned is null
            ? new(settings.CallerId, true, null, null, false, null)
            : new(owned.Number, true, settings.Client, owned.Mandate, owned.RunsOn(RuleBook.DayOf(now)), owned.Authenticated) { Evidence = EvidenceText.HashOf(owned) };
    }
}
