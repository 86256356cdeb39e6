using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

/// <summary>A question that the book grants, and the words in which a table changes it.</summary>
internal static class Asked
{
    public const string Plan = "mobile-plan";
    public const string Paris = "Europe/Paris";
    public static readonly ClientId Acme = new("acme");

    public static ShownNumber Owned { get; } = new("+33162000001", true, Acme, "MANDATE-1", true, true);

    /// <summary>A Monday at half past ten: a consumer in Paris who consented in June.</summary>
    public static Question Lawful { get; } = new(Local("2026-11-23T10:30:00"), Consumer(), Plan, Owned) { Dialling = Dialling.Manual };

    /// <summary>The same for somebody at work.</summary>
    public static Question ToProfessional { get; } =
        Lawful with { Dossier = Lawful.Dossier with { Audience = Audience.Professional, Consents = [], Profession = Profession.Attested } };

    public static Consent Yes { get; } = new("CNS-1", Acme, [Plan], Local("2026-06-01T11:00:00"), Local("2027-05-31T23:59:59")) { Form = ConsentForm.Attested };
    public static CurrentContract Contract { get; } = new("CTR-1", [Plan], Local("2026-01-01T00:00:00"));
    public static CallbackRequest Request { get; } = new("REQ-1", [Plan], Local("2026-11-20T18:00:00"));

    public static Question When(this Question question, string local, string zone = Paris) => question with { At = Local(local, zone) };

    public static Question With(this Question question, Func<Dossier, Dossier> change) => question with { Dossier = change(question.Dossier) };

    public static Question In(this Question question, params string[] zones) => question.With(dossier => dossier with { Zones = zones });

    public static Question Called(this Question question, params Instant[] attempts) => question.With(dossier => dossier with { Attempts = [.. attempts.Select(at => new PastCall(at))] });

    public static Question After(this Question question, params PastCall[] calls) => question.With(dossier => dossier with { Attempts = calls });

    public static Question About(this Question question, Matters matters) => question with { IsCall = false, Matters = matters };

    public static Question ShowingAs(this Question question, Func<ShownNumber, ShownNumber> change) => question with { Shown = change(question.Shown) };

    public static Question OnGroundOf(this Question question, Consent? consent = null, CurrentContract? contract = null, CallbackRequest? request = null) =>
        question.With(dossier => dossier with
        {
            Consents = consent is null ? [] : [consent],
            Contracts = contract is null ? [] : [contract],
            Requests = request is null ? [] : [request],
        });

    /// <summary>The reason for which this rule refuses; null when it passes, or when the question is not its business.</summary>
    public static string? Of(this IRule rule, Question question) => rule.Text.Reaches(question) && rule.Concerns(question) ? rule.Judge(question).Reason : null;

    /// <summary>An instant by somebody's clock, such as 2026-11-23T10:30:00.</summary>
    public static Instant Local(string time, string zone = Paris) =>
        DateTimeZoneProviders.Tzdb[zone].AtStrictly(LocalDateTimePattern.ExtendedIso.Parse(time).Value).ToInstant();

    /// <summary>An instant by the clock of the law's offices, such as 2026-11-23T09:30:00Z.</summary>
    public static Instant Utc(string time) => InstantPattern.ExtendedIso.Parse(time).Value;

    private static Dossier Consumer() => new(
        new ProspectId(1), new CustomerId(1), Acme, Audience.Consumer, "FR", [Paris], "FR-75",
        [new Consent("CNS-1", Acme, [Plan], Local("2026-06-01T11:00:00"), Local("2027-05-31T23:59:59")) { Form = ConsentForm.Attested }], [], [], [], []);
}
