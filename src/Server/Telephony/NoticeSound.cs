using Plateau.Core.Prospecting;
using Plateau.Server.Hosting;
using Plateau.Telephony.Asterisk;

namespace Plateau.Server.Telephony;

/// <summary>Whether the switch has the sound that tells whoever finds no agent who called: one that it lacks would make the call silent.</summary>
/// <remarks>In ours we look; a switch that others run is asked which sounds it lists. It lists no paths: what is named so there is taken as it is, and the first call for which it can't be played stops the calls ahead.</remarks>
/// <param name="keeper">Who asks the switch; null where there is none to be asked.</param>
internal sealed class NoticeSound(Installation installation, SwitchService? keeper = null)
{
    /// <param name="trunk">The campaign's line; one that reaches nobody needs no sound.</param>
    public async Task<bool> IsMissingAsync(CampaignSettings settings, TrunkLimits? trunk, CancellationToken cancel)
    {
        if (settings is not { Mode: DialMode.Power or DialMode.Predictive, Notice: { Length: > 0 } name } || trunk is not { ReachesNobody: false }) return false;
        if (installation.Elsewhere is not null) return keeper is not null && await keeper.ListsSoundAsync(name, cancel) == false;
        return installation.SwitchPrefix is { } prefix && Sounds(prefix) is { } sounds && !Places(name, sounds).Any(IsThere);
    }

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
