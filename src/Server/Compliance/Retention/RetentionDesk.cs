using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Server.Api;
using Plateau.Server.People;
using Plateau.Server.Reports.Proofs;
using Plateau.Storage.Centre;

namespace Plateau.Server.Compliance.Retention;

/// <summary>What is kept for a time and no longer.</summary>
public enum KeptThing { Recordings, People, ImportFiles }

/// <summary>How much of something has been kept long enough.</summary>
/// <param name="Rule">Id of the rule that sets the time; null for the house's own.</param>
public sealed record Removal(KeptThing Thing, string? Rule, int Count);

/// <summary>What one night took away.</summary>
/// <param name="By">The program, or who asked for it.</param>
/// <param name="Failed">What could not be taken away, in the words of the machine; it is tried again the next night.</param>
public sealed record RetentionNight(Instant At, string By, IReadOnlyList<Removal> Removed, string? Failed);

/// <summary>
/// Takes away what has been kept as long as the rules let: the sound of recordings by their purpose, people of whom there
/// has been no sign for three years, files of imports after thirty days. Facts stay, and name nobody.
/// </summary>
internal sealed class RetentionDesk(RetentionBook book, CustomerBook customers, RecordingFiles files, ImportShelf imports, DocumentBook documents, Audited audited, IClock clock) : IDisposable
{
    public const string Kind = "retention-night", Act = "retention.purge";

    private const int PageLength = 500;
    private const int NightsShown = 60;
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>What would be taken away now; nothing is touched.</summary>
    public async Task<IReadOnlyList<Removal>> PlanAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var recordings = 0;
        await foreach (var _ in ExpiredAsync(now, cancel)) recordings++;
        return [Recordings(recordings), People((await book.PeopleAsync(Unheard(now), int.MaxValue, cancel)).Count), Imports(imports.Old(now).Count)];
    }

    /// <summary>Takes it away, and writes down what it is before it goes: counts for people, ids in the audit log.</summary>
    /// <param name="by">Who asked; the program itself at night.</param>
    public async Task<RetentionNight> CarryOutAsync(string by, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var now = clock.GetCurrentInstant();
            var failed = new List<string>();
            List<(RecordingCard Card, string File)> sounds = [];
            await foreach (var each in ExpiredAsync(now, cancel)) sounds.Add(each);
            var recordings = await RemoveAsync(by, "recordings", sounds, each => each.Card.Id.Value, each => Task.FromResult(Try(() => File.Delete(each.File), failed)));
            var people = await RemoveAsync(by, "people", await book.PeopleAsync(Unheard(now), int.MaxValue, cancel), each => $"{each.Client}/{each.Customer}", async each => await customers.EraseAsync(each.Customer, Desks.Work.CustomerNotes.Kind, cancel) == true);
            var dropped = await RemoveAsync(by, "imports", imports.Old(now), each => each.Id, each => Task.FromResult(Try(() => imports.Drop(each.Id), failed)));
            var night = new RetentionNight(now, by, [Recordings(recordings), People(people), Imports(dropped)], failed.Count == 0 ? null : string.Join("; ", failed.Distinct().Take(3)));
            if (night.Failed is { } why) await audited.FailedAsync(by, Act, "files", null, new { why });
            await documents.SetAsync(Kind, IdOf(now), night, now, cancellation: cancel);
            foreach (var old in (await NightsAsync(cancel)).Skip(NightsShown)) await documents.RemoveAsync(Kind, IdOf(old.At), cancel);
            return night;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Names in the audit log what goes, and takes it away; then names what stayed. Whoever falls between leaves a log that names all that may be gone.</summary>
    private async Task<int> RemoveAsync<T>(string by, string what, IReadOnlyList<T> due, Func<T, string> idOf, Func<T, Task<bool>> remove)
    {
        var gone = 0;
        foreach (var some in due.Chunk(PageLength))
        {
            var stayed = new List<string>();
            await audited.DoneAsync(by, Act, what, null, new { removed = some.Select(idOf) });
            foreach (var one in some)
                if (await remove(one)) gone++;
                else stayed.Add(idOf(one));
            if (stayed.Count > 0) await audited.FailedAsync(by, Act, what, null, new { stayed });
        }
        return gone;
    }

    /// <summary>What was taken away, the latest first.</summary>
    public async Task<IReadOnlyList<RetentionNight>> NightsAsync(CancellationToken cancel) =>
        [.. (await documents.AllAsync<RetentionNight>(Kind, cancellation: cancel)).Select(document => document.Content).OrderByDescending(night => night.At)];

    /// <summary>A document's id that sorts by time.</summary>
    private static string IdOf(Instant at) => at.ToString("uuuuMMdd'T'HHmmssfff", System.Globalization.CultureInfo.InvariantCulture);

    private static Removal Recordings(int count) => new(KeptThing.Recordings, "FR-REC-RETENTION", count);
    private static Removal People(int count) => new(KeptThing.People, "FR-RETENTION-PROSPECT", count);
    private static Removal Imports(int count) => new(KeptThing.ImportFiles, null, count);

    /// <summary>Before this moment nobody was heard of for as long as a prospect may be kept.</summary>
    private static Instant Unheard(Instant now) => now.InZone(Zones.Paris).LocalDateTime.PlusYears(-ProspectRetention.Years).InZoneLeniently(Zones.Paris).ToInstant();

    /// <summary>Recordings whose time is over and whose sound is still there.</summary>
    private async IAsyncEnumerable<(RecordingCard Card, string File)> ExpiredAsync(Instant now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        // None is kept for less than the shortest time; the rule then looks at each.
        var shortest = now.InZone(Zones.Paris).LocalDateTime.PlusMonths(-RecordingRetention.Months(null)).InZoneLeniently(Zones.Paris).ToInstant();
        for (RecordingCard? last = null; ;)
        {
            var page = await book.RecordingsAsync(shortest, last, PageLength, cancel);
            foreach (var card in page)
                if (!RecordingRetention.MayBeKept(card.KeptAt!.Value, card.Purpose, now) && files.Find(card.Id) is { } file) yield return (card, file);
            if (page.Count < PageLength) yield break;
            last = page[^1];
        }
    }

    private static bool Try(Action act, List<string> failed)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            failed.Add(denied.Message);
            return false;
        }
    }

    public void Dispose() => turn.Dispose();
}
