using System.CommandLine;

namespace Plateau.Server.Verbs;

/// <summary>Keys for programs that use the API.</summary>
internal static class KeyVerb
{
    public static Command Make() => new("key", "Make, list and revoke keys for programs that use the API");
}
