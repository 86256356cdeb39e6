using System.CommandLine;
using Plateau.Server.Telephony;
using Plateau.Telephony.Asterisk;

namespace Plateau.Server.Verbs;

/// <summary>What we start beside our switch; nobody else needs it, and the list of verbs does not have it.</summary>
internal static class KeepSocketVerb
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "What is held, and where the floor is" };
        var command = new Command(SocketKeeper.Verb, """
            Hold the socket of the switch in FOLDER, and hand on to the floor what comes over it.

            Started by ./run beside the switch; it outlives the server as the switch does, and ends soon after it.
            """) { folder };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            using var keeper = new EventKeeper(parsed.GetRequiredValue(folder).FullName);
            await keeper.RunAsync();
            return (int)Exit.Done;
        });
        return command;
    }
}
