using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>A client leaves the floor with all its campaigns, once nothing of theirs is under way; what was written stays written.</summary>
public sealed partial class Floor
{
    private void Hear(ClientWasRetired signal)
    {
        var own = rooms.Values.Where(room => room.Settings.Client == signal.Client).ToList();
        if (own.Count == 0 && !clients.ContainsKey(signal.Client)) return;
        foreach (var room in own.Where(room => room.State != CampaignState.Stopped)) Refuse($"campaign {room.Settings.Id}", "campaign-not-stopped", "stop the campaign first");
        if (attempts.Values.Any(attempt => attempt.Client == signal.Client) || desks.Values.Any(desk => desk.PreviewCampaign is { } before && rooms[before].Settings.Client == signal.Client))
            Refuse($"client {signal.Client}", "client-under-way", "wait until the last call is written up");
        if (reaction.Instructions.Count > 0) return;
        foreach (var callback in callbacks.Values.Where(callback => rooms[callback.Campaign].Settings.Client == signal.Client).OrderBy(callback => callback.Prospect).ToList())
            Hold(new CallbackClosed(now, callback.Campaign, callback.Prospect, "client-retired"));
        Hold(new ClientRetired(now, signal.Client));
    }

    private void Retire(ClientId client)
    {
        clients.Remove(client);
        foreach (var campaign in rooms.Values.Where(room => room.Settings.Client == client).Select(room => room.Settings.Id).ToList()) rooms.Remove(campaign);
        foreach (var desk in desks.Values) desk.Campaigns = [.. desk.Campaigns.Where(rooms.ContainsKey)];
        foreach (var call in unsaid.Values.Where(call => call.Client == client).ToList()) unsaid.Remove(call.Attempt);
        Rank();
    }
}
