using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Storage.Appointments;

namespace Plateau.Server.Appointments;

/// <summary>Tells the floor what became of appointments: written down first, told then, and told again as long as the floor has not kept it.</summary>
/// <remarks>Whoever changes an appointment need not know the floor: pages, programs, mail and calendars write to the book, and this tells it.</remarks>
internal sealed class AppointmentNews(AppointmentLists lists, AppointmentBook book, FloorLine line, IClock clock, ILogger<AppointmentNews> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Tells it now, so that whoever asked sees it on the floor.</summary>
    public async Task TellAsync(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            foreach (var card in await lists.UntoldAsync(MostAtOnce, cancel)) await TellAsync(card, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await TellAsync(stoppingToken);
                }
                catch (Exception away) when (away is JournalIsAwayException or OrleansException or TimeoutException or System.Data.Common.DbException)
                {
                    log.LogWarning(away, "The floor does not hear of appointments now; it is told again");
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The floor hears of appointments no more");
        }
    }

    private async Task TellAsync(AppointmentCard card, CancellationToken cancel)
    {
        var (made, at) = (card.Appointment, clock.GetCurrentInstant());
        var signals = new List<Signal>();
        if (card.Told is null && made is { Attempt: { } attempt, Agent: { } agent }) signals.Add(new AppointmentWasBooked(at, attempt, made.Campaign, made.Prospect, made.Customer, agent, made.Id));
        // One made in the calendar comes from no call: that it stands keeps its person from being called, as it does when one called off stands again. It is told first, whatever came of it since.
        if (card.Told is null && made.Attempt is null) signals.Add(new AppointmentWasSettled(at, made.Id, made.Campaign, made.Prospect, made.Customer, AppointmentState.Cancelled, AppointmentState.Booked) { Made = made.BookedAt });
        var before = card.Told ?? AppointmentState.Booked;
        if (before != made.State) signals.Add(new AppointmentWasSettled(at, made.Id, made.Campaign, made.Prospect, made.Customer, before, made.State));
        var flaws = signals.Count == 0 ? [] : await line.AskAsync(signals);
        // One of a campaign that is gone, or made without a call, has nothing to tell; nor has one that the floor knew already.
        if (signals.Count == 0 || flaws.Count > 0 || (await book.FindAsync(made.Id, cancel))?.Told != made.State) await book.ToldAsync(made.Id, made.State, cancel);
    }
}
