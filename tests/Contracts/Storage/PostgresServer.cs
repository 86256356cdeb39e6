using System.Diagnostics;
using Npgsql;

namespace Plateau.Contracts.Storage;

/// <summary>
/// A PostgreSQL of the tests' own: a fresh cluster in a temporary folder on a free port of the loopback,
/// which can be stopped and started in the middle of a test, and is gone afterwards.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plateau-pg-").FullName;
    private readonly string _bin;
    private int _databases;

    private PostgresServer(string bin, int port)
    {
        _bin = bin;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Makes and starts a cluster. As root it runs under another user, because the server refuses root.</summary>
    /// <param name="root">The folder of the sources, whose script finds or fetches the server's programs.</param>
    public static async Task<PostgresServer> StartNewAsync(string root)
    {
        var bin = (await RunAsync("/usr/bin/env", ["bash", Path.Combine(root, "deploy", "provision-postgres")])).Trim();
        var server = new PostgresServer(bin, FreePorts.Tcp());
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["-R", "nobody", server._folder]);
        await server.AsServerAsync("initdb", "-D", server.Data, "-U", "plateau", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await server.StartAsync();
        return server;
    }

    public Task StartAsync() => AsServerAsync("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"),
        "-o", $"-c listen_addresses=127.0.0.1 -p {Port} -k {_folder}", "start");

    /// <summary>Stops at once, as a crash would: nothing is written down first.</summary>
    public Task StopAsync() => AsServerAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"d{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"CREATE DATABASE {name}";
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=plateau;Database={database};Timeout=5;Command Timeout=60;Include Error Detail=true";

    private Task<string> AsServerAsync(string program, params string[] arguments)
    {
        var whole = Path.Combine(_bin, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", ["--reuid=nobody", "--clear-groups", "env", $"HOME={_folder}", whole, .. arguments])
            : RunAsync(whole, arguments);
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        // The server outlives the command that starts it and would keep a pipe open: output goes through files.
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
            foreach (var argument in (string[])["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>\"$out.err\" </dev/null", "sh", output, program, .. arguments])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            var said = await File.ReadAllTextAsync(output);
            return process.ExitCode == 0
                ? said
                : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}{await File.ReadAllTextAsync(output + ".err")}");
        }
        finally
        {
            File.Delete(output);
            File.Delete(output + ".err");
        }
    }
}
