using System.Globalization;
using System.Net;
using Plateau.Telephony.Practice;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// The whole configuration of the switch as text, file by file: nothing is read from /etc, so what a distribution or an
/// administrator put there neither helps nor harms. The same settings give the same text.
/// </summary>
internal static class SwitchConfiguration
{
    /// <summary>The Stasis application under which everything of ours runs.</summary>
    public const string Application = "plateau";

    /// <summary>The dialplan context into which answered calls of ours fall.</summary>
    public const string Context = "plateau";

    /// <summary>Entry without and with answering-machine detection.</summary>
    public const string AnsweredExtension = "answered", DetectExtension = "detect";

    public static IReadOnlyDictionary<string, string> Render(SwitchSettings settings, SwitchIdentity identity, AsteriskInstallation installation)
    {
        if (!IPAddress.IsLoopback(settings.PracticeAddress))
            throw new SwitchUnusableException($"The practice line must stay on loopback, and {settings.PracticeAddress} isn't; set PracticeAddress to a 127.x address.");
        var run = settings.RunFolder;
        var sounds = Path.Combine(run, "sounds");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["asterisk.conf"] = Main(settings, installation),
            ["modules.conf"] = "[modules]\nautoload=no\n" + string.Concat(installation.Modules().Select(module => $"require={module}\n")),
            ["logger.conf"] = "[general]\ndateformat=%F %T.%3q\n[logfiles]\nmessages.log => warning,error\n",
            ["http.conf"] = Invariant($"""
                [general]
                servername=Plateau
                enabled=yes
                bindaddr=127.0.0.1
                bindport={identity.ControlPort}
                sessionlimit=1000
                enable_static=no
                enable_status=no

                """),
            // A slow reader is a reason to wait, not to cut: our reader only enqueues, so five seconds mean that we are stopped.
            ["ari.conf"] = Invariant($"""
                [general]
                enabled=yes
                pretty=no
                websocket_write_timeout=5000
                [{SwitchIdentity.ControlUser}]
                type=user
                read_only=no
                password={identity.ControlPassword}
                password_format=plain
                [{Connection(settings)}]
                type=outbound_websocket
                websocket_client_id={Connection(settings)}
                apps={Application}
                subscribe_all=no
                local_ari_user={SwitchIdentity.ControlUser}

                """),
            ["websocket_client.conf"] = Invariant($"""
                [{Connection(settings)}]
                type=websocket_client
                connection_type=persistent
                uri={settings.Events}
                protocols=ari
                username={SwitchIdentity.EventsUser}
                password={identity.EventsPassword}
                connection_timeout=1000
                reconnect_interval=250
                reconnect_attempts=240

                """),
            ["sorcery.conf"] = """
                ; What stands in files is read from there; what is made at run time lives in memory and is pushed again on every connect.
                [res_pjsip]
                endpoint=config,pjsip.conf,criteria=type=endpoint
                endpoint=memory
                auth=config,pjsip.conf,criteria=type=auth
                auth=memory
                aor=config,pjsip.conf,criteria=type=aor
                aor=memory
                contact=memory

                """,
            ["pjsip.conf"] = Sip(settings, identity),
            ["rtp.conf"] = Invariant($"[general]\nrtpstart={settings.SpeechPorts.First}\nrtpend={settings.SpeechPorts.Last}\nstrictrtp=yes\n"),
            ["musiconhold.conf"] = Invariant($"[default]\nmode=files\ndirectory={Path.Combine(run, "music")}\n"),
            ["amd.conf"] = """
                ; Asterisk's own defaults, written down so that a distribution's change doesn't become ours.
                [general]
                total_analysis_time=5000
                silence_threshold=256
                initial_silence=2500
                after_greeting_silence=800
                greeting=1500
                min_word_length=100
                maximum_word_length=5000
                between_words_silence=50
                maximum_number_of_words=3

                """,
            ["cdr.conf"] = "[general]\nenable=no\n",
            ["cel.conf"] = "[general]\nenable=no\n",
            // Empty on purpose: Asterisk complains of a missing file.
            ["features.conf"] = "[general]\n",
            ["acl.conf"] = "",
            ["ccss.conf"] = "[general]\n",
            ["pjproject.conf"] = "",
            ["udptl.conf"] = "[general]\n",
            ["indications.conf"] = "[general]\ncountry=fr\n[fr]\ndescription=France\nringcadence=1500,3500\ndial=440\nring=440/1500,0/3500\nbusy=440/500,0/500\ncongestion=440/250,0/250\n",
            ["extensions.conf"] = Dialplan() + PracticeDialplan.Render(sounds, settings.PracticeLog),
        };
    }

    /// <summary>The connection is called by our address, because Asterisk 22 forgets the host of a connection whose
    /// address changes at a reload; one of another name is a new one, and the old one ends.</summary>
    private static string Connection(SwitchSettings settings) => Invariant($"floor-{settings.Events.Host.Replace('.', '-')}-{settings.Events.Port}");

    private static string Main(SwitchSettings settings, AsteriskInstallation installation) => Invariant($"""
        [directories]
        astetcdir => {settings.ConfigurationFolder}
        astmoddir => {installation.ModuleFolder}
        astvarlibdir => {Path.Combine(settings.RunFolder, "lib")}
        astdbdir => {Path.Combine(settings.RunFolder, "lib")}
        astkeydir => {Path.Combine(settings.RunFolder, "lib")}
        astdatadir => {installation.DataFolder}
        astagidir => {Path.Combine(settings.RunFolder, "lib")}
        astspooldir => {Path.Combine(settings.RunFolder, "spool")}
        astrundir => {settings.RunFolder}
        astlogdir => {Path.Combine(settings.RunFolder, "log")}
        [options]
        ; A network namespace with nothing but loopback has no hardware address from which to take this.
        entityid = 02:00:00:00:00:01
        ; Silence is sent while nobody speaks, so that a listener can tell a quiet line from a dead one.
        transmit_silence = yes
        live_dangerously = no
        maxfiles = 65536

        """);

    private static string Dialplan() => Invariant($$"""
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


        """);

    private static string Sip(SwitchSettings settings, SwitchIdentity identity)
    {
        var outside = settings.ExternalAddress is { } address
            ? Invariant($"external_media_address={address}\nexternal_signaling_address={address}\nlocal_net=127.0.0.0/8\nlocal_net=10.0.0.0/8\nlocal_net=172.16.0.0/12\nlocal_net=192.168.0.0/16\n")
            : "";
        return Invariant($"""
            [global]
            type=global
            user_agent=Plateau
            ; An address that answers nobody: an unknown caller learns neither that a name exists nor that it doesn't.
            endpoint_identifier_order=ip,username
            unidentified_request_count=5
            unidentified_request_period=5

            [house]
            type=transport
            protocol=udp
            bind={settings.HouseAddress}:{identity.HousePort}

            [carriers-udp]
            type=transport
            protocol=udp
            bind={settings.CarrierAddress}:{identity.CarrierPort}
            {outside}
            [carriers-tcp]
            type=transport
            protocol=tcp
            bind={settings.CarrierAddress}:{identity.CarrierPort}
            {outside}
            [practice-side]
            type=transport
            protocol=udp
            bind={settings.PracticeAddress}:{identity.PracticePort}

            ; The practice trunk has one contact, and it is the practice side: no number can lead it elsewhere.
            [practice]
            type=endpoint
            transport=house
            context=nowhere
            aors=practice
            disallow=all
            allow=ulaw
            direct_media=no
            media_address={settings.HouseAddress}
            bind_rtp_to_media_address=yes
            [practice]
            type=aor
            contact=sip:{settings.PracticeAddress}:{identity.PracticePort}

            [callees]
            type=endpoint
            transport=practice-side
            context=practice
            disallow=all
            allow=ulaw
            direct_media=no
            media_address={settings.PracticeAddress}
            bind_rtp_to_media_address=yes
            [callees]
            type=identify
            endpoint=callees
            match={settings.HouseAddress}

            """);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
