using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;

namespace Plateau.Core.Floors;

/// <summary>Facts as data: each under a name that is chosen, written down here, and never changed once it stands in a journal.</summary>
public static class FactJson
{
    private static readonly Dictionary<string, Type> ByName = new()
    {
        ["floor-opened"] = typeof(FloorOpened),
        ["agent-logged-in"] = typeof(AgentLoggedIn),
        ["agent-ready"] = typeof(AgentReady),
        ["agent-away"] = typeof(AgentAway),
        ["agent-logged-out"] = typeof(AgentLoggedOut),
        ["agent-wished"] = typeof(AgentWished),
        ["client-retired"] = typeof(ClientRetired),
        ["client-set"] = typeof(ClientSet),
        ["trunk-set"] = typeof(TrunkSet),
        ["campaign-set"] = typeof(CampaignSet),
        ["campaign-switched"] = typeof(CampaignSwitched),
        ["preview-shown"] = typeof(PreviewShown),
        ["preview-skipped"] = typeof(PreviewSkipped),
        ["attempt-permitted"] = typeof(AttemptPermitted),
        ["dial-refused"] = typeof(DialRefused),
        ["attempt-placed"] = typeof(AttemptPlaced),
        ["attempt-rang"] = typeof(AttemptRang),
        ["attempt-answered"] = typeof(AttemptAnswered),
        ["attempt-reassigned"] = typeof(AttemptReassigned),
        ["machine-sampled"] = typeof(MachineSampled),
        ["notice-given"] = typeof(NoticeGiven),
        ["notice-unheard"] = typeof(NoticeUnheard),
        ["pacing-sampled"] = typeof(PacingSampled),
        ["offered"] = typeof(Offered),
        ["offer-accepted"] = typeof(OfferAccepted),
        ["offer-missed"] = typeof(OfferMissed),
        ["connected"] = typeof(Connected),
        ["hold-started"] = typeof(HoldStarted),
        ["hold-ended"] = typeof(HoldEnded),
        ["recording-ordered"] = typeof(RecordingOrdered),
        ["recording-paused"] = typeof(RecordingPaused),
        ["recording-stopped"] = typeof(RecordingStopped),
        ["recording-kept"] = typeof(RecordingKept),
        ["released"] = typeof(Released),
        ["attempt-ended"] = typeof(AttemptEnded),
        ["disposed"] = typeof(Disposed),
        ["callback-kept"] = typeof(CallbackKept),
        ["callback-closed"] = typeof(CallbackClosed),
        ["appointment-booked"] = typeof(AppointmentBooked),
        ["appointment-settled"] = typeof(AppointmentSettled),
        ["attempt-examined"] = typeof(AttemptExamined),
        ["consent-withdrawn"] = typeof(ConsentWithdrawalRecorded),
        ["opposition-recorded"] = typeof(OppositionRecorded),
        ["law-lost"] = typeof(LawLost),
        ["law-returned"] = typeof(LawReturned),
        ["telephone-lost"] = typeof(TelephoneLost),
        ["telephone-returned"] = typeof(TelephoneReturned),
        ["customer-parked"] = typeof(CustomerParked),
        ["agent-left-call"] = typeof(AgentLeftCall),
        ["consult-asked"] = typeof(ConsultAsked),
        ["consult-joined"] = typeof(ConsultJoined),
        ["consult-ended"] = typeof(ConsultEnded),
        ["transferred"] = typeof(Transferred),
        ["monitor-started"] = typeof(MonitorStarted),
        ["monitor-ended"] = typeof(MonitorEnded),
        ["agent-moved"] = typeof(AgentMoved),
        ["campaigns-closed"] = typeof(CampaignsClosed),
        ["agent-signed-out"] = typeof(AgentSignedOut),
        ["message-sent"] = typeof(MessageSent),
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>How every value of the floor is written: ids plain, instants in ISO 8601, words in place of numbers, nothing left null.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Every name that can stand in a journal, with its type.</summary>
    public static IReadOnlyDictionary<string, Type> Names => ByName;

    /// <summary>The name under which this fact is kept.</summary>
    public static string NameOf(Fact fact) => ByType.TryGetValue(fact.GetType(), out var name)
        ? name
        : throw new InvalidOperationException($"{fact.GetType().Name} has no name in the journal: give it one in {nameof(FactJson)}");

    /// <summary>The fact's own data as UTF-8 JSON; its name is kept beside it.</summary>
    public static byte[] Write(Fact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), Options);

    /// <summary>Writes the fact's data to a writer that is used again and again.</summary>
    public static void Write(Utf8JsonWriter writer, Fact fact) => JsonSerializer.Serialize(writer, fact, fact.GetType(), Options);

    /// <summary>Reads a fact back.</summary>
    /// <exception cref="JsonException">The name is unknown or the data don't fit it: the journal was written by a newer Plateau, or damaged.</exception>
    public static Fact Read(string name, ReadOnlySpan<byte> data)
    {
        if (!ByName.TryGetValue(name, out var type)) throw new JsonException($"no fact is called '{name}': the journal was written by a newer Plateau; use that one to read it");
        return (Fact)(JsonSerializer.Deserialize(data, type, Options) ?? throw new JsonException($"a fact called '{name}' is null"));
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new PatternJson<Instant>(InstantPattern.ExtendedIso));
        options.Converters.Add(new PatternJson<LocalDate>(LocalDatePattern.Iso));
        options.Converters.Add(new PatternJson<LocalTime>(LocalTimePattern.ExtendedIso));
        options.Converters.Add(new PatternJson<Duration>(DurationPattern.JsonRoundtrip));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Writes a NodaTime value by its pattern. The facts of one decision share their moment, so the last text is kept with its value.</summary>
    private sealed class PatternJson<T>(IPattern<T> pattern) : JsonConverter<T> where T : struct, IEquatable<T>
    {
        private sealed record Written(T Value, string Text);

        private Written last = new(default, pattern.Format(default));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parsed = pattern.Parse(reader.GetString() ?? "");
            return parsed.Success ? parsed.Value : throw new JsonException($"not a {typeof(T).Name}: '{reader.GetString()}'");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            // One look at the field: another thread may put another value there, never half of one.
            var written = last;
            if (!written.Value.Equals(value)) last = written = new(value, pattern.Format(value));
            writer.WriteStringValue(written.Text);
        }
    }
}
