using System.Globalization;
using System.Net;
using System.Text;
using Plateau.Core.Interactions;
using Plateau.Telephony.Asterisk;

namespace Plateau.Telephony.Desks;

/// <summary>
/// An agent's telephone for one desk session. It lives in the switch's memory only, under a password of that session,
/// and is taken away at logout.
/// </summary>
/// <param name="PlayedBy">Null for a telephone that registers; the practice side's address for one that the practice line plays.</param>
public sealed record AgentEndpoint(AgentId Agent, string Password, IPEndPoint? PlayedBy)
{
    private const string Prefix = "agent-";

    /// <summary>A telephone that registers by itself with <see cref="Name"/> and a password nobody else has.</summary>
    public static AgentEndpoint Registering(AgentId agent) => new(agent, SwitchIdentity.Secret(), null);

    /// <summary>A telephone played by the practice line: it answers at once and talks.</summary>
    public static AgentEndpoint Practising(AgentId agent, IPEndPoint practiceSide) => new(agent, SwitchIdentity.Secret(), practiceSide);

    /// <summary>A telephone in a browser: it registers over the switch's WebSocket and speaks by WebRTC.</summary>
    public static AgentEndpoint InBrowser(AgentId agent) => new(agent, SwitchIdentity.Secret(), null) { IsInBrowser = true };

    public bool IsInBrowser { get; init; }

    /// <summary>Whether it comes and goes by registering, so that its absence means something.</summary>
    public bool Registers => PlayedBy is null;

    /// <summary>What a leg that rings this telephone is given on its way.</summary>
    /// <remarks>The header is no standard's, but the one by which desk telephones have long been asked to answer by themselves.</remarks>
    internal static Dictionary<string, string> Ringing(string leg, bool autoAnswer)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["PLATEAU_LEG"] = leg };
        if (autoAnswer) variables["PJSIP_HEADER(add,Alert-Info)"] = "<http://plateau.invalid>;info=alert-autoanswer";
        return variables;
    }

    /// <summary>The endpoint's name at the switch, which is the SIP user too.</summary>
    public string Name => NameOf(Agent);

    /// <summary>Letters, digits and hyphens stay; any other byte becomes _ and two hexadecimal digits.</summary>
    public static string NameOf(AgentId agent)
    {
        var name = new StringBuilder(Prefix);
        foreach (var b in Encoding.UTF8.GetBytes(agent.Value))
            if (char.IsAsciiLetterOrDigit((char)b) || b == '-') name.Append((char)b);
            else name.Append(CultureInfo.InvariantCulture, $"_{b:x2}");
        return name.ToString();
    }

    /// <summary>The agent behind an endpoint's name; null when it is no agent's.</summary>
    public static AgentId? AgentOf(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var bytes = new List<byte>();
        for (var i = Prefix.Length; i < name.Length; i++)
            if (name[i] != '_') bytes.Add((byte)name[i]);
            else if (i + 2 < name.Length && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else return null;
        return new AgentId(Encoding.UTF8.GetString([.. bytes]));
    }

    internal async Task PushAsync(AriClient control, CancellationToken cancel)
    {
        await control.PushAsync("auth", Name, [new("auth_type", "userpass"), new("username", Name), new("password", Password)], cancel);
        await control.PushAsync("aor", Name,
        [
            new("max_contacts", "1"),
            new("remove_existing", "yes"),
            .. PlayedBy is null ? [] : new AriField[] { new("contact", $"sip:{Name}@{PlayedBy}") },
        ], cancel);
        AriField[] sound = IsInBrowser
            ? [new("webrtc", "yes"), new("disallow", "all"), new("allow", "opus,ulaw"), new("dtmf_mode", "rfc4733")]
            : [new("transport", "house"), new("disallow", "all"), new("allow", "ulaw,alaw")];
        await control.PushAsync("endpoint", Name,
        [
            .. sound,
            new("context", "nowhere"),
            new("aors", Name),
            new("auth", Name),
            new("direct_media", "no"),
            new("rtp_symmetric", "yes"),
            new("force_rport", "yes"),
            new("rewrite_contact", "yes"),
        ], cancel);
        await control.HearEndpointAsync(Name, cancel);
    }

    internal async Task RemoveAsync(AriClient control, CancellationToken cancel)
    {
        foreach (var kind in new[] { "endpoint", "aor", "auth" }) await control.RemoveAsync(kind, Name, cancel);
    }
}
