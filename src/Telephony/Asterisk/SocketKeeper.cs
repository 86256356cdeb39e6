using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// Looks after the process that holds the switch's socket for us: starts it beside the switch, in a session of its own,
/// finds the running one again, and starts another when it is gone.
/// </summary>
public sealed class SocketKeeper(SwitchSettings settings, SwitchIdentity identity)
{
    /// <summary>The word after which the program keeps the socket of the switch in the folder that follows.</summary>
    public const string Verb = "keep-socket";

    private string ProcessFile => Path.Combine(settings.RunFolder, "keeper.pid");

    private string Output => Path.Combine(settings.RunFolder, "log", "keeper.log");

    /// <summary>The process id of the running keeper, or null.</summary>
    public int? ProcessId => SwitchProcess.Find(ProcessFile, settings.RunFolder);

    /// <summary>Where the address stands at which the floor is reached now.</summary>
    public static string FloorFile(string runFolder) => Path.Combine(runFolder, "floor");

    /// <summary>Whether the switch of that folder lives.</summary>
    public static bool IsSwitchAlive(string runFolder) =>
        SwitchProcess.Find(Path.Combine(runFolder, SwitchHost.ProcessFileName), SwitchConfiguration.MainFile(Path.Combine(runFolder, "etc"))) is not null;

    /// <summary>Tells the keeper, present or to come, where the floor is.</summary>
    public void Point() => PrivateFile.Write(FloorFile(settings.RunFolder), settings.Events.ToString());

    /// <summary>Starts one when none runs. Returns at once; whether it listens is another question.</summary>
    /// <exception cref="SwitchUnusableException">The program is not where it should be.</exception>
    public async Task EnsureAsync()
    {
        if (ProcessId is not null) return;
        if (!File.Exists(settings.KeeperProgram)) throw new SwitchUnusableException($"{settings.KeeperProgram} is missing, which holds the switch's socket; build or install Plateau anew.");
        // A runtime that is not where such things are looked for: the one that runs us will do.
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        await SwitchProcess.StartAsync(ProcessFile, settings.RunFolder, Output, [settings.KeeperProgram, Verb, settings.RunFolder], ("DOTNET_ROOT", runtime));
    }

    /// <summary>Waits until it takes a socket.</summary>
    /// <exception cref="SwitchUnusableException">It does not within the limit for starts; the message says its last words.</exception>
    public async Task ListensAsync(CancellationToken cancel)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(identity.Keeper, cancel);
                return;
            }
            catch (SocketException)
            {
                if (TimeProvider.System.GetElapsedTime(until) > settings.StartLimit) throw new SwitchUnusableException($"Nothing holds the switch's socket on {identity.Keeper}. {SwitchProcess.LastWords(Output)}");
            }
            await Task.Delay(50, cancel);
        }
    }

    /// <summary>Ends it. Without a switch it would end by itself a little later.</summary>
    public void End()
    {
        if (ProcessId is { } pid) SwitchProcess.Kill(pid);
    }
}
