using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Server.Floors;
using Plateau.Server.Telephony;
using Plateau.Storage;

namespace Plateau.Server.Api;

/// <summary>One thing that must be there before work can be done.</summary>
/// <param name="Remedy">What to do when it is missing; null when it is there.</param>
internal sealed record Need(string Name, bool Ready, string Says, string? Remedy);

/// <summary>Whether calls can be made now, and what is missing when they can't.</summary>
internal sealed class Readiness(Store store, ISwitch telephony, FloorLine line, ImportFolder data, IClock clock)
{
    /// <summary>A day of a busy floor's journal and recordings.</summary>
    private const long LeastDisk = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>This was written after that moment: a clock that says less is wrong.</summary>
    private static readonly Instant Written = Instant.FromUtc(2026, 11, 1, 0, 0);

    public async Task<IReadOnlyList<Need>> LookAsync(CancellationToken cancel)
    {
        var database = await AnswersAsync(cancel);
        var disk = new DriveInfo(data.Path).AvailableFreeSpace;
        var now = clock.GetCurrentInstant();
        return
        [
            new("database", database, database ? "answers" : "does not answer", database ? null : $"start it, or correct its address in the settings: {store.Address}"),
            new("journal", line.JournalIsThere, line.JournalIsThere ? "takes facts" : "does not take facts", line.JournalIsThere ? null : "nothing is dialled until it does; it is tried again by itself"),
            new("switch", telephony.IsReady, telephony.IsReady ? "takes calls" : "takes no calls", telephony.IsReady ? null : telephony.Trouble ?? "it is being started or counted; look again in some seconds"),
            new("disk", disk >= LeastDisk, $"{disk >> 20} MB free", disk >= LeastDisk ? null : $"free {(LeastDisk - disk) >> 20} MB where {data.Path} is"),
            new("clock", now >= Written, now.ToString(), now >= Written ? null : "set the machine's clock: permits depend on it"),
            new("tzdb", MoroccanClock.IsRecent(RuleBook.Tzdb), RuleBook.Tzdb, MoroccanClock.IsRecent(RuleBook.Tzdb) ? null : $"update Plateau: time zones older than {MoroccanClock.OldestTzdb} have Casablanca wrong by an hour"),
        ];
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await store.AnswersAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>The folder in which imports lie and whose disk must not fill up.</summary>
internal sealed record ImportFolder(string Path);
