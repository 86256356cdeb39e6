using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Telephony;
using Plateau.Storage.Prospecting;
using Plateau.Telephony.Switch;

namespace Plateau.Server.Floors;

/// <summary>Gives each instruction to whom it is for: calls to the switch, wishes for prospects to the store.</summary>
internal sealed class Outlet(IServiceProvider services, IClock clock, HopperFeed hopper, ILogger<Outlet> log) : IOutlet
{
    private FloorLine Line => services.GetRequiredService<FloorLine>();
    private ISwitch Switch => services.GetRequiredService<ISwitch>();

    public void Carry(Instruction instruction)
    {
        switch (instruction)
        {
            case BringProspects wish: _ = BringAsync(wish.Campaign, wish.Asked, at => hopper.BringAsync(wish.Campaign, wish.Count, at, wish.Closed, wish.Habits)); break;
            case BringProspect wish: _ = BringAsync(wish.Campaign, 0, at => OneAsync(wish.Prospect, at)); break;
            case ShowPreview shown: Switch.Look(shown); break;
            case var any when AsteriskSwitch.Carries(any): Switch.Carry(any); break;
            default: throw new InvalidOperationException($"nobody carries {instruction.GetType().Name}: give it an outlet");
        }
    }

    public void Recount() => Switch.Recount();

    private async Task<Brought> OneAsync(ProspectId prospect, Instant at) =>
        new(await hopper.BringOneAsync(prospect, at) is { } dossier ? [dossier] : [], null, false);

    private async Task BringAsync(CampaignId campaign, int asked, Func<Instant, Task<Brought>> bring)
    {
        try
        {
            // The moment of reading, not of answering: the floor compares it with what it did since.
            var read = clock.GetCurrentInstant();
            var brought = await bring(read);
            Line.Tell(new ProspectsBrought(read, campaign, brought.Dossiers, brought.NextDue, brought.Exhausted) { Asked = asked, Left = brought.Left });
        }
        catch (Exception away)
        {
            // The floor asks again in some seconds; without prospects nobody is dialled.
            log.LogWarning(away, "Prospects of campaign {Campaign} can't be brought now", campaign);
        }
    }
}
