using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Core.Compliance;

/// <summary>Says whether a call is lawful: the only place where a permit is written.</summary>
/// <remarks>
/// The rules are asked in the order of the book (jurisdiction, clock data, opposition, legal ground, holiday, hours,
/// frequency, caller ID), and all of them are asked, so that a refusal names everything that is wrong at once.
/// A new rule is one file in Rules/ and one line in <see cref="Standard"/>.
/// </remarks>
public sealed class RuleBook(string version, IReadOnlyList<IRule> rules)
{
    /// <summary>The rules in force, in the order in which they are named when several refuse.</summary>
    public static RuleBook Standard { get; } = new("2026-11-23",
    [
        new KnownLaw(),
        new ClockData(),
        new OppositionOfConsumer(),
        new OppositionOfProfessional(),
        new LegalGround(),
        new NationalHolidays(),
        new ConsumerHours(),
        new ProfessionalHours(),
        new FourInThirtyDays(),
        new CallerIdOfClient(),
    ]);

    private static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");

    public string Version => version;
    public IReadOnlyList<IRule> Rules => rules;

    /// <summary>Version of the time-zone database in use, such as 2026f.</summary>
    public static string Tzdb { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>Asks every rule in force on the day of the question.</summary>
    public Answer Ask(Question question)
    {
        IRule? first = null;
        string? reason = null;
        List<string>? also = null;
        Instant? notBefore = null;
        var everPasses = true;
        var day = DayOf(question.At);
        foreach (var rule in rules)
        {
            if (!InForce(rule.Text, day) || !rule.Concerns(question)) continue;
            var finding = rule.Judge(question);
            if (finding.Passes) continue;
            if (first is null) (first, reason) = (rule, finding.Reason);
            else (also ??= []).Add(rule.Id);
            if (finding.NotBefore is not { } until) everPasses = false;
            else if (notBefore is null || until > notBefore) notBefore = until;
        }
        return first is null
            ? new Answer(PermitFor(question))
            : new Answer(new Refusal(first.Id, reason!, everPasses ? notBefore : null, also ?? []));
    }

    private Permit PermitFor(Question question)
    {
        var dossier = question.Dossier;
        var ground = LegalGround.Of(question) ?? throw new InvalidOperationException($"prospect {dossier.Prospect} passed every rule without a legal ground: the book lost its ground rule");
        var local = new string[dossier.Zones.Count];
        for (var i = 0; i < local.Length; i++)
        {
            var zone = Zones.Named(dossier.Zones[i])!;
            local[i] = string.Create(CultureInfo.InvariantCulture, $"{LocalPattern.Format(question.At.InZone(zone).LocalDateTime)} {zone.Id}");
        }
        return new Permit(version, Tzdb, ground.Kind, ground.Reference, local, FourInThirtyDays.Counted(question), question.CallerId!, question.Mandate!.Mandate);
    }

    private static bool InForce(RuleText text, LocalDate day) => text.From <= day && (text.Until is null || day <= text.Until);

    /// <summary>Texts come into force at midnight in Paris.</summary>
    private static LocalDate DayOf(Instant at) => at.InZone(Zones.Paris).Date;
}
