using System.Globalization;
using System.Net;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// What any switch must have configured to be ours, whoever runs it: a user for our commands, a socket opened to us, a
/// place in memory for what we push, the dialplan into which answered calls fall, and the transports that trunks and
/// telephones name. Our own switch is configured with these very texts, and so is what we ask of somebody else's.
/// </summary>
public static class SwitchTerms
{
    /// <summary>The Stasis application under which everything of ours runs.</summary>
    public const string Application = "plateau";

    /// <summary>The dialplan context into which answered calls of ours fall.</summary>
    public const string Context = "plateau";

    /// <summary>Entry without and with answering-machine detection.</summary>
    public const string AnsweredExtension = "answered", DetectExtension = "detect";

    /// <summary>sorcery.conf, whole.</summary>
    internal const string Memory = """
        ; What stands in files is read from there; what is made at run time lives in memory and is pushed again on every connect.
        [res_pjsip]
        endpoint=config,pjsip.conf,criteria=type=endpoint
        endpoint=memory
        auth=config,pjsip.conf,criteria=type=auth
        auth=memory
        aor=config,pjsip.conf,criteria=type=aor
        aor=memory
        contact=memory
        [res_pjsip_outbound_registration]
        registration=memory

        """;

    /// <summary>Two contexts of extensions.conf.</summary>
    internal static string Dialplan { get; } = $$"""
        [nowhere]
        ; Whoever an endpoint would call lands here, and here is nothing: calls are made by the floor alone.

        [{{Context}}]
        exten => {{DetectExtension}},1,AMD()
         same => n,Goto({{AnsweredExtension}},1)
        ; The application may be away for a moment; the call waits for it, a minute at most.
        exten => {{AnsweredExtension}},1,Set(TRIES=0)
         same => n(enter),Stasis({{Application}},${PLATEAU_LEG},${AMDSTATUS},${AMDCAUSE})
         same => n,GotoIf($["${STASISSTATUS}"="FAILED"]?wait)
         same => n,Hangup()
         same => n(wait),Wait(0.25)
         same => n,Set(TRIES=$[${TRIES}+1])
         same => n,GotoIf($[${TRIES}<240]?enter)
         same => n,Hangup(41)


        """;

    /// <summary>What to add to the files of a switch that somebody else runs, file by file.</summary>
    /// <param name="events">Where that switch reaches us.</param>
    /// <param name="telephones">The address at which agents' telephones register with it.</param>
    /// <param name="carriers">The address from which it calls carriers; with UDP, another port than the telephones'.</param>
    public static IReadOnlyDictionary<string, string> Ask(Uri events, string user, string password, string eventsPassword, IPEndPoint telephones, IPEndPoint carriers)
    {
        ArgumentNullException.ThrowIfNull(events);
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["ari.conf"] = Control(events, user, password),
            ["websocket_client.conf"] = Socket(events, eventsPassword),
            ["sorcery.conf"] = Memory,
            ["extensions.conf"] = Dialplan,
            ["pjsip.conf"] = Transport("house", "udp", telephones) + Transport("carriers-udp", "udp", carriers) + Transport("carriers-tcp", "tcp", carriers) + Transport("phones", "ws", new IPEndPoint(telephones.Address, 0)),
        };
    }

    /// <summary>A user and a connection of ari.conf. The connection is called by our address, because Asterisk 22 forgets
    /// the host of a connection whose address changes at a reload; one of another name is a new one, and the old one ends.</summary>
    internal static string Control(Uri events, string user, string password) => $"""
        [{user}]
        type=user
        read_only=no
        password={password}
        password_format=plain
        [{Connection(events)}]
        type=outbound_websocket
        websocket_client_id={Connection(events)}
        apps={Application}
        subscribe_all=no
        local_ari_user={user}

        """;

    /// <summary>A section of websocket_client.conf.</summary>
    internal static string Socket(Uri events, string eventsPassword) => $"""
        [{Connection(events)}]
        type=websocket_client
        connection_type=persistent
        uri={events}
        protocols=ari
        username={SwitchIdentity.EventsUser}
        password={eventsPassword}
        connection_timeout=1000
        reconnect_interval=250
        reconnect_attempts=240

        """;

    private static string Connection(Uri events) => string.Create(CultureInfo.InvariantCulture, $"floor-{events.Host.Replace('.', '-')}-{events.Port}");

    private static string Transport(string name, string protocol, IPEndPoint bind) => $"""
        [{name}]
        type=transport
        protocol={protocol}
        bind={bind}

        """;
}
