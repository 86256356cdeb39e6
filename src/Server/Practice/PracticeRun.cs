using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Hosting;
using Plateau.Server.Telephony;
using Plateau.Server.Verbs;
using Plateau.Storage;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Journals;
using Plateau.Storage.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Practice;
using Plateau.Telephony.Trunks;

namespace Plateau.Server.Practice;

/// <summary>One practice from its list to its figures: a campaign of its own, on a floor of its own, over the practice line alone.</summary>
internal sealed class PracticeRun(PracticeRecord record, Store store, DataFolder folder)
{
    /// <summary>Prospects that rest longer than this are left for a day that no practice lives to see.</summary>
    private static readonly Duration WaitsFor = Duration.FromSeconds(30);

    private static readonly TimeSpan SwitchLimit = TimeSpan.FromSeconds(60);
    /// <summary>A switch that has said what is wrong with it gets this long to be well again.</summary>
    private static readonly TimeSpan TroubleLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(150);
    private static readonly CallerId Shown = new("+33162000001", "PRACTICE", new LocalDate(2020, 1, 1));

    /// <summary>A client of its own: whoever objected or was called too often in an earlier practice is another person in this one.</summary>
    private ClientId Client => new(record.Floor);

    private string SwitchFolder => Path.Combine(folder.Path, "practice-switch");

