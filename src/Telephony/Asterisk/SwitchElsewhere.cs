using System.Globalization;
using System.Net;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// A switch that somebody else runs, known by its address alone. We neither start nor stop it; we look whether it can
/// be used, and say what is missing in the words of its settings and ours.
/// </summary>
public sealed class SwitchElsewhere : IDisposable
{
    private const int OldestVersion = 20;

    /// <summary>A name that no trunk and no agent has.</summary>
    private const string Probe = "plateau-probe";

    private readonly Uri control;
    private readonly string user, eventsPassword;
    private readonly IPEndPoint? keeper;

    /// <param name="url">Where its REST interface answers, such as http://10.0.0.5:8088/ari.</param>
    /// <param name="eventsPassword">The password under which it opens its socket to us.</param>
    /// <param name="keeper">Where its socket is held for us, such as 127.0.0.1:8089; nothing when it comes to us directly.</param>
    /// <exception cref="SwitchUnusableException">What was given can't be right.</exception>
    public SwitchElsewhere(string url, string user, string password, string eventsPassword, string? keeper = null)
    {
        if (!Uri.TryCreate(url?.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || !address.AbsolutePath.EndsWith("/ari/", StringComparison.Ordinal))
            throw new SwitchUnusableException($"settings.json, switch.url: {url} is no address of a switch; write it like http://10.0.0.5:8088/ari.");
        if (string.IsNullOrWhiteSpace(user) || string.IsNullOrWhiteSpace(password))
            throw new SwitchUnusableException("settings.json, switch.user: give user and password as they stand in the switch's ari.conf.");
        if (string.IsNullOrWhiteSpace(eventsPassword))
            throw new SwitchUnusableException("settings.json, switch.eventsPassword: give the password that stands in the switch's websocket_client.conf.");
        if (keeper is not null && !(IPEndPoint.TryParse(keeper, out this.keeper) && this.keeper.Port > 0))
            throw new SwitchUnusableException($"settings.json, switch.keeper: {keeper} is no address with a port; write it like 127.0.0.1:8089, or leave it out.");
        (control, this.user, this.eventsPassword) = (address, user, eventsPassword);
        Control = new AriClient(address, user, password);
        Kept = this.keeper is { } place ? new KeptSocket(address, user, password, place.ToString(), eventsPassword) : null;
    }

    public AriClient Control { get; }

    /// <summary>What holds its socket for us; null when the socket comes to us directly.</summary>
    public KeptSocket? Kept { get; }

    /// <summary>True when the socket that knocks is this switch's.</summary>
    public bool Admits(string? authorization) => SwitchIdentity.Admits(authorization, eventsPassword);

    /// <summary>Looks whether the switch takes our commands and can carry our calls.</summary>
    /// <exception cref="SwitchUnusableException">It can't be used as it stands; the message names the place and the remedy.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        try
        {
            var version = await Control.VersionAsync(cancel);
            if (int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out var major) && major < OldestVersion)
                throw new SwitchUnusableException($"The switch at {control} is Asterisk {version}; Plateau needs {OldestVersion} or later.");
            await Control.PushAsync("aor", Probe, [new("max_contacts", "1")], cancel);
            await Control.RemoveAsync("aor", Probe, cancel);
        }
        catch (AriRefusedException refused) when (refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && refused.Message.StartsWith("asterisk/info", StringComparison.Ordinal))
        {
            throw new SwitchUnusableException($"The switch at {control} refuses user {user}: make its ari.conf and switch.user, switch.password in settings.json agree, with read_only=no.", refused);
        }
        catch (AriRefusedException refused) when (refused.Message.StartsWith("asterisk/info", StringComparison.Ordinal))
        {
            throw new SwitchUnusableException($"At {control} something answers, but no switch ({(int)refused.Status}): look at switch.url in settings.json, and load res_ari_asterisk.so and enable ari.conf there.", refused);
        }
        catch (AriRefusedException refused)
        {
            throw new SwitchUnusableException($"The switch at {control} takes no telephones into memory ({refused.Message}): give its sorcery.conf the lines that docs/operations.md shows.", refused);
        }
        catch (Exception absent) when (absent is HttpRequestException || (absent is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new SwitchUnusableException($"No switch answers at {control} ({absent.Message}): start it, mend switch.url in settings.json, or open http.conf's bindaddr and the firewall to us.", absent);
        }
    }

    /// <summary>What to say when the switch answers but its socket doesn't come.</summary>
    /// <param name="events">Where it comes when nothing holds it for us.</param>
    public string NoSocket(Uri events) =>
        $"The switch at {control} answers but has not opened its socket to {(keeper is null ? events : new Uri($"ws://{keeper}{events.AbsolutePath}"))}: give its ari.conf and websocket_client.conf the sections that docs/operations.md shows, with the password of switch.eventsPassword in settings.json.";

    public void Dispose() => Control.Dispose();
}
