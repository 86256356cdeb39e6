using System.CommandLine;

namespace Plateau.Server.Verbs;

/// <summary>Options that mean the same on every verb.</summary>
internal static class CommonOptions
{
    public static Option<DirectoryInfo?> Data() => new("--data")
    {
        Description = "Where everything lives: database, settings, recordings, logs. Default: $PLATEAU_DATA, else ~/.local/share/plateau",
        HelpName = "DIR",
    };

    public static Option<bool> Json(string what) => new("--json") { Description = $"Close with one line of JSON: {what}" };

    public static Option<long> Seed() => new("--seed")
    {
        Description = "Whatever is left to chance follows from this number: same seed, same plan",
        DefaultValueFactory = _ => 42,
        HelpName = "N",
    };
}
