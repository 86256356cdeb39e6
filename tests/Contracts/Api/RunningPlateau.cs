using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plateau.Contracts.Telephony;

namespace Plateau.Contracts.Api;

/// <summary>A whole Plateau without a switch, as a newcomer starts it: a process of its own, on free ports, in an empty folder.</summary>
public sealed partial class RunningPlateau : IAsyncDisposable
{
    private Process process;
    private readonly List<string> said = [];

    private readonly string? database;

    private RunningPlateau(string folder, string? database, int port, int metricsPort)
    {
        (Folder, this.database, Port, MetricsPort) = (folder, database, port, metricsPort);
        process = Launch();
    }

    public string Folder { get; }
    public int Port { get; }
    public int MetricsPort { get; }

    /// <summary>The key that the first start printed.</summary>
    public string FirstKey { get; private set; } = "";

    /// <summary>The one-time password that the first start printed.</summary>
    public string FirstPassword { get; private set; } = "";

    /// <param name="settings">What stands in its settings.json.</param>
    public static async Task<RunningPlateau> StartAsync(string? database = null, string? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("plateau-api-").FullName;
        if (settings is not null) await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), settings);
        var running = new RunningPlateau(folder, database, FreePorts.Tcp(), FreePorts.Tcp());
        await Eventually.HoldsAsync(() => (running.FirstKey.Length > 0 && running.FirstPassword.Length > 0) || running.process.HasExited, "Plateau printed its first key and password");
        return running.process.HasExited ? throw new InvalidOperationException($"Plateau ended: {running.Said}") : running;
    }

    /// <summary>Kills it and starts it again, on the same ports, folder and database.</summary>
    /// <param name="meanwhile">What happens while it is down.</param>
    public async Task RestartAsync(Func<Task> meanwhile)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await meanwhile();
        process = Launch();
        using var client = With(FirstKey);
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (await client.GetAsync("api/v1/campaigns")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "Plateau answers again", 120);
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "plateau.dll"), "serve", "--port", $"{Port}", "--metrics-port", $"{MetricsPort}", "--data", Folder]) start.ArgumentList.Add(word);
        start.Environment.Remove("PLATEAU_ASTERISK");
        start.Environment.Remove("PLATEAU_DATA");
        start.Environment.Remove("PLATEAU_DATABASE");
        if (database is not null) start.Environment["PLATEAU_DATABASE"] = database;
        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, line) => Hear(line.Data);
        launched.ErrorDataReceived += (_, line) => Hear(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    /// <summary>What it printed so far.</summary>
    public string Said
    {
        get { lock (said) return string.Join('\n', said); }
    }

    /// <summary>Everything in its log files.</summary>
    public string Logged()
    {
        var text = "";
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "logs")))
            using (var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))) text += reader.ReadToEnd();
        return text;
    }

    public HttpClient With(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/"), Timeout = TimeSpan.FromSeconds(60) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (Key().Match(line) is { Success: true } key) FirstKey = key.Value;
        if (Password().Match(line) is { Success: true } password) FirstPassword = password.Value;
    }
    [GeneratedRegex("plateau_[0-9a-f]{12}_[0-9a-f]{64}")]
    private static partial Regex Key();

    [GeneratedRegex("(?<=choose your own at once: )[a-z2-9]{5}(-[a-z2-9]{5}){3}")]
    private static partial Regex Password();
}

/// <summary>An answer with its status and its JSON, as a test reads it.</summary>
internal static class Answers
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<(int Status, JsonElement Json)> AskAsync(this HttpClient client, string method, string path, string? json = null, string? idempotencyKey = null)
    {
        using var response = await client.SendAsync(method, path, json, idempotencyKey);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return ((int)response.StatusCode, text.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonDocument.Parse(text).RootElement : default);
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string method, string path, string? json = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await client.SendAsync(request, Cancelled);
    }

    /// <summary>Does what must succeed, and says what was answered when it did not.</summary>
    public static async Task<JsonElement> DoneAsync(this HttpClient client, string method, string path, string? json = null)
    {
        var (status, answer) = await client.AskAsync(method, path, json);
        status.Should().BeInRange(200, 299, $"{method} {path} answered {answer}");
        return answer;
    }

    public static async Task<JsonElement> ImportedAsync(this HttpClient client, string import)
    {
        JsonElement card = default;
        await Eventually.HoldsAsync(async () => (card = await client.DoneAsync("GET", $"api/v1/imports/{import}")).Text("state") is not ("waiting" or "running" or "stopping"), "the import is over");
        return card;
    }

    public static string Text(this JsonElement json, string member) => json.TryGetProperty(member, out var value) ? value.ToString() : "";
}
