using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Messaging.Mail;
using Plateau.Storage.Appointments;
using Plateau.Storage.Centre;

namespace Plateau.Server.Notices;

/// <summary>Sends what is due to be told about appointments: from the book to the mail server, each once as far as mail allows it.</summary>
/// <remarks>
/// A notice is marked when the server has taken it over. Between its word and our mark a crash sends it twice, under the
/// same Message-ID. A server that can't be used makes all of them wait; what it says of one letter concerns that one alone.
/// </remarks>
internal sealed class NoticeService(NoticeBook notices, NoticeLetters letters, AttemptLog attempts, MailDesk desk, IClock clock, ILogger<NoticeService> log) : BackgroundService
{
    /// <summary>Letters of one round; the next follows at once when there are more.</summary>
    private const int Most = 50;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly Duration Rest = Duration.FromSeconds(30);

    /// <summary>So long one Plateau keeps a letter to itself while it sends it; another on the same database leaves it alone.</summary>
    private static readonly Duration Taken = Duration.FromMinutes(2);

    /// <summary>Whether a call is over is looked at so often, and for so long: then the letter goes with what is known.</summary>
    private static readonly Duration LooksAgain = Duration.FromSeconds(15), LongestTalk = Duration.FromMinutes(20);

    /// <summary>After so long a letter that was not taken is tried again; after the last it is given up.</summary>
    public static IReadOnlyList<Duration> Waits { get; } = [.. new[] { 1, 5, 15, 60, 180, 360, 720, 1_440 }.Select(minutes => Duration.FromMinutes(minutes))];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                while (await SendDueAsync(IsRested, stoppingToken) >= Most) ;
            }
            catch (Exception away) when (away is not OperationCanceledException)
            {
                log.LogWarning(away, "Notices of appointments can't be read or marked now; they are tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many were looked at; 0 while mail is not set up.</returns>
    public Task<int> SendDueAsync(CancellationToken cancel) => SendDueAsync(_ => true, cancel);

    /// <summary>Address by address: one that fails keeps its own letters waiting and nobody else's.</summary>
    private async Task<int> SendDueAsync(Func<MailAccount, bool> isAsked, CancellationToken cancel)
    {
        var accounts = await desk.AccountsAsync(cancel);
        ClientId[] own = [.. accounts.Select(account => account.Client).OfType<ClientId>()];
        var looked = 0;
        foreach (var account in accounts.Where(isAsked)) looked += await SendAsync(account, await notices.DueAsync(clock.GetCurrentInstant(), Most, account.Client, own, cancel), cancel);
        return looked;
    }

    private bool IsRested(MailAccount account) => !(desk.SentOf(account.Client) is { Trouble: not null, At: var at } && clock.GetCurrentInstant() < at + Rest);

    private async Task<int> SendAsync(MailAccount account, IReadOnlyList<(AppointmentNotice Notice, AppointmentCard Card)> due, CancellationToken cancel)
    {
        if (due.Count == 0) return 0;
        await using var post = desk.Open(account.Card);
        if (await post.TryAsync(cancel) is { } shut)
        {
            Tell(account, shut, 0);
            return 0;
        }
        var sent = 0;
        foreach (var (notice, card) in due)
        {
            var now = clock.GetCurrentInstant();
            if (Useless(notice, card.Appointment, now) is { } why)
            {
                await notices.FailedAsync(notice.Id, why, null, cancel);
                continue;
            }
            if (await IsStillTalkedOfAsync(notice, card.Appointment, now, cancel))
            {
                await notices.TakeAsync(notice.Id, now, now + LooksAgain, cancel);
                continue;
            }
            if (await letters.WriteAsync(notice, card, account.Card, now, cancel) is not { } letter)
            {
                await notices.FailedAsync(notice.Id, "no-address", null, cancel);
                continue;
            }
            if (!await notices.TakeAsync(notice.Id, now, now + Taken, cancel)) continue;
            var sending = await post.SendAsync(letter, cancel);
            if (sending.Trouble is { } trouble)
            {
                Tell(account, trouble, sent);
                return 0;
            }
            await KeepAsync(notice, card.Appointment, sending, now, cancel);
            if (sending.Result == SendingResult.Sent) sent++;
        }
        desk.KeepSent(account.Client, new(clock.GetCurrentInstant(), sent, null));
        return due.Count;
    }

    /// <summary>A consultant is written to when the call is over: what is still asked and said in it belongs into the letter.</summary>
    private async Task<bool> IsStillTalkedOfAsync(AppointmentNotice notice, Appointment appointment, Instant now, CancellationToken cancel) =>
        notice is { Reader: NoticeReader.Consultant, Kind: not NoticeKind.Cancellation } && appointment.Attempt is { } attempt && now < appointment.BookedAt + LongestTalk
            && await attempts.FindAsync(attempt, cancel) is { DisposedAt: null };

    private void Tell(MailAccount account, MailTrouble trouble, int sent)
    {
        log.LogWarning("No letter goes out over {Place} ({Kind}); they wait", trouble.Place, trouble.Kind);
        desk.KeepSent(account.Client, new(clock.GetCurrentInstant(), sent, trouble));
    }

    /// <summary>Why it need not be told any more; null when it must.</summary>
    private static string? Useless(AppointmentNotice notice, Appointment appointment, Instant now) =>
        notice.Kind == NoticeKind.Reminder && appointment.State != AppointmentState.Booked ? "outdated"
        : notice.Kind != NoticeKind.Cancellation && appointment.Start <= now ? "too-late"
        : null;

    private Task KeepAsync(AppointmentNotice notice, Appointment appointment, Sending sending, Instant now, CancellationToken cancel)
    {
        if (sending.Result == SendingResult.Sent) return notices.SentAsync(notice.Id, now, cancel);
        var again = sending.Result == SendingResult.Later && notice.Tries < Waits.Count ? now + Waits[notice.Tries] : (Instant?)null;
        if (again > appointment.Start && notice.Kind != NoticeKind.Cancellation) again = null;
        log.LogInformation("Notice {Notice} of appointment {Appointment} was not taken, try {Try}, {Next}", notice.Id, appointment.Id, notice.Tries + 1, again is null ? "given up" : "tried again");
        return notices.FailedAsync(notice.Id, sending.Detail, again, cancel);
    }
}
