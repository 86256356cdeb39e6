using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plateau.Telephony.Asterisk;

namespace Plateau.Bench;

/// <summary>Where the bench's switch finds us: a listener on a free loopback port that hands each socket to the link.</summary>
internal static class SwitchPort
{
    public static int Listen(HttpListener listener)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Start();
            return port;
        }
    }

    public static async Task ServeAsync(HttpListener listener, AriLink link, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var context = await listener.GetContextAsync();
            var socket = (await context.AcceptWebSocketAsync("ari")).WebSocket;
            _ = link.RunAsync(socket, isKept: false, cancel);
        }
    }

    /// <summary>The Asterisk that the provisioning script gives.</summary>
    public static string Prefix()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plateau.slnx"))) folder = folder.Parent;
        var script = Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The benches run inside a checkout."), "deploy", "provision-asterisk");
        using var process = Process.Start(new ProcessStartInfo(script) { RedirectStandardOutput = true })!;
        var prefix = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? prefix : throw new InvalidOperationException("deploy/provision-asterisk failed; what it said stands above.");
    }
}
