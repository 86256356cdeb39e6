using System.Text.Json.Serialization;

namespace Plateau.Telephony.Asterisk;

/// <summary>An event as ARI sends it, of which we read only what we use. Kinds that we don't know pass unharmed.</summary>
/// <remarks>See https://docs.asterisk.org/Latest_API/API_Documentation/Asterisk_REST_Interface/Asterisk_REST_Data_Models/</remarks>
public sealed record AriEvent
{
    [JsonPropertyName("type")] public string Type { get; init; } = "";
    [JsonPropertyName("channel")] public AriChannel? Channel { get; init; }
    [JsonPropertyName("peer")] public AriChannel? Peer { get; init; }
    [JsonPropertyName("dialstatus")] public string? DialStatus { get; init; }
    [JsonPropertyName("args")] public IReadOnlyList<string>? Arguments { get; init; }
    [JsonPropertyName("cause")] public int? Cause { get; init; }
    [JsonPropertyName("tech_cause")] public int? SipCode { get; init; }
    [JsonPropertyName("bridge")] public AriBridge? Bridge { get; init; }
    [JsonPropertyName("recording")] public AriRecording? Recording { get; init; }
    [JsonPropertyName("playback")] public AriPlayback? Playback { get; init; }
    [JsonPropertyName("endpoint")] public AriEndpoint? Endpoint { get; init; }
    [JsonPropertyName("contact_info")] public AriContact? Contact { get; init; }
}

/// <summary>A sound that is played.</summary>
public sealed record AriPlayback
{
    [JsonPropertyName("id")] public string Id { get; init; } = "";
    /// <summary>queued, playing, continuing, done, failed.</summary>
    [JsonPropertyName("state")] public string State { get; init; } = "";
}

public sealed record AriEndpoint
{
    /// <summary>The endpoint's own name, such as agent-anna.</summary>
    [JsonPropertyName("resource")] public string Name { get; init; } = "";
    /// <summary>online, offline or unknown.</summary>
    [JsonPropertyName("state")] public string State { get; init; } = "";
}

public sealed record AriContact
{
    /// <summary>Where the telephone is reached.</summary>
    [JsonPropertyName("uri")] public string Uri { get; init; } = "";
    /// <summary>Created, Updated, Removed, Reachable, Unreachable, NonQualified and others.</summary>
    [JsonPropertyName("contact_status")] public string Status { get; init; } = "";
}

public sealed record AriSpeechCount([property: JsonPropertyName("rxcount")] long Received);

/// <summary>What a variable holds.</summary>
public sealed record AriValue([property: JsonPropertyName("value")] string Value);

public sealed record AriInfo([property: JsonPropertyName("system")] AriSystem System);

public sealed record AriSystem([property: JsonPropertyName("version")] string Version);

/// <summary>One leg of a call at the switch.</summary>
public sealed record AriChannel
{
    [JsonPropertyName("id")] public string Id { get; init; } = "";
    [JsonPropertyName("name")] public string Name { get; init; } = "";
    /// <summary>Down, Ring, Ringing, Up and a few others.</summary>
    [JsonPropertyName("state")] public string State { get; init; } = "";
}

public sealed record AriBridge
{
    [JsonPropertyName("id")] public string Id { get; init; } = "";
    [JsonPropertyName("channels")] public IReadOnlyList<string> Channels { get; init; } = [];
}

public sealed record AriRecording
{
    [JsonPropertyName("name")] public string Name { get; init; } = "";
    /// <summary>queued, recording, paused, done, failed or canceled.</summary>
    [JsonPropertyName("state")] public string State { get; init; } = "";
    /// <summary>What is recorded: bridge: and the bridge's id.</summary>
    [JsonPropertyName("target_uri")] public string Target { get; init; } = "";
}

/// <summary>What an originate asks for. The leg falls into the dialplan when it is answered, not straight into an
/// application, so that it can wait for us when we are away.</summary>
public sealed record AriOriginate
{
    [JsonPropertyName("endpoint")] public required string Endpoint { get; init; }
    [JsonPropertyName("context")] public string Context { get; init; } = SwitchTerms.Context;
    [JsonPropertyName("extension")] public required string Extension { get; init; }
    [JsonPropertyName("priority")] public int Priority { get; init; } = 1;
    [JsonPropertyName("channelId")] public required string ChannelId { get; init; }
    [JsonPropertyName("callerId")] public string? CallerId { get; init; }
    /// <summary>Whole seconds; Asterisk knows no finer ones here.</summary>
    [JsonPropertyName("timeout")] public required int TimeoutSeconds { get; init; }
    [JsonPropertyName("variables")] public IReadOnlyDictionary<string, string>? Variables { get; init; }
}

/// <summary>The only kinds of event to be sent; a call makes ten times as many.</summary>
public sealed record AriFilter([property: JsonPropertyName("allowed")] IReadOnlyList<AriKind> Allowed);

public sealed record AriKind([property: JsonPropertyName("type")] string Type);

public sealed record AriFields([property: JsonPropertyName("fields")] IReadOnlyList<AriField> Fields);

public sealed record AriField([property: JsonPropertyName("attribute")] string Attribute, [property: JsonPropertyName("value")] string Value);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AriEvent))]
[JsonSerializable(typeof(AriOriginate))]
[JsonSerializable(typeof(AriFields))]
[JsonSerializable(typeof(AriFilter))]
[JsonSerializable(typeof(AriRecording))]
[JsonSerializable(typeof(AriInfo))]
[JsonSerializable(typeof(AriValue))]
[JsonSerializable(typeof(AriEndpoint))]
[JsonSerializable(typeof(AriSpeechCount))]
[JsonSerializable(typeof(AriChannel))]
[JsonSerializable(typeof(IReadOnlyList<AriChannel>))]
[JsonSerializable(typeof(IReadOnlyList<AriBridge>))]
internal sealed partial class AriJson : JsonSerializerContext;
