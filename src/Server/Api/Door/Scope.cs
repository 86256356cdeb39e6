namespace Plateau.Server.Api.Door;

/// <summary>What a key may do. A key has some of these words; an operation asks for one of them.</summary>
internal static class Scope
{
    public const string CentreRead = "centre:read";
    public const string CentreWrite = "centre:write";
    public const string ListsWrite = "lists:write";
    public const string ProspectsRead = "prospects:read";
    public const string FloorAct = "floor:act";
    public const string ReportsRead = "reports:read";
    public const string KeysWrite = "keys:write";

    /// <summary>Everything, today's operations and those that come.</summary>
    public const string All = "*";

    /// <summary>Every scope with its meaning, in the order in which people read them.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [CentreRead] = "Read clients, programmes, campaigns, lists, agents and the floor as it stands",
        [CentreWrite] = "Enter and change clients, programmes, campaigns and agents; start, pause and stop campaigns",
        [ListsWrite] = "Make lists, import and revert, record oppositions",
        [ProspectsRead] = "Read prospects with names and numbers: personal data",
        [FloorAct] = "Act as a desk: log in, become ready, dial, hold, record, dispose",
        [ReportsRead] = "Read attempts and reports",
        [KeysWrite] = "Make, list and revoke keys that may do no more than this one",
        [All] = "Everything",
    };
}

/// <summary>Which scope an operation asks for. An operation of the API without one is never carried out.</summary>
internal sealed record Needs(string Scope);

/// <summary>The answer holds a secret that is shown once: it is never kept, not even for a repeated request.</summary>
internal sealed record AnswersWithSecret;

/// <summary>The body is a file, up to the size that an import reads.</summary>
internal sealed record TakesFile;
