using System.Net;
using Plateau.Telephony.Practice;

namespace Plateau.Telephony.Asterisk;

/// <summary>Where the switch of one installation lives and whom it calls back. Everything else is chosen once and kept.</summary>
public sealed record SwitchSettings
{
    /// <summary>The folder that belongs to this switch alone: configuration, sounds, recordings, logs, its process id.</summary>
    public required string RunFolder { get; init; }

    /// <summary>The prefix printed by deploy/provision-asterisk; it holds sbin/asterisk.</summary>
    public required string Prefix { get; init; }

    /// <summary>The address of ours at which we take what the switch says, such as ws://127.0.0.1:5080/switch/events. It may be another at each start.</summary>
    public required Uri Events { get; init; }

    /// <summary>The program that holds the switch's socket while we come and go.</summary>
    public string KeeperProgram { get; init; } = OwnProgram;

    /// <summary>The program that we are, or that stands beside whoever uses us.</summary>
    public static string OwnProgram { get; } = Path.Combine(AppContext.BaseDirectory, "plateau");

    /// <summary>Where agents register and from where the practice line is called. Off 127.0.0.1, because the
    /// practice line knows its caller by this address and a browser on the same machine has that one.</summary>
    public IPAddress HouseAddress { get; init; } = IPAddress.Parse("127.0.0.3");

    /// <summary>Where the practice line answers. It must be a loopback address.</summary>
    public IPAddress PracticeAddress { get; init; } = IPAddress.Parse("127.0.0.2");

    /// <summary>The address from which foreign carriers are called; loopback until the owner says otherwise.</summary>
    public IPAddress CarrierAddress { get; init; } = IPAddress.Parse("127.0.0.3");

    /// <summary>The public address to write into SDP when the machine stands behind NAT, or null.</summary>
    public IPAddress? ExternalAddress { get; init; }

    /// <summary>First and last UDP port of speech. A call takes two; the practice line plays both sides and takes four.</summary>
    public (int First, int Last) SpeechPorts { get; init; } = (16384, 32767);

    /// <summary>How long a starting Asterisk may take before it is called broken. It answers in about half a second.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(20);

    public string RecordingFolder => Path.Combine(RunFolder, "spool", "recording");
    public string PracticeLog => Path.Combine(RunFolder, "log", "practice.log");

    /// <summary>The sound, without its ending, that a practice plays to whoever found no agent; it lies in a switch's own folder.</summary>
    public static string PracticeNoticeOf(string runFolder) => Path.Combine(runFolder, "sounds", PracticeDialplan.Notice);

    public string ConfigurationFolder => Path.Combine(RunFolder, "etc");
}
