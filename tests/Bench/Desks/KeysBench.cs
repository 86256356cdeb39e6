using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Plateau.Bench.Desks;

/// <summary>
/// How long after a keystroke the desk shows its answer, in a real browser with a customer on the line: from the moment
/// that the browser gives to the stroke until the page stands as the stroke wants it, the server's part included.
/// </summary>
/// <remarks>The peer is a character typed into a bare field of the same page, which no line of ours answers: what the browser itself needs.</remarks>
internal static class KeysBench
{
    private const double MostMilliseconds = 100;

    /// <summary>What is pressed, and how the page stands once it is answered. Some open what the next closes, so that a round can be pressed again.</summary>
    private static readonly (string Name, string Key, string Answered)[] Strokes =
    [
        ("result 1", "1", "document.querySelectorAll('.results .result')[0]?.getAttribute('aria-pressed') === 'true'"),
        ("result 3", "3", "document.querySelectorAll('.results .result')[2]?.getAttribute('aria-pressed') === 'true'"),
        ("script, first answer", "e", "document.querySelector('.reading')?.textContent !== window.before.script"),
        ("script, back", "b", "document.querySelector('.reading')?.textContent !== window.before.script"),
        ("keys, open", "?", "document.getElementById('keysheet').open"),
        ("keys, close", "Escape", "!document.getElementById('keysheet').open"),
        ("palette, open", "Control+k", "document.getElementById('palette').open"),
        ("palette, find", Letter, "document.getElementById('palette-found').dataset.words !== window.before.found && document.getElementById('palette-found').dataset.words === document.getElementById('palette-words').value"),
        ("palette, close", "Escape", "!document.getElementById('palette').open"),
    ];

    /// <summary>Another letter in each round, since the one of before would find what is found already.</summary>
    private const string Letter = "letter";

