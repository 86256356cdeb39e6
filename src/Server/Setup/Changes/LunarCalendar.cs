using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Prospecting;
using Plateau.Storage.Centre;

namespace Plateau.Server.Setup.Changes;

/// <summary>The Moroccan holidays of the lunar calendar as somebody of the centre entered them, the same for all its clients; the floor hears of a change at once.</summary>
internal sealed class LunarCalendar(DocumentBook documents, CentreBook book, CentreChanges changes)
{
    private const string Kind = "lunar-days", Only = "centre";

    public async Task<(IReadOnlyList<LunarYear> Years, long? Version)> ReadAsync(CancellationToken cancel = default) =>
        await documents.FindAsync<List<LunarYear>>(Kind, Only, cancel) is { } kept ? (kept.Content, kept.Version) : ([], null);

    /// <param name="days">Every holiday of that year's lunar calendar; null to go back to what is expected.</param>
    /// <param name="version">As it was read.</param>
    /// <returns>False when somebody else changed it since; nothing is kept then.</returns>
    public Task<bool> SetAsync(int year, IReadOnlyList<LocalDate>? days, long? version, CancellationToken cancel = default) => changes.AloneAsync(async at =>
    {
        var (years, _) = await ReadAsync(cancel);
        List<LunarYear> set = [.. years.Where(each => each.Year != year)];
        if (days is not null) set.Add(new(year, [.. days.Distinct().Order()]));
        set.Sort((one, other) => one.Year.CompareTo(other.Year));
        if (!await documents.SetAsync(Kind, Only, set, at, version, cancellation: cancel)) return false;
        foreach (var client in await book.EveryClientAsync())
        {
            var told = client with { LunarDays = set };
            await book.SetAsync(told, at, cancel);
            await changes.TellAsync(new ClientWasSet(at, told));
        }
        return true;
    }, cancel);
}
