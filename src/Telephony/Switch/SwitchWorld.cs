using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Telephony.Asterisk;
using Plateau.Telephony.Desks;
using Plateau.Telephony.Recordings;
using Plateau.Telephony.Trunks;

namespace Plateau.Telephony.Switch;

/// <summary>What the three parts of the adapter have in common: the switch's control, the calls on it, and the floor's ear.</summary>
internal sealed class SwitchWorld(AriClient control, RecordingShelf shelf, IReadOnlyList<TrunkSettings> trunks, Action<Signal> tell, IClock clock, ILogger log)
{
    public AriClient Control { get; } = control;
    public RecordingShelf Shelf { get; } = shelf;
    public ILogger Log { get; } = log;

    public ConcurrentDictionary<AttemptId, SwitchCall> Calls { get; } = new();
    public ConcurrentDictionary<AgentId, AgentEndpoint> Agents { get; } = new();
    public IReadOnlyDictionary<string, TrunkSettings> Trunks { get; } = trunks.ToDictionary(trunk => trunk.Name, StringComparer.Ordinal);

    public Instant Now => clock.GetCurrentInstant();

    public void Tell(Signal signal) => tell(signal);

    public SwitchCall CallOf(AttemptId attempt) => Calls.GetOrAdd(attempt, static id => new SwitchCall(id));

    /// <summary>Whether a channel is a leg of ours, by the endpoint in its name, and which.</summary>
    public LegName? OurLeg(AriChannel? channel)
    {
        if (channel is null || LegName.EndpointOf(channel.Name) is not { } endpoint) return null;
        if (LegName.Read(channel.Id) is not { } name) return null;
        if (name.Offer is not null) return AgentEndpoint.AgentOf(endpoint) is not null ? name : null;
        return Trunks.ContainsKey(endpoint) ? name : null;
    }

    /// <summary>The leg's record, made when a process of ours before this one started the leg.</summary>
    public (SwitchCall Call, Leg Leg) LegOf(LegName name, AriChannel channel)
    {
        var call = CallOf(name.Attempt);
        if (name.Offer is not { } offer) return (call, call.Customer);
        var agent = AgentEndpoint.AgentOf(LegName.EndpointOf(channel.Name)!);
        return (call, call.Desks.GetOrAdd(offer, _ => new Leg { Agent = agent }));
    }
}
