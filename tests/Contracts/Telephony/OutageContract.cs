using System.Diagnostics;
using System.Globalization;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Telephony.Trunks;

namespace Plateau.Contracts.Telephony;

/// <summary>A customer at a foreign carrier hears the agent, whatever becomes of our process.</summary>
public sealed class OutageContract : IDisposable
{
    private const string Folder = "PLATEAU_TEST_FOLDER", Carrier = "PLATEAU_TEST_CARRIER";

    /// <summary>
    /// Nobody answers the switch for three seconds: speech that needed us would stop for as long. A machine that has
    /// much else to do delivers late what was sent in time, by a quarter of a second as seen; that is not told from here.
    /// </summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);

    private readonly string folder = Directory.CreateTempSubdirectory("plateau-outage-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Speech_goes_on_while_our_process_is_dead_and_while_the_next_one_takes_over()
    {
        using var carrier = new SpeakingCarrier();
        using var ours = Process.Start(Child(carrier.Port))!;
        var joined = Path.Combine(folder, "joined");
        await Eventually.HoldsAsync(() => ours.HasExited || File.Exists(joined), "our process brought them together");
        ours.HasExited.Should().BeFalse();
        var began = Stopwatch.GetTimestamp();
        await Eventually.HoldsAsync(() => carrier.Since(began).Count > 50, "a second of speech came");

        ours.Kill();
        await ours.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(4), "nobody answered the switch for three seconds");
        await using (var second = await Exchange.OpenAsync(folder, Trunk(carrier.Port)))
        {
            second.TookOver.Should().BeTrue();
            var attempt = new AttemptId(await File.ReadAllTextAsync(joined, TestContext.Current.CancellationToken));
            (await second.Ear.NextAsync<SwitchConnected>(_ => true)).Joined.Should().Equal(attempt);
            var after = Stopwatch.GetTimestamp();
            await Eventually.HoldsAsync(() => carrier.Since(after).Count > 50, "another second of speech came");

            var (count, gap, missing) = carrier.Since(began);
            TestContext.Current.TestOutputHelper?.WriteLine($"{count} packets, {gap.TotalMilliseconds:0} ms at most between two, {missing} missing");
            gap.Should().BeLessThanOrEqualTo(LongestGap);
            missing.Should().Be(0);
            carrier.LoudnessSince(began).Should().BeGreaterThan(100, "it is the agent who is heard");

            second.Switch.Carry(new HangUp(attempt));
            await second.Ear.NextAsync<CallEnded>(attempt);
        }
    }

    [Fact]
    public async Task Every_held_customer_hears_music_whoever_was_held_or_freed_before()
    {
        using var first = new SpeakingCarrier();
        using var second = new SpeakingCarrier();
        await using var exchange = await Exchange.OpenAsync(folder, Trunk(first.Port), Trunk(second.Port, "other"));
        var (anna, _) = await exchange.ConverseAsync("anna", "+33145678901", "speaking");
        var (bela, _) = await exchange.ConverseAsync("bela", "+33145678902", "other");

        exchange.Switch.Carry(new Hold(anna, true));
        await HearsMusicAsync(exchange, anna, first);
        exchange.Switch.Carry(new Hold(bela, true));
        await HearsMusicAsync(exchange, bela, second);
        exchange.Switch.Carry(new Hold(anna, false));
        await Eventually.HoldsAsync(async () => await IsInBridgeAsync(exchange, anna), "the first customer is back");
        await HearsMusicAsync(exchange, bela, second);
        exchange.Switch.Carry(new Hold(anna, true));
        await HearsMusicAsync(exchange, anna, first);
        exchange.Switch.Carry(new HangUp(anna));
        await exchange.Ear.NextAsync<CallEnded>(anna);
        await HearsMusicAsync(exchange, bela, second);
        exchange.Switch.Carry(new HangUp(bela));
        await exchange.Ear.NextAsync<CallEnded>(bela);
    }

    private static async Task HearsMusicAsync(Exchange exchange, AttemptId attempt, SpeakingCarrier customer)
    {
        await Eventually.HoldsAsync(async () => !await IsInBridgeAsync(exchange, attempt), "the customer is held");
        var held = Stopwatch.GetTimestamp();
        await Eventually.HoldsAsync(() => customer.Since(held).Count > 50, "a second of music came");
        customer.LoudnessSince(held).Should().BeGreaterThan(100, "it is music and not silence");
    }

    private static async Task<bool> IsInBridgeAsync(Exchange exchange, AttemptId attempt) =>
        (await exchange.Control.BridgesAsync(CancellationToken.None)).Any(bridge => bridge.Channels.Contains($"{attempt}-customer"));

    /// <summary>Played in a process of its own by the test above, which kills it.</summary>
    [Fact(Explicit = true)]
    public async Task Our_process_that_will_be_killed()
    {
        var shared = Environment.GetEnvironmentVariable(Folder)!;
        var exchange = await Exchange.OpenAsync(shared, Trunk(int.Parse(Environment.GetEnvironmentVariable(Carrier)!, CultureInfo.InvariantCulture)));
        var (attempt, _) = await exchange.ConverseAsync("anna", "+33145678901", "speaking");
        var file = Path.Combine(shared, "joined");
        await File.WriteAllTextAsync(file + ".new", attempt.Value, TestContext.Current.CancellationToken);
        File.Move(file + ".new", file);
        // Until it is killed: who started it never closes its input.
        await Console.In.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private ProcessStartInfo Child(int carrierPort)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Plateau.Contracts")) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "-noLogo", "-noAutoReporters", "-explicit", "only", "-method", $"{typeof(OutageContract).FullName}.{nameof(Our_process_that_will_be_killed)}" })
            start.ArgumentList.Add(argument);
        start.Environment[Folder] = folder;
        start.Environment[Carrier] = carrierPort.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    private static TrunkSettings Trunk(int port, string name = "speaking") => new() { Name = name, Host = SwitchRoom.CarrierHost, Port = port };
}
