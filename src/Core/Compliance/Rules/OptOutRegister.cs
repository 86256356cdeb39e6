using NodaTime;

namespace Plateau.Core.Compliance.Rules;

/// <summary>Until 10 August 2026, nobody on the opt-out register was called, and the register was asked at least once a month.</summary>
public sealed class OptOutRegister : IRule
{
    public string Id => "FR-B2C-BLOCTEL-LEGACY";

    public RuleText Text { get; } = new(
        "Consumers on the Bloctel register are not called; a list is screened within the month before a call",
        "Code de la consommation L223-1 (du 26/07/2020 au 10/08/2026), ancien R223-6", new(2016, 6, 1), new(2026, 8, 10), Basis.Law) { Covers = Covers.Consumers };

    public bool Concerns(Question question) => Grounds.AreNeeded(question) && !RunningContract.Permits(question);

    public Finding Judge(Question question) => question.Dossier.Register switch
    {
        null or { Listed: null } or { CheckedAt: null } => Finding.Refuse("register-not-asked"),
        { Listed: true } => Finding.Refuse("on-register"),
        { CheckedAt: { } asked } => Finding.Unless(IsFresh(asked, question.At), "register-too-old"),
    };

    /// <summary>A month by the calendar, from the day and hour of the screening.</summary>
    private static bool IsFresh(Instant asked, Instant at)
    {
        var paris = Compliance.Zones.Paris;
        return asked <= at && at.InZone(paris).LocalDateTime <= asked.InZone(paris).LocalDateTime.PlusMonths(1);
    }
}
