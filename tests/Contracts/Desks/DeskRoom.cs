using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Plateau.Contracts.Telephony;
using Plateau.Contracts.Web;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Storage;
using Plateau.Storage.Appointments;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;
using Plateau.Storage.Journals;
using Plateau.Telephony.Sound;

namespace Plateau.Contracts.Desks;

/// <summary>
/// A network of its own with nothing in it but loopback, and there a played centre, its switch and browsers with a
/// microphone that hears a tone. No packet of speech leaves it.
/// </summary>
public sealed class DeskRoom : IAsyncLifetime
{
    private const int Port = 5080;
    private const string Sitting = "--plateau-sitting";
    private readonly string folder = Directory.CreateTempSubdirectory("plateau-desk-").FullName;
    private readonly List<IBrowser> browsers = [];
    private Process network = null!;
    private Process? centre;
    private IPlaywright? driver;

    /// <summary>The journal of the played centre, as it stands.</summary>
    public async Task<IReadOnlyList<Fact>> JournalAsync()
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder, "plateau.db")));
        var facts = new List<Fact>();
        await foreach (var entry in new Journal(store).ReadAsync("main", 1)) facts.Add(entry.Fact);
        return facts;
    }

    /// <summary>Waits for a fact in the journal.</summary>
    public async Task<T> FactAsync<T>(Func<T, bool> wanted, string what) where T : Fact
    {
        T? found = null;
        await Eventually.HoldsAsync(async () => (found = (await JournalAsync()).OfType<T>().LastOrDefault(wanted)) is not null, what);
        return found!;
    }

    /// <summary>In which the customer of a call is written to of the appointment that it made, and in general.</summary>
    public async Task<(string Appointment, string? Person)> LanguagesAsync(AttemptId attempt)
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Database));
        var card = (await new AppointmentLists(store).OfAttemptAsync(attempt))!;
        return (card.Details.Language, (await new CustomerBook(store).FindAsync(card.Appointment.Customer))!.Card.Language);
    }

    /// <summary>What was answered to the script in a call, as the centre keeps it.</summary>
    public async Task<IReadOnlyList<AnswerKept>> AnswersAsync(string attempt)
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Database));
        return await new AnswerBook(store).OfAttemptAsync(new(attempt));
    }

    /// <summary>Somebody else books, for each consultant, the first time that is free.</summary>
    public async Task TakeFirstTimesAsync()
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Database));
        var at = (await JournalAsync())[^1].At;
        var (rules, consultants) = (new AppointmentRules { Kind = MeetingKind.Video }, new ConsultantBook(store));
        var person = (await new ProspectBook(store).OfListAsync(new ListId("people"), 1)).Items[0];
        foreach (var diary in await consultants.DiariesAsync(new("acme"), at, at + Duration.FromDays(21)))
        {
            var first = FreeSlots.Find([diary], rules, new(null, null, []), at).Offers[0];
            await new AppointmentBook(store).BookAsync(new(new($"taken-{diary.Consultant.Id}"), new("spring"), diary.Consultant.Id, person.Id, person.Customer, first.Start, rules, null, null, new(null, null, null, null, "fr", "Europe/Paris")), at, "user:else");
        }
    }

    /// <summary>The played centre's database, a file.</summary>
    public string Database => Path.Combine(folder, "plateau.db");

    /// <summary>Where the centre's recordings lie.</summary>
    public string Recordings => Path.Combine(folder, "switch", "spool", "recording");

    /// <summary>Waits until the newest recording of a conversation carries a tone.</summary>
    public Task RecordsAsync(int hertz) =>
        Eventually.HoldsAsync(() => LastRecordedSecond() is { Length: > 4000 } sound && Tone.Amplitude(sound, hertz) > 300, $"the recording carries {hertz} Hz");

    /// <summary>The last second of the newest recording: what customer and agent hear of each other.</summary>
    public short[] LastRecordedSecond()
    {
        var newest = new DirectoryInfo(Recordings).GetFiles("*.wav").OrderByDescending(file => file.CreationTimeUtc).FirstOrDefault();
        if (newest is null) return [];
        using var stream = new FileStream(newest.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var from = Math.Max(44, stream.Length - 16000) & ~1L;
        stream.Seek(from, SeekOrigin.Begin);
        var bytes = new byte[stream.Length - from];
        stream.ReadExactly(bytes);
        var samples = new short[bytes.Length / 2];
        Buffer.BlockCopy(bytes, 0, samples, 0, samples.Length * 2);
        return samples;
    }

    /// <summary>The audit log of the played centre, as it stands.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var store = await Store.OpenAsync(StoreAddress.AtFile(Path.Combine(folder, "plateau.db")));
        return await new AuditLog(store).LatestAsync(200);
    }

    public async ValueTask InitializeAsync()
    {
        // ICE offers no 127.x address, so loopback gets another; the switch and the browser both know that it stands for loopback.
        network = Start("unshare", ["-rn", "sh", "-c", "ip link set lo up && ip addr add 10.99.0.1/32 dev lo && echo up && exec cat"], redirectInput: true);
        if (await network.StandardOutput.ReadLineAsync() != "up") throw new InvalidOperationException("A network namespace can't be made here: unshare -rn and ip are needed.");
        driver = await Playwright.CreateAsync();
        await StartCentreAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers) await browser.CloseAsync();
        driver?.Dispose();
        await KillCentreAsync();
        SwitchNow()?.Kill();
        network.Kill();
        network.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>As kill -9 does it: the process is gone, the switch and its conversations are not.</summary>
    public async Task KillCentreAsync()
    {
        if (centre is null) return;
        centre.Kill();
        await centre.WaitForExitAsync();
        centre.Dispose();
        centre = null;
        File.Delete(Path.Combine(folder, "up"));
    }

    /// <summary>Fails, with the switch's last words, when the switch is not there any more.</summary>
    public void EnsureSwitchLives()
    {
        if (SwitchNow() is not null) return;
        throw new InvalidOperationException($"The switch died by itself. The end of its log: {string.Join(" / ", File.ReadLines(Path.Combine(folder, "switch", "log", "messages.log")).TakeLast(10))}");
    }

    /// <summary>The switch's process; a number alone could be somebody else's by now.</summary>
    private Process? SwitchNow()
    {
        var file = Path.Combine(folder, "switch", "switch.pid");
        if (!File.Exists(file) || File.ReadAllText(file) is not { Length: > 0 } id || !Told(id, "cmdline").Contains(folder, StringComparison.Ordinal)) return null;
        try
        {
            return Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whoever failed with the centre killed leaves it so; nobody after them shall suffer for it.</summary>
    private Task EnsureCentreAsync() => centre is null ? StartCentreAsync() : Task.CompletedTask;

    public async Task StartCentreAsync()
    {
        // Tuesday, 24 November 2026, a quarter past ten in Paris, whenever this runs.
        var ahead = Path.Combine(folder, "ahead");
        if (!File.Exists(ahead)) await File.WriteAllTextAsync(ahead, ((long)(new DateTime(2026, 11, 24, 9, 15, 0, DateTimeKind.Utc) - DateTime.UtcNow).TotalSeconds).ToString(CultureInfo.InvariantCulture));
        var start = Within(Path.Combine(AppContext.BaseDirectory, "Plateau.Contracts"),
            ["-noLogo", "-noAutoReporters", "-explicit", "only", "-method", $"{typeof(PlayedCentre).FullName}.{nameof(PlayedCentre.A_centre_that_may_be_killed)}"]);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        start.Environment[PlayedCentre.Folder] = folder;
        start.Environment[PlayedCentre.Port] = Port.ToString(CultureInfo.InvariantCulture);
        start.Environment[PlayedCentre.Ahead] = await File.ReadAllTextAsync(ahead);
        start.Environment["PLATEAU_ASTERISK"] = Provisioned.Asterisk;
        centre = Process.Start(start)!;
        await Eventually.HoldsAsync(() => File.Exists(Path.Combine(folder, "up")) || centre.HasExited, "the played centre is up");
        if (centre.HasExited) throw new InvalidOperationException($"The played centre ended: {await centre.StandardOutput.ReadToEndAsync()}");
    }

    /// <summary>A browser of its own, whose microphone hears a tone that comes and goes as syllables do.</summary>
    public async Task<DeskPage> SitDownAsync(string agent, int hertz)
    {
        await EnsureCentreAsync();
        var tone = Path.Combine(folder, $"{hertz}.wav");
        if (!File.Exists(tone)) WaveFile.Write(tone, Enumerable.Range(0, 8000 * 8).Select(i => (short)(12000 * Math.Sin(2 * Math.PI * hertz * i / 8000.0) * (i / 1000 % 4 < 3 ? 1 : 0.1))).ToArray());
        var run = Path.Combine(folder, "chromium.sh");
        if (!File.Exists(run))
        {
            await File.WriteAllTextAsync(run, $"#!/bin/sh\nexec nsenter -t {network.Id} -U -n --preserve-credentials {Provisioned.Chromium} \"$@\"\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(run, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        var browser = await driver!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = run,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--allow-loopback-in-peer-connection",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={tone}", "--autoplay-policy=no-user-gesture-required",
                // Unknown to the browser; by it the processes of one are told from those of another.
                $"{Sitting}={agent}",
            ],
        });
        browsers.Add(browser);
        var context = await browser.PatientContextAsync(new BrowserNewContextOptions { BaseURL = $"http://localhost:{Port}", ViewportSize = new ViewportSize { Width = 1366, Height = 768 } });
        var desk = new DeskPage(browser, await context.NewPageAsync(), agent);
        await desk.OpenAsync();
        return desk;
    }

    /// <summary>Nothing comes in or goes out of an agent's browser for ten seconds; it lives on and says nothing of it.</summary>
    public static async Task CutNetworkAsync(string agent)
    {
        // Everything that a browser sends or hears, speech too, goes through one process of its own.
        var network = Processes().Single(id => Told(id, "cmdline").Contains("network.mojom.NetworkService", StringComparison.Ordinal) && Ancestors(id).Any(above => Told(above, "cmdline").Contains($"{Sitting}={agent}", StringComparison.Ordinal)));
        var cut = Stopwatch.StartNew();
        Process.Start("kill", ["-STOP", network]).WaitForExit();
        await Eventually.HoldsAsync(() => cut.Elapsed.TotalSeconds >= 10, "ten seconds have passed");
        Process.Start("kill", ["-CONT", network]).WaitForExit();
    }

    private static IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)!).Where(name => name.All(char.IsAsciiDigit));

    private static IEnumerable<string> Ancestors(string process)
    {
        for (var above = process; above != "0";)
        {
            // After the name in brackets come the state and the parent.
            if (Told(above, "stat").Split(") ") is not [.., var rest] || rest.Split(' ') is not [_, var parent, ..]) yield break;
            yield return above = parent;
        }
    }

    private static string Told(string process, string what)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{what}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private ProcessStartInfo Within(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("nsenter");
        foreach (var argument in (string[])["-t", $"{network.Id}", "-U", "-n", "--preserve-credentials", program, .. arguments]) start.ArgumentList.Add(argument);
        return start;
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, bool redirectInput)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardInput = redirectInput };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DeskRoomUsers : ICollectionFixture<DeskRoom>
{
    public const string Name = "the desks";
}
