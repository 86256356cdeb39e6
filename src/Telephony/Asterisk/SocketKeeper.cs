using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// Looks after the process that holds a switch's socket for us: starts it in a session of its own, finds the running one
/// again, and starts another when it is gone or when it holds another socket than the one that is wanted.
/// </summary>
/// <param name="folder">Where that process has its files; one folder for each switch.</param>
/// <param name="program">The program whose verb it is.</param>
/// <param name="startLimit">How long it may take until it listens.</param>
public sealed class SocketKeeper(string folder, KeptSocket kept, string program, TimeSpan startLimit)
{
    /// <summary>The word after which the program keeps the socket of the switch in the folder that follows.</summary>
    public const string Verb = "keep-socket";

    /// <summary>The header by which it says that it comes to the floor in the switch's place.</summary>
    public const string Header = "Plateau-Keeper";

    /// <summary>Its own kind of event, behind all that it had kept when the floor was reached.</summary>
    public const string CaughtUpKind = "PlateauCaughtUp";

    private static string FileIn(string folder) => Path.Combine(folder, "keeper.pid");

    private string Output => Path.Combine(folder, "log", "keeper.log");

    /// <summary>The process id of the running keeper, or null.</summary>
    public int? ProcessId => Find(folder);

    /// <summary>The process id of the keeper that runs for this folder, or null.</summary>
    public static int? Find(string folder) => SwitchProcess.Find(FileIn(folder), folder);

    /// <summary>Where the address stands at which the floor is reached now.</summary>
    public static string FloorFile(string folder) => Path.Combine(folder, "floor");

    /// <summary>Whether our own switch of that folder lives.</summary>
    public static bool IsSwitchAlive(string runFolder) =>
        SwitchProcess.Find(Path.Combine(runFolder, SwitchHost.ProcessFileName), SwitchConfiguration.MainFile(Path.Combine(runFolder, "etc"))) is not null;

    /// <summary>Tells the keeper, present or to come, where the floor is.</summary>
    public void Point(Uri floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        Directory.CreateDirectory(folder);
        PrivateFile.Write(FloorFile(folder), floor.ToString());
    }

    /// <summary>Starts one when none runs that holds this socket. Returns at once; whether it listens is another question.</summary>
    /// <exception cref="SwitchUnusableException">The program is not where it should be, or one that holds another socket can't be ended.</exception>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(folder, "log"));
        if (!kept.Write(folder)) await EndedAsync(cancel);
        if (ProcessId is not null) return;
        if (!File.Exists(program)) throw new SwitchUnusableException($"{program} is missing, which holds the switch's socket; build or install Plateau anew.");
        // A runtime that is not where such things are looked for: the one that runs us will do.
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        await SwitchProcess.StartAsync(FileIn(folder), folder, Output, [program, Verb, folder], ("DOTNET_ROOT", runtime));
    }

    /// <summary>Waits until it takes a socket.</summary>
    /// <exception cref="SwitchUnusableException">It does not within the limit for starts; the message says its last words.</exception>
    public async Task ListensAsync(CancellationToken cancel)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!await IsListeningAsync(cancel))
        {
            if (TimeProvider.System.GetElapsedTime(until) > startLimit) throw new SwitchUnusableException($"Nothing holds the switch's socket on {kept.Listen}. {SwitchProcess.LastWords(Output)}");
            await Task.Delay(50, cancel);
        }
    }

    private async Task<bool> IsListeningAsync(CancellationToken cancel)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(Reached(kept.Place), cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task EndedAsync(CancellationToken cancel)
    {
        End();
        var since = TimeProvider.System.GetTimestamp();
        while (ProcessId is { } pid)
        {
            if (TimeProvider.System.GetElapsedTime(since) > startLimit) throw new SwitchUnusableException($"Process {pid} holds another socket of the switch and does not end; end it and start again.");
            await Task.Delay(10, cancel);
        }
    }

    /// <summary>Ends it. Without a switch it would end by itself a little later.</summary>
    public void End()
    {
        if (ProcessId is { } pid) SwitchProcess.Kill(pid);
    }

    /// <summary>Whoever listens at every address is reached at this machine's own.</summary>
    private static IPEndPoint Reached(IPEndPoint place) =>
        place.Address.Equals(IPAddress.Any) ? new(IPAddress.Loopback, place.Port)
        : place.Address.Equals(IPAddress.IPv6Any) ? new(IPAddress.IPv6Loopback, place.Port)
        : place;
}
