using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Telephony;

/// <summary>The switch's socket is held beside it: we come and go, and the switch neither dies of it nor forgets what it had to say.</summary>
public sealed class KeeperContract : IDisposable
{
    /// <summary>Without a keeper an Asterisk 22.10 that has much to say died of the tenth to twentieth end of its socket.</summary>
    private const int Ends = 40, Talkers = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("plateau-keeper-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_switch_that_has_much_to_say_outlives_every_end_of_ours()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        var (attempt, _) = await exchange.ConverseAsync("anna");
        var former = exchange.Host.ProcessId;
        using var control = Control(exchange.Host.Identity);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var talking = Enumerable.Range(0, Talkers).Select(_ => TalkAsync(control, enough.Token)).ToArray();
        for (var end = 0; end < Ends; end++)
        {
            // Its readiness alone may still be that of the former socket, and a socket that nobody reads yet can't be dropped.
            var counted = exchange.Ear.All.OfType<SwitchConnected>().Count();
            // Whatever it has to say, not only what we want to hear.
            (await control.PutAsync(new Uri("applications/plateau/eventFilter", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            exchange.Link.Drop();
            await Eventually.HoldsAsync(() => exchange.Ear.All.OfType<SwitchConnected>().Count() > counted, "we are there again");
        }
        await enough.CancelAsync();
        (await Task.WhenAll(talking)).Sum().Should().BeGreaterThan(Ends, "it had something to say all the time");
        exchange.Host.ProcessId.Should().Be(former);
        exchange.Ear.All.OfType<SwitchConnected>().Last().Joined.Should().Equal(attempt);
    }

    [Fact]
    public async Task What_happens_while_we_are_away_is_told_when_we_return()
    {
        var first = await Exchange.OpenAsync(folder);
        var (lasting, _) = await first.ConverseAsync("anna");
        var (ended, _) = await first.ConverseAsync("bela");
        var unanswered = first.Dial("+33100000065", ringSeconds: 8);
        await first.Ear.NextAsync<CallRang>(unanswered);
        var identity = first.Host.Identity;
        await first.LeaveAsync();
        using (var control = new AriClient(identity.Control, SwitchIdentity.ControlUser, identity.ControlPassword))
        {
            await control.HangUpAsync($"{ended}-customer", 16, TestContext.Current.CancellationToken);
            await Eventually.HoldsAsync(async () => (await control.ChannelsAsync(CancellationToken.None)).All(channel => !channel.Id.StartsWith($"{unanswered}-", StringComparison.Ordinal) && channel.Id != $"{ended}-customer"), "both calls are over");
        }

        await using var second = await Exchange.OpenAsync(folder);

        (await second.Ear.NextAsync<CallFailed>(unanswered)).Outcome.Should().Be(Outcome.NoAnswer, "the switch's own word was kept");
        await second.Ear.NextAsync<CallEnded>(ended);
        (await second.Ear.NextAsync<SwitchConnected>(_ => true)).Joined.Should().Equal(lasting);
    }

    [Fact]
    public async Task Whoever_answers_while_nobody_serves_hears_who_called_and_whoever_speaks_goes_on_speaking()
    {
        var sound = Path.Combine(folder, "who-called");
        WaveFile.Write(sound + ".wav", Voice.Murmur(210, [.. Enumerable.Repeat(4, 4)]));
        var first = await Exchange.OpenAsync(folder);
        var (speaking, _) = await first.ConverseAsync("anna");
        var waiting = first.Dial("+33100000000", notice: sound);
        await first.Ear.NextAsync<CallAnswered>(waiting);
        var told = first.Dial("+33100000001", notice: sound);
        await first.Ear.NextAsync<CallAnswered>(told);
        var longer = Path.Combine(folder, "who-called-at-length");
        WaveFile.Write(longer + ".wav", Voice.Murmur(210, [.. Enumerable.Repeat(4, 12)]));
        first.Switch.Carry(new PlayNotice(told, longer));
        await Eventually.HoldsAsync(() => first.Control.PlaysAsync($"{told}-1-notice", CancellationToken.None), "one hears it already");
        AttemptId[] late = [.. Enumerable.Range(2, 4).Select(digit => first.Dial($"+331000000{digit:00}", notice: sound))];
        var unheard = first.Dial("+33100000006", notice: "/nowhere/who-called");
        var untold = first.Dial("+33100000007");
        AttemptId[] all = [waiting, told, .. late, unheard, untold];
        await Eventually.HoldsAsync(() => late.Append(unheard).Append(untold).All(attempt => first.InvitesOf(attempt) == 1), "all are being called");
        var identity = first.Host.Identity;
        await first.LeaveAsync();
        var away = Stopwatch.StartNew();
        using (var control = new AriClient(identity.Control, SwitchIdentity.ControlUser, identity.ControlPassword))
        {
            await Eventually.HoldsAsync(async () => !await control.LivesAsync($"{untold}-customer", CancellationToken.None), "whoever has no notice is let go");
            await Eventually.HoldsAsync(async () => (await control.ChannelsAsync(CancellationToken.None)).All(channel => !all.Any(attempt => channel.Id == $"{attempt}-customer")), "nobody is kept");
        }
        away.Elapsed.TotalSeconds.Should().BeGreaterThan(2 + 4 * (4 * 0.18 + 0.09) - 1, "they heard it to its end");

        await using var second = await Exchange.OpenAsync(folder);

        (await second.Ear.NextAsync<SwitchConnected>(_ => true)).Joined.Should().Equal(speaking);
        // On a slow machine the first of them may have been told by our own hand before it went.
        IEnumerable<Signal> Heard(AttemptId attempt) => first.Ear.Of(attempt).Concat(second.Ear.Of(attempt));
        foreach (var attempt in all)
        {
            await Eventually.HoldsAsync(() => Heard(attempt).OfType<CallEnded>().Any(), "the floor hears of the end");
            Heard(attempt).OfType<NoticeFailed>().Should().HaveCount(attempt == unheard ? 1 : 0);
            if (attempt != told) Heard(attempt).OfType<SilenceBroken>().Should().ContainSingle().Which.Notice.Should().Be(attempt == untold ? null : attempt == unheard ? "/nowhere/who-called" : sound);
        }
        Heard(told).OfType<SilenceBroken>().Should().BeEmpty("the floor itself had them told");
        late.Should().Contain(attempt => second.Ear.Of(attempt).OfType<SilenceBroken>().Any(), "nobody served");
    }

    [Fact]
    public async Task One_that_died_is_started_again_and_no_conversation_with_it()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        var (attempt, _) = await exchange.ConverseAsync("anna");
        var (former, before) = (exchange.Host.KeeperId!.Value, exchange.Ear.All.Count);

        Process.GetProcessById(former).Kill();

        (await exchange.Ear.NextAsync<SwitchLost>(_ => true, after: before)).Died.Should().BeFalse();
        (await exchange.Ear.NextAsync<SwitchConnected>(_ => true, after: before)).Joined.Should().Equal(attempt);
        exchange.Host.KeeperId.Should().NotBeNull().And.NotBe(former);
    }

    [Fact]
    public async Task It_outlives_us_and_not_the_switch()
    {
        var first = await Exchange.OpenAsync(folder);
        var (keeper, host) = (first.Host.KeeperId!.Value, first.Host);
        await first.LeaveAsync();
        host.KeeperId.Should().Be(keeper);
        var second = await Exchange.OpenAsync(folder);
        host.KeeperId.Should().Be(keeper, "the next process of ours finds it");
        await second.LeaveAsync();

        Process.GetProcessById(host.ProcessId!.Value).Kill();

        await Eventually.HoldsAsync(() => host.KeeperId is null, "it ended by itself");
    }

    [Fact]
    public async Task A_switch_that_an_earlier_release_started_gets_one_and_keeps_its_conversations()
    {
        var first = await Exchange.OpenAsync(folder);
        var (attempt, _) = await first.ConverseAsync("anna");
        var (identity, keeper) = (first.Host.Identity, first.Host.KeeperId!.Value);
        await first.LeaveAsync();
        Process.GetProcessById(keeper).Kill();
        await File.WriteAllTextAsync(Path.Combine(folder, "identity.json"), JsonSerializer.Serialize(identity with { KeeperPort = 0 }), TestContext.Current.CancellationToken);

        await using var second = await Exchange.OpenAsync(folder);

        second.TookOver.Should().BeTrue();
        second.Host.Identity.KeeperPort.Should().BePositive();
        (await second.Ear.NextAsync<SwitchConnected>(_ => true)).Joined.Should().Equal(attempt);
    }

    [Fact]
    public async Task Nobody_else_gets_a_socket()
    {
        await using var exchange = await Exchange.OpenAsync(folder);
        using var stranger = new HttpClient();
        (await stranger.GetAsync(new Uri($"http://{exchange.Host.Identity.Keeper}/switch/events"), TestContext.Current.CancellationToken)).StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    private static HttpClient Control(SwitchIdentity identity)
    {
        var client = new HttpClient { BaseAddress = identity.Control };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{SwitchIdentity.ControlUser}:{identity.ControlPassword}")));
        return client;
    }

    /// <summary>Has the switch say something again and again.</summary>
    private static async Task<int> TalkAsync(HttpClient control, CancellationToken cancel)
    {
        for (var said = 0; ; said++)
            try
            {
                using var answer = await control.PostAsync(new Uri("events/user/word?application=plateau", UriKind.Relative), null, cancel);
                answer.EnsureSuccessStatusCode();
            }
            catch (Exception over) when (over is OperationCanceledException or HttpRequestException && cancel.IsCancellationRequested)
            {
                return said;
            }
    }
}
