using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Core.Prospecting;

/// <summary>What a campaign may rest on for a whole day, whoever it calls: the client's right to the number shown, and the papers on file.</summary>
public sealed class CampaignRights
{
    private readonly CampaignSettings settings;
    private readonly TrunkLimits? trunk;
    private readonly LocalDate day;

    private CampaignRights(CampaignSettings settings, Client? client, TrunkLimits? trunk, Instant now)
    {
        (this.settings, Client, this.trunk, day) = (settings, client, trunk, RuleBook.DayOf(now));
        Shown = settings.ShownFor(client, now);
        Fault = CallerIdOfClient.Fault(Shown, settings.Client);
        Papers = PapersOnFile.MattersOf(client, trunk, now);
        MissingPaper = PapersOnFile.Missing(client, trunk, now).FirstOrDefault();
    }

    /// <summary>The campaign's client; null when it is not known.</summary>
    public Client? Client { get; }
    public ShownNumber Shown { get; }

    /// <summary>What is wrong with the number shown; null when nothing is.</summary>
    public string? Fault { get; }
    public Matters Papers { get; }

    /// <summary>The first paper that is missing, in the words of its rule; null when all are on file.</summary>
    public string? MissingPaper { get; }

    /// <summary>The rights as they stand now: those that were found before while day, campaign, client and line are the same, else found again.</summary>
    public static CampaignRights Of(CampaignRights? found, CampaignSettings settings, Client? client, TrunkLimits? trunk, Instant now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return found is not null && ReferenceEquals(found.settings, settings) && ReferenceEquals(found.Client, client) && ReferenceEquals(found.trunk, trunk) && found.day == RuleBook.DayOf(now) ? found : new(settings, client, trunk, now);
    }
}