    /// <summary>Notes the stroke's own moment, and looks at every change of the page whether it is answered.</summary>
    private const string Watch = """
        answered => {
          window.before = { script: document.querySelector('.reading')?.textContent, found: document.getElementById('palette-found')?.dataset.words };
          const holds = new Function('return ' + answered);
          window.stroke = new Promise(done => {
            let at = null;
            const look = () => { if (at !== null && holds()) { observer.disconnect(); done(performance.now() - at); } };
            const observer = new MutationObserver(look);
            observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            addEventListener('keydown', event => { at = event.timeStamp; queueMicrotask(look); setTimeout(look); }, { capture: true, once: true });
            addEventListener('input', look, { once: true });
          });
        }
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = BenchOptions.Number(args, "--rounds", 15);
        var agents = BenchOptions.Number(args, "--agents", 24);
        var folder = Directory.CreateTempSubdirectory("plateau-keys-").FullName;
        var port = DesksBench.FreePort();
        using var demo = Start(folder, port, agents);
        try
        {
            var password = await PasswordAsync(demo);
            using var driver = await Playwright.CreateAsync();
            await using var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("PLATEAU_CHROMIUM"), Headless = true, Args = ["--no-sandbox", "--disable-gpu"] });
            // What measures is evaluated in the page, which lets no page of ours do that.
            var context = await browser.NewContextAsync(new() { BaseURL = $"http://localhost:{port}", BypassCSP = true, ViewportSize = new() { Width = 1366, Height = 900 } });
            var page = await context.NewPageAsync();
            return await MeasureAsync(args, page, password, rounds, agents);
        }
        finally
        {
            if (!demo.HasExited) demo.Kill();
            await demo.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string[] args, IPage page, string password, int rounds, int agents)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Given.SignIn']", "agent");
        await page.FillAsync("[name='Given.Password']", password);
        await page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"), new() { Timeout = 30_000 });
        var times = Strokes.ToDictionary(stroke => stroke.Name, _ => new List<double>());
        var bare = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            await TalkAsync(page);
            foreach (var (name, key, answered) in Strokes)
            {
                await page.EvaluateAsync(Watch, answered);
                await page.Keyboard.PressAsync(key == Letter ? ((char)('a' + round % 26)).ToString() : key);
                times[name].Add(await page.EvaluateAsync<double>("() => Promise.race([window.stroke, new Promise(late => setTimeout(() => late(5000), 5000))])"));
            }
            bare.Add(await BareAsync(page));
        }
        return Report(args, times, bare, agents, rounds);
    }

    /// <summary>Waits until a customer is on the line; a call that ended is disposed of, and the next one comes.</summary>
    private static async Task TalkAsync(IPage page)
    {
        if (page.Url.EndsWith("/desk/work", StringComparison.Ordinal) && await page.Locator("[data-phone=hangup]:visible").CountAsync() > 0 && await page.Locator(".results .result").CountAsync() > 0) return;
        await page.GotoAsync("/desk/work");
        await page.Locator("main[data-live=true]").WaitForAsync();
        var until = Stopwatch.StartNew();
        while (await page.Locator("[data-phone=hangup]:visible").CountAsync() == 0)
        {
            if (until.Elapsed > TimeSpan.FromMinutes(3)) throw new InvalidOperationException("No customer came to the desk within three minutes.");
            try
            {
                if (await page.Locator("[data-submits]:visible").CountAsync() > 0)
                {
                    await page.Locator(".results .result").Nth(2).ClickAsync(Soon);
                    await page.Locator("[data-submits]:enabled").ClickAsync(Soon);
                }
                else if (await page.Locator(".statebar .btn.main:visible").CountAsync() > 0) await page.Locator(".statebar .btn.main:visible").First.ClickAsync(Soon);
                await page.Locator("[data-phone=hangup]:visible").WaitForAsync(new() { Timeout = 5_000 });
            }
            catch (Exception later) when (later is TimeoutException or PlaywrightException)
            {
                // The call went on meanwhile: look again.
            }
        }
    }

    private static LocatorClickOptions Soon => new() { Timeout = 2_000 };

    private static Task<double> BareAsync(IPage page) => page.EvaluateAsync<double>("""
        () => new Promise(done => {
          const field = document.body.appendChild(document.createElement('input'));
          field.focus();
          const at = performance.now();
          requestAnimationFrame(() => { document.execCommand('insertText', false, 'x'); field.getBoundingClientRect(); done(performance.now() - at); field.remove(); });
        })
        """);

    private static int Report(string[] args, Dictionary<string, List<double>> times, List<double> bare, int agents, int rounds)
    {
        static double Part(List<double> some, double part)
        {
            var sorted = some.Order().ToList();
            return sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * part)];
        }
        var all = times.Values.SelectMany(some => some).ToList();
        foreach (var (name, some) in times) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} p50 {Part(some, 0.5),5:0.0} ms   at most {Part(some, 1),5:0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} strokes before a desk of a floor with {agents} agents: p50 {Part(all, 0.5):0.0} ms, p99 {Part(all, 0.99):0.0} ms, at most {Part(all, 1):0.0} ms (limit {MostMilliseconds:0}); a bare field in the same page p50 {Part(bare, 0.5):0.0} ms, ratio {Part(all, 0.5) / Part(bare, 0.5):0.0}"));
        if (args.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "keys", agents, rounds, strokes = all.Count,
                all = new { p50Ms = Math.Round(Part(all, 0.5), 1), p99Ms = Math.Round(Part(all, 0.99), 1), maxMs = Math.Round(Part(all, 1), 1), limitMs = MostMilliseconds },
                bareField = new { p50Ms = Math.Round(Part(bare, 0.5), 1), ratio = Math.Round(Part(all, 0.5) / Part(bare, 0.5), 1) },
                keys = times.Select(pair => new { key = pair.Key, p50Ms = Math.Round(Part(pair.Value, 0.5), 1), maxMs = Math.Round(Part(pair.Value, 1), 1) }),
            }));
        return Part(all, 1) <= MostMilliseconds ? 0 : 1;
    }

    private static Process Start(string folder, int port, int agents)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plateau")) { RedirectStandardOutput = true };
        foreach (var word in (object[])["demo", "--speed", 1, "--agents", agents, "--port", port, "--data", folder]) start.ArgumentList.Add(Convert.ToString(word, CultureInfo.InvariantCulture)!);
        return Process.Start(start)!;
    }

    private static async Task<string> PasswordAsync(Process demo)
    {
        while (await demo.StandardOutput.ReadLineAsync() is { } said)
            if (said.Split("password of this start: ") is [_, var password]) return password.Trim();
        throw new InvalidOperationException("The demonstration did not start; what it said stands above.");
    }
}
