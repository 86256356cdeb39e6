using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using Plateau.Telephony.Practice;
using Plateau.Telephony.Sound;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// Keeps one Asterisk running beside us, in a session of its own: when our process is killed, conversations go on,
/// and the next process of ours finds the switch by its process id and password and takes it over. When the switch
/// itself dies it is started again. Beside it runs what holds its socket, which outlives us too.
/// </summary>
public sealed partial class SwitchHost : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Twice the interval at which a connection looks whether it is still wanted.</summary>
    private static readonly TimeSpan OldConnectionEnds = TimeSpan.FromMilliseconds(1000);

    /// <summary>Some two hundred thousand calls of the practice line.</summary>
    private const long LongestLog = 20 << 20;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    private readonly SwitchSettings settings;
    private readonly ILogger log;
    private readonly AriClient control;
    private readonly SocketKeeper keeper;

    /// <summary>It was ended on purpose, so its absence is no death.</summary>
    private volatile bool ended;

    public SwitchHost(SwitchSettings settings, ILogger<SwitchHost> log)
    {
        this.settings = settings with { RunFolder = Path.GetFullPath(settings.RunFolder), Prefix = Path.GetFullPath(settings.Prefix) };
        this.log = log;
        foreach (var folder in new[] { "", "etc", "log", "lib/keys", "spool/recording", "sounds", "music" })
            Directory.CreateDirectory(Path.Combine(this.settings.RunFolder, folder));
        Identity = SwitchIdentity.Keep(this.settings, ProcessId is not null, SocketKeeper.Find(this.settings.RunFolder) is not null, PortMoved);
        control = new AriClient(Identity.Control, SwitchIdentity.ControlUser, Identity.ControlPassword);
        keeper = new SocketKeeper(this.settings.RunFolder,
            new KeptSocket(Identity.Control, SwitchIdentity.ControlUser, Identity.ControlPassword, Identity.Keeper.ToString(), Identity.EventsPassword, this.settings.RunFolder), settings.KeeperProgram, settings.StartLimit);
    }

    public SwitchIdentity Identity { get; }

    public SwitchSettings Settings => settings;

    /// <summary>Where the practice line answers.</summary>
    public IPEndPoint PracticeSide => new(settings.PracticeAddress, Identity.PracticePort);

    /// <summary>Where telephones of agents register.</summary>
    public IPEndPoint House => new(settings.HouseAddress, Identity.HousePort);

    /// <summary>The process id of the running switch, or null.</summary>
    public int? ProcessId => SwitchProcess.Find(ProcessFile, MainFile);

    /// <summary>The process id of what holds the switch's socket, or null.</summary>
    public int? KeeperId => keeper.ProcessId;

    /// <summary>In the switch's folder, with the number of its process in it.</summary>
    internal const string ProcessFileName = "switch.pid";

    private string ProcessFile => Path.Combine(settings.RunFolder, ProcessFileName);

    private string MainFile => SwitchConfiguration.MainFile(settings.ConfigurationFolder);

    /// <summary>Takes over the running switch, or starts one. Returns when it takes commands.</summary>
    /// <returns>True when a running switch was taken over: its calls are still there.</returns>
    /// <exception cref="SwitchUnusableException">It can't be started; the message says why.</exception>
    public async Task<bool> StartAsync(CancellationToken cancel)
    {
        ended = false;
        keeper.Point(settings.Events);
        await keeper.EnsureAsync(cancel);
        var changed = WriteConfiguration();
        if (ProcessId is { } running)
        {
            if (await AnswersAsync(settings.StartLimit, running, cancel))
            {
                await keeper.ListensAsync(cancel);
                if (changed.Count > 0) await ApplyAsync(changed, cancel);
                Adopted(running);
                return true;
            }
            Deaf(running);
            await EndAsync(running, cancel);
        }
        await LaunchAsync(cancel);
        return false;
    }

    /// <summary>Watches the switch until cancelled; tells of each death before starting it again.</summary>
    /// <param name="onDeath">Must return at once.</param>
    public async Task WatchAsync(Action onDeath, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Look);
        var rest = TimeSpan.Zero;
        while (await timer.WaitForNextTickAsync(cancel))
        {
            if (ended || (ProcessId is not null && KeeperId is not null))
            {
                rest = TimeSpan.Zero;
                continue;
            }
            var died = ProcessId is null;
            if (rest == TimeSpan.Zero)
            {
                if (died) Died();
                else KeeperDied();
                if (died) onDeath();
            }
            else await Task.Delay(rest, cancel);
            try
            {
                await keeper.EnsureAsync(cancel);
                if (died) await LaunchAsync(cancel);
                else await keeper.ListensAsync(cancel);
            }
            catch (SwitchUnusableException unusable)
            {
                rest = rest == TimeSpan.Zero ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromTicks(Math.Min(rest.Ticks * 2, LongestRest.Ticks));
                StartFailed(unusable.Message, rest);
            }
        }
    }

    /// <summary>Ends the switch and every call on it.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        ended = true;
        if (ProcessId is { } pid) await EndAsync(pid, cancel);
        keeper.End();
    }

    public void Dispose() => control.Dispose();

    /// <summary>Writes what differs from what is there and returns those files' names.</summary>
    private List<string> WriteConfiguration()
    {
        var installation = AsteriskInstallation.Locate(settings.Prefix);
        var changed = new List<string>();
        foreach (var (name, text) in SwitchConfiguration.Render(settings, Identity, installation))
        {
            var file = Path.Combine(settings.ConfigurationFolder, name);
            if (File.Exists(file) && File.ReadAllText(file) == text) continue;
            PrivateFile.Write(file, text);
            changed.Add(name);
        }
        PracticeDialplan.WriteSounds(Path.Combine(settings.RunFolder, "sounds"));
        WaveFile.Write(Path.Combine(settings.RunFolder, "music", "hold.wav"), Voice.HoldTune());
        return changed;
    }

    // Our own address may differ from last time: the switch learns it without losing a call.
    private async Task ApplyAsync(List<string> changed, CancellationToken cancel)
    {
        string[] ours = ["websocket_client.conf", "ari.conf"];
        foreach (var name in changed.Except(ours)) AwaitsRestart(name);
        if (!changed.Intersect(ours).Any()) return;
        // First the old connection goes, then the new one comes: overlapping, the old one's end would take our application with it.
        var file = Path.Combine(settings.ConfigurationFolder, "ari.conf");
        var whole = await File.ReadAllTextAsync(file, cancel);
        PrivateFile.Write(file, whole[..whole.IndexOf("[floor-", StringComparison.Ordinal)]);
        await control.ReloadAsync("res_ari.so", cancel);
        await Task.Delay(OldConnectionEnds, cancel);
        PrivateFile.Write(file, whole);
        await control.ReloadAsync("res_websocket_client.so", cancel);
        await control.ReloadAsync("res_ari.so", cancel);
    }

    /// <summary>A log that has grown too long becomes the former one, of which there is one at most. Only before a start: a
    /// running switch holds its log open. What it prints goes to a file that each start begins anew.</summary>
    private void BoundLogs()
    {
        foreach (var file in new DirectoryInfo(Path.Combine(settings.RunFolder, "log")).GetFiles().Where(file => file.Length > LongestLog && file.Extension != ".1"))
            file.MoveTo(file.FullName + ".1", overwrite: true);
    }

    private async Task LaunchAsync(CancellationToken cancel)
    {
        BoundLogs();
        var output = Path.Combine(settings.RunFolder, "log", "console.log");
        await SwitchProcess.StartAsync(ProcessFile, settings.RunFolder, output, [Path.Combine(settings.Prefix, "sbin", "asterisk"), "-f", "-C", MainFile]);
        if (await AnswersAsync(settings.StartLimit, null, cancel))
        {
            await keeper.ListensAsync(cancel);
            Started(ProcessId ?? 0, Identity.ControlPort);
            return;
        }
        if (ProcessId is { } stuck) await EndAsync(stuck, cancel);
        throw new SwitchUnusableException($"Asterisk from {settings.Prefix} did not take commands on port {Identity.ControlPort} within {settings.StartLimit.TotalSeconds:0} s. {SwitchProcess.LastWords(Path.Combine(settings.RunFolder, "log", "messages.log"), output)}");
    }

    private async Task<bool> AnswersAsync(TimeSpan limit, int? pid, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit)
        {
            if (pid is { } alive && !SwitchProcess.IsAlive(alive, MainFile)) return false;
            if (await control.AnswersAsync(cancel)) return ProcessId is not null;
            await Task.Delay(50, cancel);
        }
        return false;
    }

    private async Task EndAsync(int pid, CancellationToken cancel)
    {
        SwitchProcess.Terminate(pid);
        var watch = Stopwatch.StartNew();
        while (SwitchProcess.IsAlive(pid, MainFile))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(5)) SwitchProcess.Kill(pid);
            await Task.Delay(20, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The switch runs as process {Pid}, commands on 127.0.0.1:{Port}")]
    private partial void Started(int pid, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took over the running switch, process {Pid}")]
    private partial void Adopted(int pid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The switch runs as process {Pid} but takes no commands; it is started anew")]
    private partial void Deaf(int pid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} changed; the running switch will read it when it is next started")]
    private partial void AwaitsRestart(string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Port {Former} of the switch, for {Whose}, was taken by another program while the switch did not run: it is {Port} from now on")]
    private partial void PortMoved(string whose, int former, int port);

    [LoggerMessage(Level = LogLevel.Error, Message = "The switch died; it is started again")]
    private partial void Died();

    [LoggerMessage(Level = LogLevel.Error, Message = "What holds the switch's socket died; it is started again")]
    private partial void KeeperDied();

    [LoggerMessage(Level = LogLevel.Error, Message = "The switch can't be started: {Reason} Next try in {Rest}")]
    private partial void StartFailed(string reason, TimeSpan rest);
}
