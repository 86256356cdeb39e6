using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Plateau.Contracts.Demo;

/// <summary>A demonstration in a process of its own, with what it said at its start.</summary>
internal sealed class RunningDemo : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plateau-demo-");
    private readonly Process process;

    private RunningDemo(int speed, int agents)
    {
        Port = FreePorts.Tcp();
        process = Start("demo", "--speed", Text(speed), "--agents", Text(agents), "--port", Text(Port), "--data", folder.FullName);
        Api = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
    }

    public int Port { get; }

    /// <summary>A program's way in, with the key of the start.</summary>
    public HttpClient Api { get; }

    /// <summary>The password of everybody in it.</summary>
    public string Password { get; private set; } = "";

    /// <summary>Where its journal and books are.</summary>
    public string Data => Path.Combine(folder.FullName, "demo");

    public static async Task<RunningDemo> StartAsync(int speed, int agents)
    {
        var demo = new RunningDemo(speed, agents);
        while (demo.Password.Length == 0 && await demo.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } said)
        {
            if (said.Split("API key: ") is [_, var key]) demo.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
            if (said.Split("password of this start: ") is [_, var password]) demo.Password = password.Trim();
        }
        return demo;
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plateau")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        Api.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
