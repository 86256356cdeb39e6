using System.Diagnostics;
using NodaTime;
using Plateau.Contracts.House;
using Plateau.Contracts.Storage;
using Plateau.Contracts.Telephony;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Practice;

namespace Plateau.Contracts.Practice;

/// <summary>Five practices, each with its own program, switch and database, four of them begun at once: each mostly waits for people who talk, so together they take no longer than the longest.</summary>
/// <remarks>They are timed by people's patience, so no other contract runs beside them.</remarks>
public sealed class PracticeRuns : IAsyncDisposable
{
    public Task Table { get; } = Task.Run(TableAsync);
    public Task SwitchKilled { get; } = Task.Run(SwitchKilledAsync);
    public Task DatabaseStopped { get; } = Task.Run(DatabaseStoppedAsync);
    public Task DatabaseStoppedAhead { get; } = Task.Run(DatabaseStoppedAheadAsync);

    /// <summary>After the others and alone: whoever starts again twenty times needs the machine to come back before customers hang up.</summary>
    public Task Killed { get; }

    public PracticeRuns() => Killed = Task.WhenAll(Table, SwitchKilled, DatabaseStopped, DatabaseStoppedAhead).ContinueWith(_ => KilledAsync(), TaskScheduler.Default).Unwrap();

    /// <summary>Also what was not asked for ends with its programs and switches.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(Table, Killed, SwitchKilled, DatabaseStopped, DatabaseStoppedAhead).ContinueWith(_ => { }, TaskScheduler.Default);

    private static async Task TableAsync()
    {
        await using var practice = new PracticeProcess();
        practice.Start("practice", "--prospects", "300", "--agents", "10", "--seed", "7");
        var figures = await practice.ClosingLineAsync(600);

        figures.GetProperty("violations").EnumerateArray().Should().BeEmpty();
        figures.GetProperty("prospects").GetInt32().Should().Be(300);
        figures.GetProperty("refusals").EnumerateObject().Select(rule => rule.Name).Should()
            .BeEquivalentTo("FR-B2C-CONSENT", "FR-B2C-OPPOSITION", "FR-B2C-FREQ-4-30", "FR-B2C-HOURS");
        var facts = await practice.FactsAsync();
        await EveryOutcomeIsTheTablesAsync(practice, facts);
        EveryAttemptHasItsPermitBeforeIt(facts);
        EveryHandledCallHasOneDisposition(facts);
        practice.Invites.Should().BeEquivalentTo(facts.OfType<AttemptPlaced>().Select(placed => placed.Attempt.Value), "the practice line heard each attempt, once");
        // Whoever hangs up in the moment in which they are joined leaves nothing to be recorded.
        var talked = facts.OfType<Released>().Where(released => released.Talk.TotalSeconds > 1).Select(released => released.Attempt).ToHashSet();
        facts.OfType<RecordingKept>().Should().OnlyContain(kept => kept.Complete || (!talked.Contains(kept.Attempt) && kept.Length.TotalSeconds == 0)).And.HaveCount(facts.OfType<Connected>().Count());

        practice.Start("replay");
        (await practice.ClosingLineAsync(Eventually.Patience)).GetRawText().Should().Be(figures.GetRawText(), "live equals replay");
        practice.Start("report", "--campaign", "practice");
        var report = await practice.ClosingLineAsync(Eventually.Patience);
        report.GetProperty("figures").GetProperty("attempts").GetInt32().Should().Be(figures.GetProperty("attempts").GetInt32());
    }

    private static async Task KilledAsync()
    {
        await using var practice = new PracticeProcess();
        string[] command = ["practice", "--prospects", "200", "--agents", "6", "--seed", "11"];
        var moments = new Random(20);
        practice.Start(command);
        var (first, slowest) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var kill = 0; kill < 20 && practice.IsRunning; kill++)
        {
            var placed = (await CountAsync(practice)).Placed;
            var since = Stopwatch.StartNew();
            await Eventually.HoldsAsync(async () => !practice.IsRunning || (await CountAsync(practice)).Placed >= placed + 1, "the campaign goes on after a restart");
            if (kill == 0) first = since.Elapsed;
            else if (since.Elapsed > slowest) slowest = since.Elapsed;
            if (!practice.IsRunning) break;
            // A random number of facts later is a random moment of some call.
            var until = (await CountAsync(practice)).Facts + moments.Next(1, 12);
            await Eventually.HoldsAsync(async () => !practice.IsRunning || (await CountAsync(practice)).Facts >= until, "facts go on");
            if (!practice.IsRunning) break;
            await practice.KillAsync();
            practice.Start(command);
        }
        var figures = await practice.ClosingLineAsync(600);

