using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Server.Setup.Changes;

namespace Plateau.Server.Floors;

/// <summary>Looks every ten seconds whether those who are logged in are still certified for what they serve, and tells the floor which campaigns are closed to them.</summary>
internal sealed class CertificationWatch(FloorLine line, CentreNames names, AgentChanges agents, IClock clock, ILogger<CertificationWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var beat = new PeriodicTimer(Every);
        while (await beat.WaitForNextTickAsync(stop))
        {
            try
            {
                await LookAsync(stop);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                log.LogWarning(wrong, "Who is certified for what could not be read; it is looked at again soon");
            }
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var asking = (await names.ReadAsync(stop)).Campaigns.Where(each => each.Value.Competences.Count > 0).ToDictionary();
        if (asking.Count == 0) return;
        var desks = (await line.LookAsync()).Desks.Where(desk => desk.State != AgentState.LoggedOut && desk.Campaigns.Any(asking.ContainsKey)).ToList();
        if (desks.Count == 0) return;
        var able = await agents.CompetencesAsync(stop);
        foreach (var desk in desks)
        {
            List<CampaignId> closed = [.. desk.Campaigns.Where(id => asking.TryGetValue(id, out var campaign) && agents.Lacks(campaign, able.GetValueOrDefault(desk.Agent)).Count > 0)];
            if (closed.Count > 0) line.Tell(new CertificationsEnded(clock.GetCurrentInstant(), desk.Agent, closed));
        }
    }
}
