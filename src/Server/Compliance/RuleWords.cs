using Plateau.Core.Compliance;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Compliance;

/// <summary>What a rule says, in the reader's language: its rows of the lexicon.</summary>
internal static class RuleWords
{
    public static string Says(IRule rule) => Says(rule.Id);

    public static string Says(string rule) => Lexicon.Say($"says {rule}");
}
