using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Hosting;
using Plateau.Server.Practice;
using Plateau.Storage.Centre;

namespace Plateau.Server.Floors;

/// <summary>Tells the floor, at its start, what people have entered: clients, carriers' lines, campaigns. What it knows already changes nothing.</summary>
/// <remarks>A practice has its floor and campaigns to itself; they are not told to the centre's own.</remarks>
internal sealed class CentreTold(CentreBook book, FloorLine line, Installation installation, IClock clock, ILogger<CentreTold> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TellAsync(stoppingToken);
                return;
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "The centre's book can't be read yet; it is tried again");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        var at = clock.GetCurrentInstant();
        var signals = new List<Signal>();
        foreach (var trunk in installation.Trunks) signals.Add(new TrunkWasSet(at, trunk.Limits));
        for (string? after = null; ;)
        {
            var page = await book.ClientsAsync(500, after, cancel);
            signals.AddRange(page.Items.Where(client => !client.Id.Value.StartsWith(PracticeRecord.Prefix, StringComparison.Ordinal)).Select(client => new ClientWasSet(at, client)));
            if ((after = page.Next) is null) break;
        }
        for (string? after = null; ;)
        {
            var page = await book.CampaignsAsync(null, 500, after, cancel);
            signals.AddRange(page.Items.Where(campaign => !campaign.Client.Value.StartsWith(PracticeRecord.Prefix, StringComparison.Ordinal)).Select(campaign => new CampaignWasSet(at, campaign)));
            if ((after = page.Next) is null) break;
        }
        await line.AskAsync(signals);
    }
}
