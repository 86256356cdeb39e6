using System.Text;
using System.Text.Json;
using Plateau.Core.Prospecting.Pacing;

namespace Plateau.Server.Pacing;

/// <summary>One line of a paced day, read into what the pacer looks at: the beginning, a tick, or the end.</summary>
/// <remarks>Read in place, without a tree of objects: a floor of fifty sends some thousands of these lines a second when a day is played fast.</remarks>
internal sealed class PaceLine
{
    private const string Known = "\"init\", \"tick\" or \"end\"";

    /// <summary>Without these nothing can be decided, and what an earlier line said is no answer for this one.</summary>
    private static readonly string[] OfInit = ["day", "limit"], OfTick = ["t", "idle", "waiting", "logged_in", "humans", "abandoned", "talk", "wrap", "ring", "events"];

    private readonly HashSet<string> given = [];

    /// <summary>What the last line said: init, tick or end.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The terms of the last line that began a day.</summary>
    public PacingTerms Terms { get; private set; } = Usual;

    /// <summary>The floor of the last tick.</summary>
    public PacingView View { get; } = new();

    private static PacingTerms Usual => new(0, 28_800, 0.5, 2, 0.03, 30);

    /// <exception cref="FormatException">The line is none of these; the message says what is wrong and what to write instead.</exception>
    public void Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new FormatException("is no JSON object: write one such as {\"type\":\"end\"}");
            Clear();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) Property(ref reader);
            reader.Read();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException($"is no JSON object in one line: {wrong.Message}", wrong);
        }
        if (Type.Length == 0) throw new FormatException($"has no \"type\": write {Known}");
        if (Type == "init" && Terms.Flaw() is { } flaw) throw new FormatException(flaw);
        var needed = Type == "init" ? OfInit : Type == "tick" ? OfTick : [];
        if (needed.FirstOrDefault(name => !given.Contains(name)) is { } missing) throw new FormatException($"{Type} without \"{missing}\": give {string.Join(", ", needed)}");
        if (Type == "tick" && (View.Idle < 0 || View.Waiting < 0 || View.LoggedIn < 0 || View.Humans < 0 || View.Abandoned < 0)) throw new FormatException("counts below nought: give idle, waiting, logged_in, humans and abandoned from 0");
    }

    private void Clear()
    {
        Type = "";
        Terms = Usual;
        given.Clear();
        View.Events.Clear();
        foreach (var ages in (ReadOnlySpan<AgeCounts>)[View.Ring, View.Talk, View.WrapUp, View.TalkLeaving, View.WrapUpLeaving]) ages.Clear();
    }

    private void Property(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("type"u8)) Type = Kind(ref reader);
        else if (reader.ValueTextEquals("t"u8)) View.At = Number(ref reader, "t");
        else if (reader.ValueTextEquals("idle"u8)) View.Idle = Whole(ref reader, "idle");
        else if (reader.ValueTextEquals("waiting"u8)) View.Waiting = Whole(ref reader, "waiting");
        else if (reader.ValueTextEquals("paused"u8)) View.Paused = Whole(ref reader, "paused");
        else if (reader.ValueTextEquals("logged_in"u8)) View.LoggedIn = Whole(ref reader, "logged_in");
        else if (reader.ValueTextEquals("humans"u8)) View.Humans = Whole(ref reader, "humans");
        else if (reader.ValueTextEquals("abandoned"u8)) View.Abandoned = Whole(ref reader, "abandoned");
        else if (reader.ValueTextEquals("dialed"u8)) View.Dialled = Whole(ref reader, "dialed");
        else if (reader.ValueTextEquals("ring"u8)) Elapsed(ref reader, View.Ring, "ring");
        else if (reader.ValueTextEquals("talk"u8)) Elapsed(ref reader, View.Talk, "talk");
        else if (reader.ValueTextEquals("wrap"u8)) Elapsed(ref reader, View.WrapUp, "wrap");
        else if (reader.ValueTextEquals("talk_leaving"u8)) Elapsed(ref reader, View.TalkLeaving, "talk_leaving");
        else if (reader.ValueTextEquals("wrap_leaving"u8)) Elapsed(ref reader, View.WrapUpLeaving, "wrap_leaving");
        else if (reader.ValueTextEquals("events"u8)) Events(ref reader);
        else if (reader.ValueTextEquals("prior"u8)) Prior(ref reader);
        else Term(ref reader);
    }

    private void Term(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("agents"u8)) Terms = Terms with { Agents = Whole(ref reader, "agents") };
        else if (reader.ValueTextEquals("day"u8)) Terms = Terms with { Day = Number(ref reader, "day") };
        else if (reader.ValueTextEquals("tick"u8)) Terms = Terms with { Tick = Number(ref reader, "tick") };
        else if (reader.ValueTextEquals("patience"u8)) Terms = Terms with { Patience = Number(ref reader, "patience") };
        else if (reader.ValueTextEquals("limit"u8)) Terms = Terms with { Limit = Number(ref reader, "limit") };
        else if (reader.ValueTextEquals("no_answer_timeout"u8)) Terms = Terms with { NoAnswer = Number(ref reader, "no_answer_timeout") };
        else PassOver(ref reader);
    }

    /// <summary>Whoever speaks to us may say more than we need.</summary>
    private static void PassOver(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private void Prior(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "prior", "an object such as {\"p\":0.3,\"ring_mean\":12,\"talk_mean\":180,\"wrap_mean\":37}");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("p"u8)) Terms = Terms with { AnswerRate = Number(ref reader, "prior.p") };
            else if (reader.ValueTextEquals("ring_mean"u8)) Terms = Terms with { RingMean = Number(ref reader, "prior.ring_mean") };
            else if (reader.ValueTextEquals("talk_mean"u8)) Terms = Terms with { TalkMean = Number(ref reader, "prior.talk_mean") };
            else if (reader.ValueTextEquals("wrap_mean"u8)) Terms = Terms with { WrapUpMean = Number(ref reader, "prior.wrap_mean") };
            else PassOver(ref reader);
    }

    private static string Kind(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("tick"u8)) return "tick";
            if (reader.ValueTextEquals("init"u8)) return "init";
            if (reader.ValueTextEquals("end"u8)) return "end";
        }
        throw new FormatException($"type {Shown(ref reader)} is unknown: write {Known}");
    }

    private void Elapsed(ref Utf8JsonReader reader, AgeCounts into, string name)
    {
        Expect(ref reader, JsonTokenType.StartArray, name, "a list of elapsed seconds");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            into.Add(Math.Max(0, Here(ref reader, name)));
    }

    private void Events(ref Utf8JsonReader reader)
    {
        const string remedy = "a list of pairs such as [\"H\",12.5]";
        Expect(ref reader, JsonTokenType.StartArray, "events", remedy);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new FormatException($"events: {Shown(ref reader)} is no pair: give {remedy}");
            Expect(ref reader, JsonTokenType.String, "events", remedy);
            var kind = reader.ValueSpan.Length == 1 ? (char)reader.ValueSpan[0] : '?';
            if (!"HMFNXTWA".Contains(kind)) throw new FormatException($"events: kind {Shown(ref reader)} is unknown: give H, M, F, N, X, T, W or A");
            var value = Number(ref reader, "events");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) reader.Skip();
            View.Events.Add(new PacingEvent(kind, value));
        }
    }

    private void Expect(ref Utf8JsonReader reader, JsonTokenType type, string name, string remedy)
    {
        reader.Read();
        given.Add(name);
        if (reader.TokenType != type) throw new FormatException($"{name}: {Shown(ref reader)} will not do: give {remedy}");
    }

    private int Whole(ref Utf8JsonReader reader, string name)
    {
        var number = Number(ref reader, name);
        return Math.Abs(number) <= int.MaxValue && number == Math.Truncate(number) ? (int)number : throw new FormatException($"{name}: {Shown(ref reader)} will not do: give a whole number");
    }

    private double Number(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        given.Add(name);
        return Here(ref reader, name);
    }

    private static double Here(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.Number) throw new FormatException($"{name}: {Shown(ref reader)} will not do: give a number");
        var number = reader.ValueSpan;
        // Most are plain decimals of a few digits, which need no general reader; dividing two exact numbers rounds once, as it would.
        long digits = 0, scale = 0;
        if (number.Length > 15) return Finite(ref reader, name);
        foreach (var letter in number)
        {
            if (letter == '.') scale = 1;
            else if (letter is >= (byte)'0' and <= (byte)'9') (digits, scale) = (digits * 10 + letter - '0', scale * 10);
            else return Finite(ref reader, name);
        }
        return scale > 1 ? digits / (double)scale : digits;
    }

    private static double Finite(ref Utf8JsonReader reader, string name) => reader.GetDouble() is var number && double.IsFinite(number) ? number : throw new FormatException($"{name}: {Shown(ref reader)} will not do: give a number that is not endless");

    private static string Shown(ref Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        if (text.Length > 20) text = text[..20] + "…";
        return reader.TokenType == JsonTokenType.String ? $"\"{text}\"" : text.Length == 0 ? "null" : text;
    }
}
