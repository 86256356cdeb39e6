using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Core.Compliance;

/// <summary>Says whether a call is lawful: the only place where a permit is written.</summary>
/// <remarks>
/// The rules are asked in the order of the book (the law and its clocks, sector, opposition, legal ground, holiday, hours,
/// frequency, caller ID, dial mode, recording, papers and staff), and all of them are asked, so that a refusal names
/// everything that is wrong at once. A new rule is one file in Rules/ and one line in <see cref="Standard"/>.
/// </remarks>
public sealed class RuleBook(string version, IReadOnlyList<IRule> rules)
{
    /// <summary>The rules in force, in the order in which they are named when several refuse.</summary>
    public static RuleBook Standard { get; } = new("2026-11-29",
    [
        new KnownLaw(), new MoroccanClock(), new PrivateOffer(),
        new HousingBan(), new TrainingAccountBan(), new InsuranceCall(),
        new OppositionOfConsumer(), new OppositionOfProfessional(), new MoroccanObjection(),
        new OptOutRegister(), new PriorConsent(), new ConsentStatements(), new ConsentScope(), new ConsentPeriod(), new ConsentProof(), new Withdrawal(),
        new RunningContract(), new RequestedCallback(), new PressCall(), new ServiceCall(), new ProfessionalInterest(), new ProspectRetention(),
        new NationalHolidays(), new LocalHolidays(), new MoroccanHoliday(), new MoroccanHours(), new ConsumerHours(), new SlotOutsideHours(), new ProfessionalHours(),
        new FourInThirtyDays(), new RestAfterRefusal(), new RestKeptByPrudence(), new RestAfterAbandon(), new AbandonmentInBritain(), new AbandonmentInAmerica(),
        new CallerIdHidden(), new CallerIdOfClient(), new CallerIdPremium(), new CallerIdMobile(), new CallerIdPolyvalent(), new CallerIdAuthenticated(),
        new RobotConsent(), new RobotDisclosure(), new HumanRoute(),
        new OpeningWords(), new OfferConfirmed(), new CollectionNotice(),
        new RecordingTold(), new RecordingSampled(), new RecordingRetention(), new RecordingPausedForCards(), new MoroccanRecording(),
        new ProcessorContract(), new TransferToMorocco(), new MoroccanFormality(), new StaffTold(), new MoroccanWorkTime(),
    ]);

    private static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");

    /// <summary>The rules, or those of clock and calendar alone, as they were in force on the day that was last asked about.</summary>
    private readonly Chapter all = new(rules), hours = new([.. rules.OfType<IRuleOfHours>()]);

    private sealed class Chapter(IReadOnlyList<IRule> rules)
    {
        private RulesInForce? last;

        public RulesInForce.Reach On(Question question)
        {
            var day = DayOf(question.At);
            // Other threads may ask about other days: each goes on with what it found here itself.
            if (last is not { } inForce || inForce.Day != day) last = inForce = new RulesInForce(day, rules);
            return inForce.For(question);
        }
    }

    public string Version => version;
    public IReadOnlyList<IRule> Rules => rules;

