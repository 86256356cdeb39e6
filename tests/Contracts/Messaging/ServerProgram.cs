using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plateau.Contracts.Telephony;

namespace Plateau.Contracts.Messaging;

/// <summary>A foreign server of the tests' own, run from its unpacked packages in a folder that goes with it.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output, errors;

    /// <param name="machine">The folder that a provisioning script gave.</param>
    public ServerProgram(string machine, string folder, params string[] words)
    {
        var start = new ProcessStartInfo(Path.Combine(machine, "run")) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        foreach (var word in (string[])[folder, .. words]) start.ArgumentList.Add(word);
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits until something answers on that port of the loopback.</summary>
    public async Task<ServerProgram> AnswersAsync(int port)
    {
        await Eventually.HoldsAsync(async () =>
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended: {await output}{await errors}");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }, $"a server answers on port {port}");
        return this;
    }
    /// <summary>What a program of the unpacked machine says.</summary>
    public static async Task<string> SaysAsync(string machine, string folder, params string[] words)
    {
        await using var program = new ServerProgram(machine, folder, words);
        await program.process.WaitForExitAsync();
        return await program.output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
