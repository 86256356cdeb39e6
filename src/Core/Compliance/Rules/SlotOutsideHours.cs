using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>A person who agreed to a precise day and hour is called then, whatever the hours, if the agreement can be shown.</summary>
public sealed class SlotOutsideHours : IRule
{
    /// <summary>No text says how precise a precise hour is.</summary>
    private static readonly Duration Tolerance = Duration.FromMinutes(15);
    private static readonly LocalDate First = new(2026, 8, 11);

    public string Id => "FR-B2C-OFFHOURS-SLOT";

    public RuleText Text { get; } = new(
        "Outside the days and hours only at a precise time that the consumer accepted, with proof",
        "Code de la consommation L223-1 al. 6 et R223-2 ; les 15 minutes de tolérance sont les nôtres", First, null, Basis.Law) { Covers = Covers.Consumers, Confidence = Confidence.B };

    public bool Concerns(Question question) => question.Prospects && Permits(question);

    public Finding Judge(Question question) => Finding.Pass;

    public static bool Permits(Question question)
    {
        foreach (var slot in question.Dossier.Slots)
        {
            var early = slot.At - question.Disturbed;
            if (!string.IsNullOrWhiteSpace(slot.Evidence) && early <= Tolerance && early >= -Tolerance) return RuleBook.DayOf(question.At) >= First;
        }
        return false;
    }
}
