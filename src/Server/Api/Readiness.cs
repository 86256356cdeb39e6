using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Server.Floors;
using Plateau.Server.Notices;
using Plateau.Server.Telephony;
using Plateau.Server.Web.Words;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using static Plateau.Server.Api.ReadinessWords;

namespace Plateau.Server.Api;

/// <summary>One thing of which the centre has need.</summary>
/// <param name="Called">What people call it; programs know it by its name.</param>
/// <param name="Remedy">What to do when it is missing; null when it is there.</param>
internal sealed record Need(string Name, Word Called, bool Ready, Word Says, Word? Remedy)
{
    /// <summary>False for what may be missing while calls are made: mail and calendars degrade the centre and stop no telephone.</summary>
    public bool ForCalls { get; init; } = true;
}

/// <summary>Whether calls can be made now, what is missing when they can't, and what else does not go as it should.</summary>
internal sealed class Readiness(Store store, ISwitch telephony, FloorLine line, ImportFolder data, MailDesk mail, NoticeBook notices, ConsultantBook consultants, IClock clock)
{
    /// <summary>A day of a busy floor's journal and recordings.</summary>
    private const long LeastDisk = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>This was written after that moment: a clock that says less is wrong.</summary>
    private static readonly Instant Written = Instant.FromUtc(2026, 11, 1, 0, 0);

    public async Task<IReadOnlyList<Need>> LookAsync(CancellationToken cancel)
    {
        var database = await AskAsync(store.AnswersAsync, cancel);
        var disk = new DriveInfo(data.Path).AvailableFreeSpace;
        var now = clock.GetCurrentInstant();
        return
        [
            new("database", Database, database, database ? Answers : NoAnswer, database ? null : Filled(StartDatabase, store.Address)),
            new("journal", Journal, line.JournalIsThere, line.JournalIsThere ? TakesFacts : TakesNoFacts, line.JournalIsThere ? null : NothingDialled),
            new("switch", Switch, telephony.IsReady, telephony.IsReady ? TakesCalls : TakesNoCalls, telephony.IsReady ? null : telephony.Trouble is { } why ? new(why, why, why) : BeingStarted),
            new("disk", Disk, disk >= LeastDisk, Filled(MegabytesFree, disk >> 20), disk >= LeastDisk ? null : Filled(FreeDisk, (LeastDisk - disk) >> 20, data.Path)),
            new("clock", Clock, now >= Written, Filled(new("{0}", "{0}", "{0}"), now), now >= Written ? null : SetClock),
            new("tzdb", ZoneData, MoroccanClock.IsRecent(RuleBook.Tzdb), Filled(new("{0}", "{0}", "{0}"), RuleBook.Tzdb), MoroccanClock.IsRecent(RuleBook.Tzdb) ? null : Filled(UpdateZones, MoroccanClock.OldestTzdb)),
            await OfDatabaseAsync("mail", Mail, database, stop => MailAsync(now, stop), cancel),
            await OfDatabaseAsync("calendars", ConsultantCalendars, database, CalendarsAsync, cancel),
        ];
    }

    /// <summary>Whether letters go out and answers are read: by what was seen at the last round.</summary>
    private async Task<(Word Says, Word? Remedy)> MailAsync(Instant now, CancellationToken cancel)
    {
        var waiting = await notices.WaitingAsync(now, cancel);
        var accounts = await mail.AccountsAsync(cancel);
        if (accounts.Count == 0) return waiting == 0 ? (MailNotNeeded, null) : (Filled(MailNotSet, waiting), SetMailUp);
        if (accounts.Select(account => mail.SentOf(account.Client)?.Trouble).FirstOrDefault(trouble => trouble is not null) is { } shut) return (Filled(MailStands, Of(shut.Kind), waiting), LookAtMail);
        return accounts.Select(account => mail.ReadOf(account.Client)?.Trouble).FirstOrDefault(trouble => trouble is not null) is { } unread ? (Filled(AnswersUnread, Of(unread.Kind)), LookAtMail) : (MailGoes, null);
    }

    private async Task<(Word Says, Word? Remedy)> CalendarsAsync(CancellationToken cancel)
    {
        var all = await consultants.CalendarsAsync(cancel);
        // A wrong line, or an entry written over, concerns one event: the others are read.
        var unread = all.Count(calendar => calendar.LastError?.Split('|')[0] is not (null or "flaw" or "emptied" or "length"));
        return unread == 0 ? (Filled(CalendarsRead, all.Count), null) : (Filled(CalendarsUnread, all.Count, unread), LookAtCalendars);
    }

    private static async Task<Need> OfDatabaseAsync(string name, Word called, bool database, Func<CancellationToken, Task<(Word Says, Word? Remedy)>> look, CancellationToken cancel)
    {
        (Word, Word?)? seen = null;
        if (database) await AskAsync(async stop => (seen = await look(stop)) is not null, cancel);
        var (says, remedy) = seen ?? (NotKnown, DatabaseFirst);
        return new(name, called, remedy is null, says, remedy) { ForCalls = false };
    }

    private static async Task<bool> AskAsync(Func<CancellationToken, Task<bool>> ask, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception gone) when (gone is System.Data.Common.DbException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>The folder in which imports lie and whose disk must not fill up.</summary>
internal sealed record ImportFolder(string Path);
