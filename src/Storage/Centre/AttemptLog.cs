using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Model;

namespace Plateau.Storage.Centre;

/// <summary>An attempt as the journal's projection has it: words of Core as they are written in facts.</summary>
public sealed record AttemptRecord(
    AttemptId Id, CampaignId Campaign, ClientId Client, ProspectId Prospect, CustomerId Customer, int Tried, string Stream, long PermitSequence,
    Instant PermittedAt, string Ground, string CallerId, string? Mode, TrunkId? Trunk, AgentId? Agent,
    Instant? PlacedAt, Instant? RangAt, Instant? AnsweredAt, string? AnsweredBy, Instant? ConnectedAt, Instant? ReleasedAt, string? ReleasedBy, Duration? Talk,
    Instant? EndedAt, string? Outcome, string? Code, Instant? DisposedAt, string? Disposition, string? Effect, AgentId? DisposedBy);

/// <summary>What came of every call, campaign by campaign, page by page.</summary>
public sealed class AttemptLog(Store store)
{
    public async Task<AttemptRecord?> FindAsync(AttemptId id, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var row = await context.Attempts.FindAsync([id.Value], cancellation).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    /// <summary>A campaign's attempts in the order in which they were permitted.</summary>
    /// <param name="after">The cursor of the page before; null for the first page.</param>
    /// <exception cref="FormatException">The cursor is none of ours.</exception>
    public async Task<Page<AttemptRecord>> OfCampaignAsync(CampaignId campaign, int count, string? after = null, CancellationToken cancellation = default)
    {
        var bounded = Page<AttemptRecord>.Bounded(count);
        var (at, id) = Cursor(after);
        await using var context = store.Context();
#pragma warning disable CA1309 // The comparison becomes SQL, where the column itself compares byte by byte.
        var rows = await context.Attempts.AsNoTracking()
            .Where(row => row.CampaignId == campaign.Value && (row.PermittedAt > at || (row.PermittedAt == at && string.Compare(row.Id, id) > 0)))
            .OrderBy(row => row.PermittedAt).ThenBy(row => row.Id).Take(bounded + 1).ToListAsync(cancellation).ConfigureAwait(false);
#pragma warning restore CA1309
        return Page<AttemptRecord>.Of(rows.ConvertAll(Read), bounded, last => string.Create(CultureInfo.InvariantCulture, $"{StoredInstant.Of(last.PermittedAt)}~{last.Id}"));
    }

    /// <summary>Every call of one client to one person, over all lists, the latest first.</summary>
    public async Task<IReadOnlyList<AttemptRecord>> OfCustomerAsync(CustomerId customer, int most, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var rows = await context.Attempts.AsNoTracking().Where(row => row.CustomerId == customer.Value)
            .OrderByDescending(row => row.PermittedAt).ThenByDescending(row => row.Id).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read);
    }

    public async Task<IReadOnlyList<AttemptRecord>> OfProspectAsync(ProspectId prospect, CancellationToken cancellation = default)
    {
        await using var context = store.Context();
        var customer = await context.Prospects.Where(row => row.Id == prospect.Value).Select(row => row.CustomerId).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        var rows = await context.Attempts.AsNoTracking().Where(row => row.CustomerId == customer && row.ProspectId == prospect.Value)
            .OrderBy(row => row.PermittedAt).ThenBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ConvertAll(Read);
    }

    internal static (long At, string Id) Cursor(string? after)
    {
        if (after is null)
            return (long.MinValue, "");
        var cut = after.IndexOf('~', StringComparison.Ordinal);
        return cut > 0 && long.TryParse(after.AsSpan(0, cut), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            ? (at, after[(cut + 1)..])
            : throw new FormatException("The cursor is not one that this list has given: begin at its first page.");
    }

    internal static AttemptRecord Read(AttemptRow row) => new(
        new(row.Id), new(row.CampaignId), new(row.ClientId), new(row.ProspectId), new(row.CustomerId), row.Tried, row.Stream, row.PermitSequence,
        StoredInstant.Read(row.PermittedAt), row.Ground, row.CallerId, row.Mode, row.Trunk is null ? null : new TrunkId(row.Trunk), Agent(row.AgentId),
        StoredInstant.Read(row.PlacedAt), StoredInstant.Read(row.RangAt), StoredInstant.Read(row.AnsweredAt), row.AnsweredBy, StoredInstant.Read(row.ConnectedAt),
        StoredInstant.Read(row.ReleasedAt), row.ReleasedBy, row.Talk is { } talk ? Duration.FromTicks(talk) : null,
        StoredInstant.Read(row.EndedAt), row.Outcome, row.Code, StoredInstant.Read(row.DisposedAt), row.Disposition, row.Effect, Agent(row.DisposedBy));

    private static AgentId? Agent(string? id) => id is null ? null : new AgentId(id);
}
