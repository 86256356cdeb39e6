using Plateau.Core.Prospecting;
using Plateau.Server.Hosting;
using Plateau.Telephony.Asterisk;

namespace Plateau.Server.Telephony;

/// <summary>Whether our switch has the sound that tells whoever finds no agent who called: one that it lacks would make the call silent.</summary>
/// <remarks>A switch that others run keeps its sounds where we can't look; whoever names one there hears it first.</remarks>
internal sealed class NoticeSound(Installation installation)
{
    /// <param name="trunk">The campaign's line; one that reaches nobody needs no sound.</param>
    public bool IsMissing(CampaignSettings settings, TrunkLimits? trunk) =>
        settings is { Mode: DialMode.Power or DialMode.Predictive, Notice: { Length: > 0 } name } && trunk is { ReachesNobody: false }
        && installation is { Elsewhere: null, SwitchPrefix: { } prefix } && Sounds(prefix) is { } sounds && !Places(name, sounds).Any(IsThere);

    private static string? Sounds(string prefix)
    {
        try
        {
            return Path.Combine(AsteriskInstallation.Locate(prefix).DataFolder, "sounds");
        }
        catch (SwitchUnusableException)
        {
            // Then there is no switch at all, and that is told by itself.
            return null;
        }
    }

    /// <summary>A name is looked for among the sounds and in the folder of each of their languages, as the switch does; a path is taken as it is.</summary>
    private static IEnumerable<string> Places(string name, string sounds) =>
        Path.IsPathRooted(name) ? [name] : Directory.Exists(sounds) ? [Path.Combine(sounds, name), .. Directory.EnumerateDirectories(sounds).Select(language => Path.Combine(language, name))] : [];

    /// <summary>The name has no ending: the switch takes the file of the form that costs it least.</summary>
    private static bool IsThere(string place) =>
        Path.GetDirectoryName(place) is { } folder && Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(file => Path.GetFileName(file).StartsWith($"{Path.GetFileName(place)}.", StringComparison.Ordinal));
}