        slowest.Should().BeLessThan(first + TimeSpan.FromSeconds(15), "after a restart the campaign goes on within 15 s of what any start takes here");
        figures.GetProperty("violations").EnumerateArray().Should().BeEmpty();
        var facts = await practice.FactsAsync();
        practice.Invites.Should().OnlyHaveUniqueItems("no prospect is called twice for one attempt");
        practice.Invites.Should().BeSubsetOf(facts.OfType<AttemptPlaced>().Select(placed => placed.Attempt.Value), "nobody was called without a fact before it");
        facts.OfType<AttemptEnded>().Select(ended => ended.Attempt).Should().BeEquivalentTo(facts.OfType<AttemptPlaced>().Select(placed => placed.Attempt), "each attempt has its end");
        EveryHandledCallHasOneDisposition(facts);
        facts.OfType<Released>().Should().NotContain(released => released.By == ReleasedBy.Switch, "conversations go on while we are dead");
        EveryAttemptHasItsPermitBeforeIt(facts);
    }

    private static async Task SwitchKilledAsync()
    {
        await using var practice = new PracticeProcess();
        practice.Start("practice", "--prospects", "60", "--agents", "6", "--seed", "5");
        await Eventually.HoldsAsync(async () => (await practice.FactsSafelyAsync()).OfType<Connected>().Count() >= 3, "calls are connected");
        Process.GetProcessById(practice.SwitchProcessId).Kill();
        var killed = Stopwatch.StartNew();
        await Eventually.HoldsAsync(async () => (await practice.FactsSafelyAsync()).OfType<AttemptEnded>().Any(ended => ended.Code == "switch-died"), "lost calls are closed");
        killed.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        var figures = await practice.ClosingLineAsync(600);

        figures.GetProperty("violations").EnumerateArray().Should().BeEmpty();
        var facts = await practice.FactsAsync();
        var lost = facts.OfType<AttemptEnded>().Where(ended => ended.Code == "switch-died").ToList();
        lost.Should().OnlyContain(ended => ended.Outcome == Outcome.Interrupted);
        lost.Where(ended => ended.Verdict is not null).Should().OnlyContain(ended => ended.Verdict!.MayRedial, "an interrupted call is recycled by its rule");
        (lost.Max(ended => ended.At) - lost.Min(ended => ended.At)).TotalSeconds.Should().BeLessThan(10);
        EveryHandledCallHasOneDisposition(facts);
    }

    private static async Task DatabaseStoppedAsync()
    {
        await using var server = await PostgresServer.StartNewAsync(Checkout.At());
        await using var practice = new PracticeProcess(await server.NewDatabaseAsync());
        practice.Start("practice", "--prospects", "80", "--agents", "6", "--seed", "9");
        await Eventually.HoldsAsync(() => practice.Invites.Length >= 10, "calls are made");
        await server.StopAsync();
        var stopped = practice.Invites.Length;
        // A dial whose facts were written in the last moment may still be on its way to the line.
        await Eventually.HoldsAsync(() => Task.FromResult(QuietFor(practice, TimeSpan.FromSeconds(3))), "the line falls silent");
        practice.Invites.Length.Should().BeLessThanOrEqualTo(stopped + 6, "no more than one call for each agent was under way");
        practice.IsRunning.Should().BeTrue();
        var silent = practice.Invites.Length;
        await server.StartAsync();
        await Eventually.HoldsAsync(() => practice.Invites.Length > silent, "it goes on by itself");
        var figures = await practice.ClosingLineAsync(600);

        figures.GetProperty("violations").EnumerateArray().Should().BeEmpty();
        var facts = await practice.FactsAsync();
        practice.Invites.Should().OnlyHaveUniqueItems().And.BeSubsetOf(facts.OfType<AttemptPlaced>().Select(placed => placed.Attempt.Value));
        EveryHandledCallHasOneDisposition(facts);
        NobodyWaitsInSilence(facts);
    }

    /// <summary>The database goes while calls ring for which no agent waits, until somebody was answered by nobody's order: they hear the notice all the same.</summary>
    private static async Task DatabaseStoppedAheadAsync()
    {
        await using var server = await PostgresServer.StartNewAsync(Checkout.At());
        await using var practice = new PracticeProcess(await server.NewDatabaseAsync());
        practice.Start("practice", "--mode", "power", "--ratio", "3", "--no-amd", "--prospects", "150", "--agents", "6", "--seed", "13");
        for (var stop = 0; stop < 12 && practice.SilencesBroken.Length < 2; stop++)
        {
            var called = practice.Invites.Length;
            await Eventually.HoldsAsync(() => practice.Invites.Length >= called + 10, "calls are made");
            await server.StopAsync();
            // Whoever answers now has three seconds to wait for our own word.
            await Eventually.HoldsAsync(() => Task.FromResult(QuietFor(practice, TimeSpan.FromSeconds(6))), "the line falls silent");
            await server.StartAsync();
        }
        var figures = await practice.ClosingLineAsync(600);

        figures.GetProperty("violations").EnumerateArray().Should().BeEmpty();
        var facts = await practice.FactsAsync();
        practice.Invites.Should().OnlyHaveUniqueItems().And.BeSubsetOf(facts.OfType<AttemptPlaced>().Select(placed => placed.Attempt.Value));
        EveryHandledCallHasOneDisposition(facts);
        NobodyWaitsInSilence(facts);
        practice.SilencesBroken.Should().HaveCountGreaterThanOrEqualTo(2, "people answered while the floor could say nothing");
        facts.OfType<NoticeGiven>().Select(given => given.Attempt.Value).Should().Contain(practice.SilencesBroken);
        facts.OfType<AttemptEnded>().Where(ended => practice.SilencesBroken.Contains(ended.Attempt.Value)).Should().OnlyContain(ended => ended.Outcome == Outcome.Abandoned);
    }

    /// <summary>Whoever answered has an agent, hears who called, or the call is over: within the floor's turn and, where an agent was rung, the agent's and the floor's again.</summary>
    private static void NobodyWaitsInSilence(IEnumerable<Fact> facts)
    {
        Dictionary<AttemptId, Instant> silent = [];
        foreach (var fact in facts)
            switch (fact)
            {
                case AttemptAnswered { By: not AnsweredBy.Machine } answered: silent[answered.Attempt] = answered.At; break;
                case Connected connected: Ends(connected.Attempt, connected.At); break;
                case NoticeGiven given: Ends(given.Attempt, given.At); break;
                case AttemptEnded ended: Ends(ended.Attempt, ended.At); break;
            }
        silent.Should().BeEmpty();

        void Ends(AttemptId attempt, Instant at)
        {
            if (silent.Remove(attempt, out var since)) (at - since).TotalSeconds.Should().BeLessThan(10, $"{attempt} is not left in silence");
        }
    }

    private static bool QuietFor(PracticeProcess practice, TimeSpan time)
    {
        var file = new FileInfo(Path.Combine(practice.Folder, "practice-switch", "log", "practice.log"));
        return DateTime.UtcNow - file.LastWriteTimeUtc > time;
    }

    private static async Task<(int Facts, int Placed)> CountAsync(PracticeProcess practice)
    {
        var facts = await practice.FactsSafelyAsync();
        return (facts.Count, facts.OfType<AttemptPlaced>().Count());
    }

    private static async Task EveryOutcomeIsTheTablesAsync(PracticeProcess practice, List<Fact> facts)
    {
        var ended = facts.OfType<AttemptEnded>().ToList();
        var numbers = await practice.NumbersAsync(ended.Select(end => end.Prospect).Distinct());
        var wrong = ended.Where(end => end.Outcome != Expected(numbers[end.Prospect])).Select(end => $"{numbers[end.Prospect]}: {end.Outcome} ({end.Code}), the table says {Expected(numbers[end.Prospect])}");
        wrong.Should().BeEmpty();
        ended.Should().HaveCount(facts.OfType<AttemptPlaced>().Count());
    }

    private static Outcome Expected(string number) => PracticeTable.CalleeOf(number) switch
    {
        PracticeCallee.Person or PracticeCallee.Silent => Outcome.Reached,
        PracticeCallee.Machine => Outcome.Machine,
        PracticeCallee.Absent => Outcome.NoAnswer,
        PracticeCallee.Gone => Outcome.HungUpEarly,
        PracticeCallee.Refused { SipCode: 486 } => Outcome.Busy,
        PracticeCallee.Refused { SipCode: 404 } => Outcome.Unallocated,
        PracticeCallee.Refused { SipCode: 603 } => Outcome.Declined,
        PracticeCallee.Refused { SipCode: 503 } => Outcome.Congested,
        var other => throw new InvalidOperationException($"the test knows no outcome for {other}"),
    };

    private static void EveryAttemptHasItsPermitBeforeIt(List<Fact> facts)
    {
        var permitted = new HashSet<AttemptId>();
        foreach (var fact in facts)
            if (fact is AttemptPermitted permit) permitted.Add(permit.Attempt);
            else if (fact is AttemptPlaced placed) permitted.Should().Contain(placed.Attempt);
    }

    private static void EveryHandledCallHasOneDisposition(List<Fact> facts) =>
        facts.OfType<Disposed>().Select(disposed => disposed.Attempt).Should().BeEquivalentTo(facts.OfType<Connected>().Select(connected => connected.Attempt).Distinct());
}
