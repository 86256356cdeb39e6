using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A recording is deleted when its purpose is served: half a year for quality, a year for analyses, five for the proof of a contract.</summary>
public sealed class RecordingRetention : IRule
{
    public string Id => "FR-REC-RETENTION";

    public RuleText Text { get; } = new(
        "Sound for six months at most, analyses for a year, extracts that prove a contract for five years",
        "CNIL, référentiel durées RH (02/04/2026) ; Code civil 2224", new(2020, 1, 1), null, Basis.Interpretation) { Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Matters.KeptRecording is not null;

    public Finding Judge(Question question)
    {
        var kept = question.Matters.KeptRecording!;
        return Finding.Unless(kept.At is { } at && MayBeKept(at, kept.Purpose, question.At), "kept-too-long");
    }

    /// <summary>Whether a recording of that moment and purpose may still be kept now.</summary>
    public static bool MayBeKept(Instant at, string? purpose, Instant now)
    {
        var paris = Compliance.Zones.Paris;
        return now.InZone(paris).LocalDateTime <= at.InZone(paris).LocalDateTime.PlusMonths(Months(purpose));
    }

    /// <summary>How long a recording of that purpose is kept; one without a known purpose as short as any.</summary>
    public static int Months(string? purpose) => ProvesContract(purpose) ? 60 : Plain(purpose) == "analysis" ? 12 : 6;

    /// <summary>Whether it is kept to prove a contract, as campaign, agent or program wrote the purpose: proof-of-contract, proof of contract, contract_proof.</summary>
    public static bool ProvesContract(string? purpose) => Plain(purpose) is "contract proof" or "proof of contract" or "proof";

    private static string? Plain(string? purpose) => purpose?.Trim().ToLowerInvariant().Replace('-', ' ').Replace('_', ' ');
}
