using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using Plateau.Telephony.Practice;

namespace Plateau.Telephony.Asterisk;

/// <summary>
/// The whole configuration of the switch as text, file by file: nothing is read from /etc, so what a distribution or an
/// administrator put there neither helps nor harms. The same settings give the same text.
/// </summary>
internal static class SwitchConfiguration
{
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

                """) + SwitchTerms.Control(identity.KeeperAddress, SwitchIdentity.ControlUser, identity.ControlPassword),
            ["websocket_client.conf"] = SwitchTerms.Socket(identity.KeeperAddress, identity.EventsPassword),
            ["sorcery.conf"] = SwitchTerms.Memory,
            ["pjsip.conf"] = Sip(settings, identity),
            ["rtp.conf"] = Invariant($"[general]\nrtpstart={settings.SpeechPorts.First}\nrtpend={settings.SpeechPorts.Last}\nstrictrtp=yes\n") + IceCandidates(),
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
            ["extensions.conf"] = SwitchTerms.Dialplan + PracticeDialplan.Render(sounds, settings.PracticeLog),
        };
    }

    /// <summary>The file that the switch is started with, and by which its process is known.</summary>
    public static string MainFile(string configurationFolder) => Path.Combine(configurationFolder, "asterisk.conf");

    /// <summary>ICE offers no address of loopback. On a machine that has nothing else, an address that was added to loopback stands for it.</summary>
    private static string IceCandidates()
    {
        var up = NetworkInterface.GetAllNetworkInterfaces().Where(one => one.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown).ToList();
        if (up.Any(one => one.NetworkInterfaceType != NetworkInterfaceType.Loopback)) return "";
        var added = from one in up
                    from address in one.GetIPProperties().UnicastAddresses
                    where address.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && !IPAddress.IsLoopback(address.Address)
                    select Invariant($"{address.Address} => 127.0.0.1\n");
        return "[ice_host_candidates]\n" + string.Concat(added);
    }

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
            ; Browsers come over the WebSocket of the control port, by way of our own server; what is bound here is nothing.
            [phones]
            type=transport
            protocol=ws
            bind=127.0.0.1

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
