using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Plateau.Contracts.Telephony;

/// <summary>One run of SIPp: a scenario played once on a loopback address, then its verdict.</summary>
internal sealed class Sipp : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plateau-sipp-").FullName;
    private readonly Process process;
    private readonly Task<string> output, errors;

    private Sipp(string scenario, string host, int port, params string[] arguments)
    {
        var file = Path.Combine(folder, "scenario.xml");
        File.WriteAllText(file, $"""<?xml version="1.0" encoding="ISO-8859-1" ?><scenario name="s">{scenario}</scenario>""");
        var start = new ProcessStartInfo(Provisioned.Sipp) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        start.Environment["TERM"] = "xterm";
        foreach (var argument in (string[])[.. arguments, "-sf", file, "-i", host, "-mi", host, "-p", port.ToString(CultureInfo.InvariantCulture),
            "-mp", FreePorts.Udp(IPAddress.Parse(host)).ToString(CultureInfo.InvariantCulture), "-m", "1", "-nostdin", "-trace_msg", "-message_file", MessageFile])
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    private string MessageFile => Path.Combine(folder, "messages.log");

    /// <summary>Everything that went over the wire, as SIPp wrote it down.</summary>
    public string Messages => File.Exists(MessageFile) ? File.ReadAllText(MessageFile) : "";

    /// <summary>Waits for a call on this address.</summary>
    public static async Task<Sipp> AnswerAsync(string host, int port, string scenario)
    {
        var sipp = new Sipp(scenario, host, port);
        await Eventually.HoldsAsync(() => sipp.process.HasExited || Listens(port), $"SIPp listens on {host}:{port}");
        return sipp;
    }

    /// <summary>Calls or registers at that address.</summary>
    public static Sipp Call(string target, string host, int port, string scenario, params string[] arguments) => new(scenario, host, port, [target, .. arguments]);

    /// <summary>True when the scenario went as written.</summary>
    public async Task<bool> SucceededAsync()
    {
        await Eventually.HoldsAsync(() => process.HasExited, "SIPp ended");
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Task.WaitAll(output, errors);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static bool Listens(int port) =>
        File.ReadLines("/proc/net/udp").Any(line => line.Contains($":{port:X4} ", StringComparison.Ordinal));
}
