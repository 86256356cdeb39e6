using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Centre;

#pragma warning disable CA1309 // These comparisons become SQL, where the columns themselves compare byte by byte.

/// <summary>Takes a client out of the books with everything that is its own: campaigns, programmes, lists, people, consultants with their appointments, keys, documents, and the agents named. The journal keeps its facts.</summary>
/// <remarks>For a client as small as a sample: its rows are read before they go.</remarks>
public sealed class ClientRemoval(Store store)
{
    public Task RemoveAsync(ClientId client, IReadOnlyCollection<AgentId> agents, CancellationToken cancellation = default) => store.WriteAsync(async context =>
    {
        var id = client.Value;
        var campaigns = await context.Campaigns.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false);
        var lists = await context.Lists.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false);
        var (ofCampaigns, ofLists) = (campaigns.ConvertAll(row => row.Id), lists.ConvertAll(row => row.Id));
        context.CampaignLists.RemoveRange(await context.CampaignLists.Where(row => ofCampaigns.Contains(row.CampaignId)).ToListAsync(cancellation).ConfigureAwait(false));
        context.CampaignVersions.RemoveRange(await context.CampaignVersions.Where(row => ofCampaigns.Contains(row.CampaignId)).ToListAsync(cancellation).ConfigureAwait(false));
        context.Campaigns.RemoveRange(campaigns);
        context.Prospects.RemoveRange(await context.Prospects.Where(row => ofLists.Contains(row.ListId)).ToListAsync(cancellation).ConfigureAwait(false));
        context.Appointments.RemoveRange(await context.Appointments.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        context.Consultants.RemoveRange(await context.Consultants.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        var people = await context.Customers.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false);
        var ofPeople = people.ConvertAll(row => row.Id);
        context.Grounds.RemoveRange(await context.Grounds.Where(row => ofPeople.Contains(row.CustomerId)).ToListAsync(cancellation).ConfigureAwait(false));
        context.Customers.RemoveRange(people);
        context.ImportBatches.RemoveRange(await context.ImportBatches.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        context.Lists.RemoveRange(lists);
        context.Oppositions.RemoveRange(await context.Oppositions.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        context.Programmes.RemoveRange(await context.Programmes.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        context.ApiKeys.RemoveRange(await context.ApiKeys.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        context.Documents.RemoveRange(await context.Documents.Where(row => row.ClientId == id).ToListAsync(cancellation).ConfigureAwait(false));
        foreach (var row in await context.Agents.ToListAsync(cancellation).ConfigureAwait(false))
        {
            var card = JsonSerializer.Deserialize<AgentCard>(row.Settings, FactJson.Options)!;
            if (agents.Contains(card.Id)) context.Agents.Remove(row);
            else if (card.Campaigns.Any(campaign => ofCampaigns.Contains(campaign.Value)))
                row.Settings = JsonSerializer.Serialize(card with { Campaigns = [.. card.Campaigns.Where(campaign => !ofCampaigns.Contains(campaign.Value))] }, FactJson.Options);
        }
        context.Clients.RemoveRange(await context.Clients.Where(row => row.Id == id).ToListAsync(cancellation).ConfigureAwait(false));
    }, cancellation);
}
