using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;
using Plateau.Server.Hosting;
using Plateau.Telephony.Asterisk;

namespace Plateau.Server.Telephony;

/// <summary>Whether the switch has the sound that tells whoever finds no agent who called: one that it lacks would make the call silent.</summary>
/// <remarks>In ours we look; a switch that others run is asked which sounds it lists. What it can't vouch for (a path, a name where it has no list, any name while it is away) is not taken on trust.</remarks>
/// <param name="keeper">Who asks the switch; null where there is none to be asked.</param>
internal sealed class NoticeSound(Installation installation, SwitchService? keeper = null)
{
    /// <summary>What keeps a campaign from calling ahead with its notice; null when nothing does.</summary>
    public async Task<Flaw?> FlawAsync(CampaignSettings settings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings is not { Mode: DialMode.Power or DialMode.Predictive, Notice: { Length: > 0 } name }) return null;
        // A line that reaches nobody needs no sound.
        if (installation.Trunks.FirstOrDefault(trunk => trunk.Id == settings.Trunk) is not { Limits.ReachesNobody: false }) return null;
        var listed = installation.Elsewhere is null ? IsLaid(name) : keeper is null ? null : await keeper.ListsSoundAsync(name, cancel);
        return listed switch
        {
            true => null,
            false => new($"campaign {settings.Id}", "notice-not-there", $"put the sound {name} on the switch, or name one that is there: no call may be silent"),
            null => new($"campaign {settings.Id}", "notice-unsure", $"name a sound that the switch lists (res_ari_sounds.so makes the list, a reload renews it), not a path, and start while the switch is there: it can't vouch for {name}, and no call may be silent"),
        };
    }

    /// <summary>On our switch; where there is none at all, that is told by itself.</summary>
    private bool IsLaid(string name) => installation.SwitchPrefix is not { } prefix || Sounds(prefix) is not { } sounds || Places(name, sounds).Any(IsThere);

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
