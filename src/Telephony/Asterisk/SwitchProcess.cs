using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// A process that is not our child: we can look whether it lives and send it a signal, no more. A number alone proves
/// nothing, for the kernel gives it to others later, so the command line must have a word that only ours has.
/// </summary>
internal static partial class SwitchProcess
{
    private const int Term = 15, KillNow = 9;

    /// <summary>The process whose number stands in a file, if it lives and has that word in its command line.</summary>
    public static int? Find(string processFile, string word)
    {
        try
        {
            return int.TryParse(File.ReadAllText(processFile), CultureInfo.InvariantCulture, out var pid) && IsAlive(pid, word) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static bool IsAlive(int pid, string word)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            // The state follows the name in brackets. A dead child that nobody has waited for yet is called Z.
            if (stat[(stat.LastIndexOf(')') + 2)..] is ['Z' or 'X', ..]) return false;
            var command = Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/cmdline")).Split('\0');
            return command.Contains(word);
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

    /// <summary>Starts a program that outlives us, in a session of its own, which no signal to ours reaches. Its number is kept
    /// at once, so that even a start that we don't see the end of can be found again.</summary>
    /// <param name="output">The file in which it prints; what was there goes.</param>
    public static async Task StartAsync(string processFile, string workingFolder, string output, IReadOnlyList<string> command, params IReadOnlyList<(string Name, string Value)> environment)
    {
        // The shell says the process id and ends.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = workingFolder, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", "setsid \"$@\" </dev/null >\"$0\" 2>&1 & echo $!", output, .. command]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var shell = Process.Start(start) ?? throw new SwitchUnusableException($"{command[0]} can't be started: /bin/sh did not run.");
        PrivateFile.Write(processFile, (await shell.StandardOutput.ReadToEndAsync(CancellationToken.None)).Trim());
    }

    /// <summary>The last lines of the first of these files that has any.</summary>
    public static string LastWords(params IReadOnlyList<string> files)
    {
        foreach (var file in files)
            if (File.Exists(file) && File.ReadLines(file).TakeLast(5).ToArray() is { Length: > 0 } lines)
                return $"The end of {file}: {string.Join(" / ", lines)}";
        return $"It wrote nothing to {files[^1]}.";
    }

    public static void Terminate(int pid) => _ = SendSignal(pid, Term);

    public static void Kill(int pid) => _ = SendSignal(pid, KillNow);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
