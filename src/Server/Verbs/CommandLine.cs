using System.CommandLine;

namespace Plateau.Server.Verbs;

/// <summary>One executable, one verb for each thing that can be done without a page.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("""
            Plateau, the open working system of an outsourced customer-relations centre.

            New here? Try these, in this order:
              ./run practice --prospects 30 --agents 3     real calls on the practice line, nobody disturbed
              ./run replay                                 the same figures, counted again from the journal
              ./run demo                                   a centre at work behind the API, all invented
              ./run simulate                               a whole day in a second, with invented people
              ./run                                        serve the API; open the address that it prints

            Every verb explains itself: ./run VERB --help
            """)
        {
            ServeVerb.Make(),
            ImportVerb.Make(),
            PracticeVerb.Make(),
            ReplayVerb.Make(),
            SimulateVerb.Make(),
            PaceVerb.Make(),
            ReportVerb.Make(),
            DemoVerb.Make(),
            PermitVerb.Make(),
            KeyVerb.Make(),
            VerifyVerb.Make(),
            ListsVerb.Make(),
            KeepSocketVerb.Make(),
        };
        try
        {
            var parsed = root.Parse(args);
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            // The library answers every misspelt option with 1, which here means a flaw in finished work.
            return parsed.Errors.Count > 0 ? (int)Exit.Misasked : code;
        }
        catch (Exception wrong) when (Said.Of(wrong) is { } said)
        {
            await Console.Error.WriteLineAsync($"plateau: {said.Message}");
            return (int)said.Exit;
        }
    }
}

/// <summary>What the exit code of a verb says.</summary>
internal enum Exit
{
    /// <summary>Done.</summary>
    Done = 0,
    /// <summary>Done, and something in it is wrong: rows were refused, or an invariant was broken.</summary>
    Flawed = 1,
    /// <summary>What was asked can't be done as it was written: a file, a name or an option is wrong.</summary>
    Misasked = 2,
    /// <summary>Something that is needed is not there: the database, the switch, a port.</summary>
    Missing = 3,
    /// <summary>Stopped from outside before it was done; the same command goes on or begins anew, as its help says.</summary>
    Stopped = 130,
}

/// <summary>An error for the person at the keyboard: what is wrong, where, and what to do about it.</summary>
internal sealed class Complaint(Exit exit, string message) : Exception(message)
{
    public Exit Exit { get; } = exit;
}

/// <summary>Tells errors of the world, which get one plain line, from our own mistakes, which get their stack.</summary>
internal static class Said
{
    public static Complaint? Of(Exception wrong) => wrong switch
    {
        Complaint complaint => complaint,
        OperationCanceledException => new Complaint(Exit.Stopped, "stopped"),
        FormatException format => new Complaint(Exit.Misasked, format.Message),
        FileNotFoundException missing => new Complaint(Exit.Misasked, $"{missing.FileName}: no such file"),
        DirectoryNotFoundException missing => new Complaint(Exit.Misasked, missing.Message),
        UnauthorizedAccessException denied => new Complaint(Exit.Missing, denied.Message),
        System.Data.Common.DbException database => new Complaint(Exit.Missing, $"the database says: {database.Message}. Check that it runs and that the address in the settings is right"),
        AggregateException { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}
