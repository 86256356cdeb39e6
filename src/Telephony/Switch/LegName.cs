using System.Globalization;
using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Telephony.Switch;

/// <summary>
/// How legs are called at the switch: the customer's by the attempt's id, an agent's by the attempt and the offer's number,
/// each closed with a word. So a leg tells whose it is even to a process of ours that did not start it.
/// </summary>
/// <remarks>
/// The closing word matters: Asterisk refuses a new channel whose id is the beginning of a living one's (it compares as
/// many letters as the new id has), so attempt 1 could not be called while attempt 10 was talking.
/// </remarks>
internal readonly record struct LegName(AttemptId Attempt, int? Offer)
{
    private const string CustomerMark = "-customer";
    private const string DeskMark = "-agent";
    private const string BridgeMark = "-bridge";
    private const string MonitorMark = "-monitor";
    private const string NoticeMark = "-notice";
    private const string ListenMark = "-listen";
    private const string WhisperMark = "-whisper";

    public static string OfCustomer(AttemptId attempt) => attempt.Value + CustomerMark;

    public static string OfDesk(AttemptId attempt, int offer) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Value}-{offer}{DeskMark}");

    /// <summary>The bridge of an attempt. Not the bare id: the switch keeps its subscriptions by id alone, and a bridge
    /// called like the customer's channel would never be heard of.</summary>
    public static string OfBridge(AttemptId attempt) => attempt.Value + BridgeMark;

    /// <summary>The sound that tells whoever found no agent who called.</summary>
    public static string OfNotice(AttemptId attempt, int number) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Value}-{number}{NoticeMark}");

    /// <summary>The attempt and number of such a sound; null when it is none.</summary>
    public static (AttemptId Attempt, int Number)? ReadNotice(string playback) => Numbered(playback, NoticeMark);

    /// <summary>A supervisor's telephone in an attempt.</summary>
    public static string OfMonitor(AttemptId attempt, int number) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Value}-{number}{MonitorMark}");

    /// <summary>Where a supervisor's telephone and the listening copy of an agent's line stand.</summary>
    public static string OfEar(AttemptId attempt, int number) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Value}-{number}-ear");

    /// <summary>The listening copy of an agent's line; a copy keeps its mode, so each mode has its own.</summary>
    public static string OfCopy(AttemptId attempt, int number, MonitorMode mode) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Value}-{number}{(mode == MonitorMode.Whisper ? WhisperMark : ListenMark)}");

    /// <summary>The attempt, number and mode of a listening copy; null when it is none.</summary>
    public static (AttemptId Attempt, int Number, MonitorMode Mode)? ReadCopy(string channel) =>
        Numbered(channel, ListenMark) is { } listens ? (listens.Attempt, listens.Number, MonitorMode.Listen)
        : Numbered(channel, WhisperMark) is { } whispers ? (whispers.Attempt, whispers.Number, MonitorMode.Whisper)
        : null;

    /// <summary>The attempt and number of a supervisor's leg; null when it is none.</summary>
    public static (AttemptId Attempt, int Number)? ReadMonitor(string channel) => Numbered(channel, MonitorMark);

    /// <summary>The attempt of a bridge; null when it is none of an attempt's.</summary>
    public static AttemptId? ReadBridge(string bridge) =>
        bridge.EndsWith(BridgeMark, StringComparison.Ordinal) ? new AttemptId(bridge[..^BridgeMark.Length]) : null;

    /// <summary>The leg of a channel's id; null when it is no leg of an attempt.</summary>
    public static LegName? Read(string channel)
    {
        if (channel.EndsWith(CustomerMark, StringComparison.Ordinal)) return new(new AttemptId(channel[..^CustomerMark.Length]), null);
        return Numbered(channel, DeskMark) is { } leg ? new(leg.Attempt, leg.Number) : null;
    }

    private static (AttemptId Attempt, int Number)? Numbered(string channel, string mark)
    {
        if (!channel.EndsWith(mark, StringComparison.Ordinal)) return null;
        var leg = channel[..^mark.Length];
        var at = leg.LastIndexOf('-');
        return at > 0 && int.TryParse(leg.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new AttemptId(leg[..at]), number)
            : null;
    }

    /// <summary>The endpoint of a channel's name: PJSIP/practice-0000001a belongs to practice.</summary>
    public static string? EndpointOf(string channelName)
    {
        const string technology = "PJSIP/";
        var end = channelName.LastIndexOf('-');
        return channelName.StartsWith(technology, StringComparison.Ordinal) && end > technology.Length ? channelName[technology.Length..end] : null;
    }
}
