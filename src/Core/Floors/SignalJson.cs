using System.Text.Json;
using Plateau.Core.Interactions;

namespace Plateau.Core.Floors;

/// <summary>Signals as data, for their way to the floor's grain. They are never kept, so their types' own names will do.</summary>
public static class SignalJson
{
    private static readonly Dictionary<string, Type> ByName =
        typeof(SignalJson).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Signal))).ToDictionary(type => type.Name);

    /// <summary>Writes a batch as a JSON array of [name, data] in the order given.</summary>
    public static byte[] Write(IReadOnlyList<Signal> signals)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256 * signals.Count + 16);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        foreach (var signal in signals)
        {
            writer.WriteStringValue(signal.GetType().Name);
            JsonSerializer.Serialize(writer, signal, signal.GetType(), FactJson.Options);
        }
        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a batch back.</summary>
    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    public static IReadOnlyList<Signal> Read(ReadOnlySpan<byte> data)
    {
        var signals = new List<Signal>();
        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var name = reader.GetString()!;
            if (!ByName.TryGetValue(name, out var type)) throw new JsonException($"no signal is called '{name}'");
            reader.Read();
            signals.Add((Signal)JsonSerializer.Deserialize(ref reader, type, FactJson.Options)!);
        }
        return signals;
    }
}