    /// <summary>Version of the time-zone database in use, such as 2026f.</summary>
    public static string Tzdb { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>Texts come into force at midnight in Paris.</summary>
    public static LocalDate DayOf(Instant at) => ParisDay.Of(at);

    /// <summary>Asks every rule in force on the day of the question, of those whom it reaches and whom it concerns, in the order of the book.</summary>
    public List<Examined> Examine(Question question)
    {
        var examined = new List<Examined>(24);
        foreach (var asked in all.On(question).Rules)
        {
            if (!asked.Has(question)) continue;
            examined.Add(new(asked.Rule, asked.Judge(question)));
        }
        NamePrivateOffer(examined);
        return examined;
    }

    /// <summary>What one rule alone says; it passes where it is not in force, does not reach the person or does not concern the question.</summary>
    public Finding Of(string rule, Question question)
    {
        foreach (var asked in all.On(question).Rules)
            // Who is made a consumer is named only beside the rule that refuses them for it.
            if (asked.Id == rule && asked.Has(question)) return asked.Rule is PrivateOffer ? AmongAll(question, asked.Rule) : asked.Judge(question);
        return Finding.Pass;
    }

    private Finding AmongAll(Question question, IRule rule) => Examine(question).Find(one => one.Rule == rule).Finding;

    /// <summary>Asks the book, and writes its answer as a permit or a refusal.</summary>
    public Answer Ask(Question question)
    {
        var reach = all.On(question);
        if (PassesAsTheLast(question, reach) is { } same) return new Answer(PermitFor(question, same));
        Examined? first = null;
        List<string>? also = null;
        Instant? notBefore = null;
        var everPasses = true;
        var examined = Examine(question);
        foreach (var one in examined)
        {
            if (one.Finding.Passes) continue;
            if (first is null) first = one;
            else (also ??= []).Add(one.Rule.Id);
            if (one.Finding.NotBefore is not { } until) everPasses = false;
            else if (notBefore is null || until > notBefore) notBefore = until;
        }
        if (first is { } fault) return new Answer(new Refusal(fault.Rule.Id, fault.Finding.Reason!, everPasses ? notBefore : null, also ?? []));
        string[] passed = [.. examined.Select(one => one.Rule.Id)];
        reach.Passed = passed;
        return new Answer(PermitFor(question, passed));
    }

    /// <summary>The rules that were asked, when nothing speaks against this call and they are those of the last one that was lawful; else null.</summary>
    private static string[]? PassesAsTheLast(Question question, RulesInForce.Reach reach)
    {
        var (last, count) = (reach.Passed, 0);
        foreach (var asked in reach.Rules)
        {
            if (!asked.Has(question)) continue;
            if (count == last.Length || !ReferenceEquals(last[count], asked.Id) || !asked.Judge(question).Passes) return null;
            count++;
        }
        return count > 0 && count == last.Length ? last : null;
    }

    /// <summary>When clock and calendar would let this person be called, when they do not now; null when they do, or when nobody can say.</summary>
    public Instant? ClosedUntil(Question question)
    {
        Instant? opens = null;
        foreach (var asked in hours.On(question).Rules)
        {
            if (!asked.Has(question)) continue;
            var finding = asked.Judge(question);
            if (finding.Passes) continue;
            if (finding.NotBefore is not { } until) return null;
            if (opens is null || until > opens) opens = until;
        }
        return opens;
    }

    /// <summary>When a consumers' rule stops a call to somebody at work, the rule that made them a consumer is named too.</summary>
    private static void NamePrivateOffer(List<Examined> examined)
    {
        var at = examined.FindIndex(one => one.Rule is PrivateOffer);
        if (at < 0) return;
        foreach (var (rule, finding) in examined)
        {
            if (finding.Passes || rule.Text.Covers != Covers.Consumers) continue;
            examined[at] = new(examined[at].Rule, Finding.Refuse("private-offer", finding.NotBefore));
            return;
        }
    }

    private sealed record Written(Instant At, DateTimeZone[] Zones, IReadOnlyList<string> Clocks);

    private static Written lastWritten = new(Instant.MinValue, [], []);

    /// <summary>The clocks of the person's zones as a permit writes them. Those who are called at one moment in one zone share them.</summary>
    private static IReadOnlyList<string> ClocksOf(Question question)
    {
        if (question.Zones is not { } zones) return [.. question.Dossier.Zones.Select(Zones.Named).OfType<DateTimeZone>().Select(zone => ClockOf(question.At, zone))];
        var last = lastWritten;
        if (last.At != question.At || last.Zones != zones) lastWritten = last = new(question.At, zones, [.. zones.Select(zone => ClockOf(question.At, zone))]);
        return last.Clocks;
    }

    private static string ClockOf(Instant at, DateTimeZone zone) => string.Create(CultureInfo.InvariantCulture, $"{LocalPattern.Format(at.InZone(zone).LocalDateTime)} {zone.Id}");

    private Permit PermitFor(Question question, IReadOnlyList<string> passed)
    {
        var dossier = question.Dossier;
        var ground = Grounds.Of(question) ?? throw new InvalidOperationException($"prospect {dossier.Prospect} passed every rule without a legal ground: the book lost its ground rule");
        return new Permit(version, question.Tzdb ?? Tzdb, ground.Kind, ground.Reference, ClocksOf(question), FourInThirtyDays.Counted(question), question.Shown.Number ?? "", question.Shown.Mandate ?? "")
        {
            Purpose = question.Purpose,
            Sector = question.Sector,
            Product = question.Product,
            Dialling = question.Dialling,
            Passed = passed,
            SwitchedOff = question.SwitchedOff.Count == 0 ? null : question.SwitchedOff,
            Evidence = EvidenceOf(ground, question.Shown.Evidence),
        };
    }

    private static EvidenceHash[]? EvidenceOf(Ground ground, EvidenceHash? mandate) => (ground.Sha256, mandate) switch
    {
        ({ } hash, { } shown) => [new(ground.Kind, ground.Reference, hash), shown],
        ({ } hash, null) => [new(ground.Kind, ground.Reference, hash)],
        (null, { } shown) => [shown],
        _ => null,
    };
}
