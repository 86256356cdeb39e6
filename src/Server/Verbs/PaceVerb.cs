using System.CommandLine;
using Plateau.Server.Pacing;

namespace Plateau.Server.Verbs;

/// <summary>Lends the pacer to another floor or to a simulator: one day, line by line.</summary>
internal static class PaceVerb
{
    public static Command Make()
    {
        var command = new Command("pace", """
            Pace one day of dialling, as JSON lines: looks at the floor come in, decisions go out.

            {"type":"init","agents":20,"day":28800,"tick":0.5,"patience":2,"limit":0.03,...} begins the day, then each
            {"type":"tick","t":0.5,"idle":3,...} is answered by {"dial":2,"cancel":0}; {"type":"end"} ends it.
            docs/pacing.md has every field. It is the pacer of predictive campaigns, and nothing else.
            """);
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            PacedDay.Run(input, output);
            return (int)Exit.Done;
        });
        return command;
    }
}
