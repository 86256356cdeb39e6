using System.Runtime.InteropServices;
using System.Text;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// A process that is not our child: we can look whether it lives and send it a signal, no more. A number alone proves
/// nothing, for the kernel gives it to others later, so the command line must name our own configuration.
/// </summary>
internal static partial class SwitchProcess
{
    private const int Term = 15, KillNow = 9;

    public static bool IsAlive(int pid, string mainFile)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            // The state follows the name in brackets. A dead child that nobody has waited for yet is called Z.
            if (stat[(stat.LastIndexOf(')') + 2)..] is ['Z' or 'X', ..]) return false;
            var command = Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/cmdline")).Split('\0');
            return command.Contains(mainFile);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static void Terminate(int pid) => _ = SendSignal(pid, Term);

    public static void Kill(int pid) => _ = SendSignal(pid, KillNow);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
