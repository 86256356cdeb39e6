using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plateau.Core.Interactions;

/// <summary>An id is a value of its own type, so that a client can't be given where an agent is meant.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
/// <typeparam name="TValue">What it is made of: a short text chosen by people, or a number counted by the store.</typeparam>
public interface IId<TSelf, TValue> where TSelf : struct, IId<TSelf, TValue>
{
    TValue Value { get; }
    static abstract TSelf From(TValue value);
}

/// <summary>The <em>donneur d'ordre</em> for whom a call is made.</summary>
[JsonConverter(typeof(TextIdJson<ClientId>))]
public readonly record struct ClientId(string Value) : IId<ClientId, string>, IComparable<ClientId>
{
    public static ClientId From(string value) => new(value);
    public int CompareTo(ClientId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A client's service on the floor.</summary>
[JsonConverter(typeof(TextIdJson<ProgrammeId>))]
public readonly record struct ProgrammeId(string Value) : IId<ProgrammeId, string>
{
    public static ProgrammeId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>One prospecting action of a programme.</summary>
[JsonConverter(typeof(TextIdJson<CampaignId>))]
public readonly record struct CampaignId(string Value) : IId<CampaignId, string>, IComparable<CampaignId>
{
    public static CampaignId From(string value) => new(value);
    public int CompareTo(CampaignId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A client's list of prospects.</summary>
[JsonConverter(typeof(TextIdJson<ListId>))]
public readonly record struct ListId(string Value) : IId<ListId, string>
{
    public static ListId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A person who works on the floor.</summary>
[JsonConverter(typeof(TextIdJson<AgentId>))]
public readonly record struct AgentId(string Value) : IId<AgentId, string>, IComparable<AgentId>
{
    public static AgentId From(string value) => new(value);
    public int CompareTo(AgentId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>One try to reach one prospect once; also the channel id at the switch, so that twice is harmless.</summary>
[JsonConverter(typeof(TextIdJson<AttemptId>))]
public readonly record struct AttemptId(string Value) : IId<AttemptId, string>, IComparable<AttemptId>
{
    public static AttemptId From(string value) => new(value);
    public int CompareTo(AttemptId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Ids are given out by the floor and count upward: their last signs tell them apart, and no stranger chooses them.</summary>
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var sign in Value.AsSpan()[^Math.Min(7, Value?.Length ?? 0)..]) hash = hash * 31 + sign;
        return hash;
    }

    public override string ToString() => Value;
}

/// <summary>A recording of one purpose within one conversation.</summary>
[JsonConverter(typeof(TextIdJson<RecordingId>))]
public readonly record struct RecordingId(string Value) : IId<RecordingId, string>
{
    public static RecordingId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A named line to a carrier.</summary>
[JsonConverter(typeof(TextIdJson<TrunkId>))]
public readonly record struct TrunkId(string Value) : IId<TrunkId, string>, IComparable<TrunkId>
{
    public static TrunkId From(string value) => new(value);
    public int CompareTo(TrunkId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>One of the client's own people, whom appointments are booked with.</summary>
[JsonConverter(typeof(TextIdJson<ConsultantId>))]
public readonly record struct ConsultantId(string Value) : IId<ConsultantId, string>, IComparable<ConsultantId>
{
    public static ConsultantId From(string value) => new(value);
    public int CompareTo(ConsultantId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A time agreed with a customer for a client's consultant.</summary>
[JsonConverter(typeof(TextIdJson<AppointmentId>))]
public readonly record struct AppointmentId(string Value) : IId<AppointmentId, string>, IComparable<AppointmentId>
{
    public static AppointmentId From(string value) => new(value);
    public int CompareTo(AppointmentId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A customer on one list. Facts name people by this number alone; who it is stands elsewhere and can be erased.</summary>
[JsonConverter(typeof(NumberIdJson<ProspectId>))]
public readonly record struct ProspectId(long Value) : IId<ProspectId, long>, IComparable<ProspectId>
{
    public static ProspectId From(long value) => new(value);
    public int CompareTo(ProspectId other) => Value.CompareTo(other.Value);
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A person as one client knows them, over all lists and campaigns: the key by which attempts are counted.</summary>
[JsonConverter(typeof(NumberIdJson<CustomerId>))]
public readonly record struct CustomerId(long Value) : IId<CustomerId, long>, IComparable<CustomerId>
{
    public static CustomerId From(long value) => new(value);
    public int CompareTo(CustomerId other) => Value.CompareTo(other.Value);
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Writes a text id as plain text, also as a key.</summary>
public sealed class TextIdJson<T> : JsonConverter<T> where T : struct, IId<T, string>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException($"{typeof(T).Name} must be a text, not null"));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}

/// <summary>Writes a counted id as a plain number.</summary>
public sealed class NumberIdJson<T> : JsonConverter<T> where T : struct, IId<T, long>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
