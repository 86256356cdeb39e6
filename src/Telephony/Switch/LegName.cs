using System.Globalization;
using Plateau.Core.Interactions;

namespace Plateau.Telephony.Switch;

/// <summary>
/// How legs are called at the switch: the customer's by the attempt's id, an agent's by the attempt, the word agent and
/// the offer's number. So a leg tells whose it is even to a process of ours that did not start it.
/// </summary>
internal readonly record struct LegName(AttemptId Attempt, int? Offer)
{
    private const string Mark = "-agent-";
    private const string BridgeMark = "-bridge";

    public static string OfCustomer(AttemptId attempt) => attempt.Value;

    public static string OfDesk(AttemptId attempt, int offer) => string.Create(CultureInfo.InvariantCulture, $"{attempt.Value}{Mark}{offer}");

    /// <summary>The bridge of an attempt. Not the bare id: the switch keeps its subscriptions by id alone, and a bridge
    /// called like the customer's channel would never be heard of.</summary>
    public static string OfBridge(AttemptId attempt) => attempt.Value + BridgeMark;

    /// <summary>The attempt of a bridge; null when it is none of an attempt's.</summary>
    public static AttemptId? ReadBridge(string bridge) =>
        bridge.EndsWith(BridgeMark, StringComparison.Ordinal) ? new AttemptId(bridge[..^BridgeMark.Length]) : null;

    public static LegName Read(string channel)
    {
        var at = channel.LastIndexOf(Mark, StringComparison.Ordinal);
        return at > 0 && int.TryParse(channel.AsSpan(at + Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var offer)
            ? new(new AttemptId(channel[..at]), offer)
            : new(new AttemptId(channel), null);
    }

    /// <summary>The endpoint of a channel's name: PJSIP/practice-0000001a belongs to practice.</summary>
    public static string? EndpointOf(string channelName)
    {
        const string technology = "PJSIP/";
        var end = channelName.LastIndexOf('-');
        return channelName.StartsWith(technology, StringComparison.Ordinal) && end > technology.Length ? channelName[technology.Length..end] : null;
    }
}
