using System.Runtime.CompilerServices;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;

namespace Plateau.Server.Reports;

/// <summary>Facts as reports count them: some thousands at a time, each with the list of the prospect that it names.</summary>
internal static class FactPages
{
    private const int Length = 5_000;

    public static async IAsyncEnumerable<IReadOnlyList<(Recorded Entry, ListId? List)>> ReadAsync(
        Journal journal, ProspectBook prospects, string stream, long from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var page = new List<Recorded>(Length);
        await foreach (var entry in journal.ReadAsync(stream, from, cancel))
        {
            page.Add(entry);
            if (page.Count < Length) continue;
            yield return await WithListsAsync(prospects, page, cancel);
            page.Clear();
        }
        if (page.Count > 0) yield return await WithListsAsync(prospects, page, cancel);
    }

    private static async Task<IReadOnlyList<(Recorded, ListId?)>> WithListsAsync(ProspectBook prospects, List<Recorded> page, CancellationToken cancel)
    {
        var lists = await prospects.ListsOfAsync([.. page.Select(entry => CallLedger.ProspectOf(entry.Fact)).OfType<ProspectId>().Distinct()], cancel);
        return page.ConvertAll(entry => (entry, CallLedger.ProspectOf(entry.Fact) is { } prospect && lists.TryGetValue(prospect, out var list) ? (ListId?)list : null));
    }
}
