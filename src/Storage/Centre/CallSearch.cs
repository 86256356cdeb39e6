using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Centre;

/// <summary>Which calls of a campaign are wanted; what is null does not matter.</summary>
/// <param name="Times">Pieces of time, from and before, in one of which the call was placed.</param>
/// <param name="Outcome">In the words of facts: no-answer.</param>
/// <param name="Reached">True for calls in which an agent spoke.</param>
/// <param name="Effect">In the words of facts: success.</param>
public sealed record WantedCalls(CampaignId Campaign, IReadOnlyList<(Instant From, Instant Before)> Times)
{
    public AgentId? Agent { get; init; }
    public ListId? List { get; init; }
    public string? Outcome { get; init; }
    public string? Disposition { get; init; }
    public string? Effect { get; init; }
    public bool Reached { get; init; }
}

/// <summary>A call with the person it was made to, as far as they are still known.</summary>
/// <param name="Number">E.164 with its plus sign.</param>
public sealed record FoundCall(AttemptRecord Attempt, ListId? List, string? Name, string? FirstName, string? Company, string? Number);

/// <summary>Finds the calls behind a figure, latest first.</summary>
public sealed class CallSearch(Store store)
{
    /// <exception cref="FormatException">The cursor is none of ours.</exception>
    public async Task<Page<FoundCall>> FindAsync(WantedCalls wanted, int count, string? after = null, CancellationToken cancellation = default)
    {
        var bounded = Page<FoundCall>.Bounded(count);
        var ids = await IdsAsync(wanted, bounded + 1, after, cancellation).ConfigureAwait(false);
        await using var context = store.Context();
        var found = await (
            from attempt in context.Attempts.AsNoTracking()
            where ids.Contains(attempt.Id)
            join prospect in context.Prospects on attempt.ProspectId equals prospect.Id into prospects
            from prospect in prospects.DefaultIfEmpty()
            join customer in context.Customers on attempt.CustomerId equals customer.Id into customers
            from customer in customers.DefaultIfEmpty()
            select new { attempt, prospect, customer }).ToListAsync(cancellation).ConfigureAwait(false);
        var calls = found
            .ConvertAll(each => new FoundCall(
                AttemptLog.Read(each.attempt), each.prospect is null ? null : new ListId(each.prospect.ListId),
                each.customer?.Name, each.customer?.FirstName, each.customer?.Company, each.customer is null ? null : $"+{each.customer.Number}"))
            .OrderByDescending(call => call.Attempt.PermittedAt).ThenByDescending(call => call.Attempt.Id).ToList();
        return Page<FoundCall>.Of(calls, bounded, last => string.Create(CultureInfo.InvariantCulture, $"{StoredInstant.Of(last.Attempt.PermittedAt)}~{last.Attempt.Id}"));
    }

    /// <summary>How many there are.</summary>
    public async Task<long> CountAsync(WantedCalls wanted, CancellationToken cancellation = default)
    {
        var (where, values) = Where(wanted);
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        return await connection.OneAsync<long?>($"SELECT count(*) FROM attempt WHERE {where}", cancellation, [.. values]).ConfigureAwait(false) ?? 0;
    }

    private async Task<List<string>> IdsAsync(WantedCalls wanted, int count, string? after, CancellationToken cancellation)
    {
        var (where, values) = Where(wanted);
        if (after is not null)
        {
            var (at, id) = AttemptLog.Cursor(after);
            where += " AND (attempt.permitted_at < @at OR (attempt.permitted_at = @at AND attempt.id < @id))";
            values.AddRange([("@at", at), ("@id", id)]);
        }
        values.Add(("@count", count));
        await using var connection = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.Command($"SELECT attempt.id FROM attempt WHERE {where} ORDER BY attempt.permitted_at DESC, attempt.id DESC LIMIT @count", [.. values]);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var ids = new List<string>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false)) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>A permit and its placing carry the same instant, and the permit's is the one that is indexed.</summary>
    private static (string Sql, List<(string, object?)> Values) Where(WantedCalls wanted)
    {
        var sql = new StringBuilder("attempt.campaign_id = @campaign AND attempt.placed_at IS NOT NULL AND (1 = 0");
        var values = new List<(string, object?)> { ("@campaign", wanted.Campaign.Value) };
        foreach (var (from, before) in wanted.Times)
        {
            var number = values.Count;
            sql.Append(CultureInfo.InvariantCulture, $" OR (attempt.permitted_at >= @f{number} AND attempt.permitted_at < @b{number})");
            values.AddRange([($"@f{number}", StoredInstant.Of(from)), ($"@b{number}", StoredInstant.Of(before))]);
        }
        sql.Append(')');
        Also("attempt.agent_id = @agent", "@agent", wanted.Agent?.Value);
        Also("attempt.outcome = @outcome", "@outcome", wanted.Outcome);
        Also("attempt.disposition = @disposition", "@disposition", wanted.Disposition);
        Also("attempt.effect = @effect", "@effect", wanted.Effect);
        Also("attempt.prospect_id IN (SELECT prospect.id FROM prospect WHERE prospect.list_id = @list)", "@list", wanted.List?.Value);
        if (wanted.Reached) sql.Append(" AND attempt.connected_at IS NOT NULL");
        return (sql.ToString(), values);

        void Also(string condition, string name, string? value)
        {
            if (value is null) return;
            sql.Append(" AND ").Append(condition);
            values.Add((name, value));
        }
    }
}