    /// <summary>Invents the list and enters it as a client's list is entered.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        var book = new CentreBook(store);
        var list = new PracticeList(record.Prospects, record.Seed, record.StartsAt);
        await book.SetAsync(new Client(Client, "Practice", [Shown]), record.StartsAt, cancel);
        await book.SetAsync(new Programme(new ProgrammeId(record.Floor), Client, "Practice"), cancel);
        await book.SetListAsync(record.List, Client, record.Floor, record.StartsAt, cancel);
        using var file = new MemoryStream(list.File());
        var report = await new ListImport(store).RunAsync(new ImportOrder(Client, record.List, "practice.csv", record.StartsAt), file, null, cancel);
        if (report.Flaw is { } flaw) throw new InvalidOperationException($"the practice list can't be imported: {flaw.Message}");
        await TellPastAsync(list, cancel);
        await book.SetAsync(Settings(), record.StartsAt, cancel);
    }

    /// <summary>Runs the practice to its end, or goes on with it where it stopped.</summary>
    /// <param name="resumed">An earlier process began it: its agents, conversations and clock are taken up again.</param>
    public async Task<Figures> RunAsync(bool resumed, string prefix, Action<string> say, CancellationToken cancel)
    {
        var clock = new PracticeClock(await StartsAsync(resumed, cancel));
        await using var app = Build(clock, prefix);
        var services = app.Services;
        var line = services.GetRequiredService<FloorLine>();
        var agents = new PracticeAgents(line, services.GetRequiredService<FactFeed>(), clock, new PracticePlan(record.Seed),
            (prospect, stop) => new(services.GetRequiredService<HopperFeed>().NumberOfAsync(prospect, cancellation: stop)), services.GetRequiredService<ILogger<PracticeAgents>>());
        using var acting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var playing = agents.RunAsync(acting.Token);
        await app.StartAsync(cancel);
        try
        {
            await OpenAsync(app, agents, clock, resumed, cancel);
            await UntilAsync(line, clock, view => Done(view, clock.GetCurrentInstant()), view => say(Progress(view)), cancel);
            await line.AskAsync(new CampaignWasSwitched(clock.GetCurrentInstant(), record.Campaign, CampaignState.Stopped));
            await agents.CloseAsync(record.Agents);
            await UntilAsync(line, clock, view => view.RecordingsOpen == 0 && view.Desks.All(desk => desk.Attempt is null), _ => { }, cancel);
            return await FiguresAsync(cancel);
        }
        finally
        {
            await acting.CancelAsync();
            await playing.ContinueWith(_ => { }, TaskScheduler.Default);
            if (!cancel.IsCancellationRequested && services.GetRequiredService<SwitchService>().WhenMade is { IsCompletedSuccessfully: true } made)
                await made.Result.Host.StopAsync(CancellationToken.None);
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>A floor and a switch of its own, and nothing of the centre beside them.</summary>
    /// <param name="more">Is asked last, when everything else is there.</param>
    public WebApplication Build(PracticeClock clock, string prefix, Action<IServiceCollection>? more = null) => PlateauHost.Build(
        new Installation(SwitchFolder, prefix, [TrunkSettings.Practice]), store, new FloorName(record.Floor), clock, folder.Logs, record.FreePort(), null, quiet: true,
        services =>
        {
            services.AddSwitch();
            more?.Invoke(services);
        });

    private CampaignSettings Settings() => new(
        record.Campaign, 1, "practice", Client, new ProgrammeId(record.Floor), record.Mode, TrunkSettings.Practice.Id, Shown.Number, PracticeList.Product, [record.List])
    {
        RingTimeout = Duration.FromTimeSpan(PracticeTable.RingLimit),
        DetectMachines = record.DetectMachines,
        PowerRatio = record.Ratio,
        // So few answer in a practice that of a smaller share not one could be abandoned.
        AbandonmentLimit = 0.03,
        Notice = SwitchSettings.PracticeNoticeOf(SwitchFolder),
        // The practice line's table says what becomes of every number: no machine of it is heard for the truth.
        MachineSample = 0,
        Recording = RecordingChoice.FromStart,
        RecordingPurpose = "practice",
        AsksAtAnyHour = true,
        WrapUpLimit = Duration.FromSeconds(30),
    };

    /// <summary>Objections that came after the list, and calls that another centre made before: the floor is to find them at the dial.</summary>
    private async Task TellPastAsync(PracticeList list, CancellationToken cancel)
    {
        var oppositions = new Oppositions(store);
        var history = new EarlierAttempts(store);
        for (var index = 0; index < list.Count; index++)
        {
            if (list.KindOf(index) == PracticeList.Kind.Opposed)
                await oppositions.RecordAsync(Client, PracticeList.NumberOf(index), record.StartsAt, "practice: letter", cancel);
            if (list.EarlierAttempts(index) is { Count: > 0 } earlier)
                await history.RecordAsync(Client, PracticeList.NumberOf(index), earlier, "practice: another centre", cancel);
        }
    }

    /// <summary>The clock goes on where it would stand, unless so long passed that the day would be over: then where the journal ends.</summary>
    private async Task<Instant> StartsAsync(bool resumed, CancellationToken cancel)
    {
        if (!resumed) return record.StartsAt;
        await using var journal = new Journal(store);
        var last = record.StartsAt;
        await foreach (var entry in journal.ReadAsync(record.Floor, Math.Max(1, await journal.LastSequenceAsync(record.Floor, cancel)), cancel)) last = entry.Fact.At;
        var since = SystemClock.Instance.GetCurrentInstant() - NodaTime.Text.InstantPattern.ExtendedIso.Parse(record.Began).Value;
        var wouldBe = record.StartsAt + since;
        return wouldBe > last + Duration.FromMinutes(10) ? last : Instant.Max(wouldBe, last);
    }

    private async Task OpenAsync(WebApplication app, PracticeAgents agents, PracticeClock clock, bool resumed, CancellationToken cancel)
    {
        var line = app.Services.GetRequiredService<FloorLine>();
        var keeper = app.Services.GetRequiredService<SwitchService>();
        var book = app.Services.GetRequiredService<CentreBook>();
        for (var number = 1; number <= record.Agents; number++) await keeper.ServePractisingAsync(PracticeAgents.AgentOf(number), cancel);
        await SwitchedOnAsync(line, keeper, cancel);
        var at = clock.GetCurrentInstant();
        await line.AskAsync(
            new ClientWasSet(at, (await book.ClientAsync(Client, cancel))!),
            new TrunkWasSet(at, TrunkSettings.Practice.Limits),
            new CampaignWasSet(at, (await book.CampaignAsync(record.Campaign, cancel))!));
        if (resumed) agents.Resume(await line.LookAsync(), cancel);
        await agents.OpenAsync(record.Agents, record.Campaign);
        var flaws = await line.AskAsync(new CampaignWasSwitched(at, record.Campaign, CampaignState.Running));
        if (flaws.Count > 0) throw new Complaint(Exit.Misasked, $"{flaws[0].Place}: {flaws[0].Reason}: {flaws[0].Remedy}");
    }

    private static async Task SwitchedOnAsync(FloorLine line, SwitchService keeper, CancellationToken cancel)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!(await line.LookAsync()).SwitchIsThere)
        {
            if (since.Elapsed > (keeper.Trouble is null ? SwitchLimit : TroubleLimit)) throw new Complaint(Exit.Missing, $"the switch did not answer within {since.Elapsed.TotalSeconds:0} s. {keeper.Trouble ?? "Look into the logs folder."}");
            await Task.Delay(LookEvery, cancel);
        }
    }

    private static async Task UntilAsync(FloorLine line, IClock clock, Func<FloorView, bool> done, Action<FloorView> look, CancellationToken cancel)
    {
        while (true)
        {
            FloorView view;
            try
            {
                view = await line.LookAsync();
            }
            catch (JournalIsAwayException)
            {
                await Task.Delay(LookEvery, cancel);
                continue;
            }
            look(view);
            if (done(view)) return;
            await Task.Delay(LookEvery, cancel);
        }
    }

    private bool Done(FloorView view, Instant now) => view.Campaigns.FirstOrDefault(campaign => campaign.Campaign == record.Campaign) is { } campaign
        && campaign is { Exhausted: true, InHopper: 0, Live: 0, Handled: 0, CallbacksDue: 0 }
        && (campaign.NextDue is not { } due || due > now + WaitsFor);

    private string Progress(FloorView view)
    {
        var campaign = view.Campaigns.FirstOrDefault(one => one.Campaign == record.Campaign);
        var engaged = view.Desks.Count(desk => desk.State == Core.People.AgentState.Engaged);
        return $"practice {record.Number}: {campaign?.Judged ?? 0} of {record.Prospects} prospects, {campaign?.Live ?? 0} calls, {engaged} of {record.Agents} agents talking";
    }

    private async Task<Figures> FiguresAsync(CancellationToken cancel)
    {
        await using var journal = new Journal(store);
        var tally = new Tally();
        await foreach (var entry in journal.ReadAsync(record.Floor, 1, cancel)) tally.Count(entry.Fact);
        return tally.Figures;
    }
}
