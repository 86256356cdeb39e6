using CsCheck;
using NodaTime;
using Plateau.Core.Compliance;

namespace Plateau.Specs.Compliance;

public sealed class RuleBookSpecs
{
    private static readonly Opposition Objection = new(Asked.Lawful.At, "said");

    [Fact]
    public void A_permit_carries_what_it_rests_on()
    {
        var permit = RuleBook.Standard.Ask(Asked.Lawful.When("2026-11-23T11:30:00").In(Asked.Paris, "Indian/Reunion")).Permit!;
        permit.Should().BeEquivalentTo(new Permit(
            RuleBook.Standard.Version, RuleBook.Tzdb, "consent", "CNS-1",
            ["2026-11-23T11:30:00 Europe/Paris", "2026-11-23T14:30:00 Indian/Reunion"], 0, "+33162000001", "MANDATE-1")
        {
            Purpose = Purpose.Prospecting, Sector = "generic", Product = Asked.Plan, Dialling = Dialling.Manual, Passed = permit.Passed,
        });
        permit.Passed.Should().ContainInOrder("FR-B2C-OPPOSITION", "FR-B2C-CONSENT", "FR-B2C-WITHDRAWAL", "FR-B2C-HOURS", "FR-B2C-FREQ-4-30", "FR-CLI-AUTH").And.NotContain("FR-B2B-LEGIT");
    }

    [Fact]
    public void Every_rule_at_fault_is_named_in_the_order_of_the_book()
    {
        var wrong = Asked.Lawful.When("2026-12-25T20:00:00").OnGroundOf().Called([.. Enumerable.Repeat(Asked.Local("2026-12-24T15:00:00"), 4)])
            .With(dossier => dossier with { Oppositions = [Objection] }).ShowingAs(shown => shown with { Number = null });
        var refusal = RuleBook.Standard.Ask(wrong).Refusal!;
        refusal.Rule.Should().Be("FR-B2C-OPPOSITION");
        refusal.Reason.Should().Be("opposed");
        refusal.Also.Should().Equal("FR-B2C-CONSENT", "FR-B2C-HOLIDAY", "FR-B2C-HOURS", "FR-B2C-FREQ-4-30", "FR-CLI-PRINCIPAL", "FR-CLI-AUTH");
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_a_table_of_its_own()
    {
        RuleBook.Standard.Rules.Select(rule => rule.Id).Should().OnlyHaveUniqueItems();
        var written = typeof(IRule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRule))).ToList();
        RuleBook.Standard.Rules.Select(rule => rule.GetType()).Should().BeEquivalentTo(written, "a rule that stands in no book judges nobody");
        foreach (var rule in written)
            typeof(RuleBookSpecs).Assembly.GetType($"{typeof(RuleBookSpecs).Namespace}.{rule.Name}Specs").Should().NotBeNull($"{rule.Name} needs its table");
    }

    [Fact]
    public void A_rule_judges_only_while_its_text_is_in_force()
    {
        var never = new Dated(new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 24));
        var book = new RuleBook("test", [never, .. RuleBook.Standard.Rules]);
        foreach (var (day, refused) in new[] { (19, false), (20, true), (23, true), (24, true), (25, false) })
            (book.Ask(Asked.Lawful.When($"2026-11-{day}T11:00:00")).Refusal?.Rule == "DATED").Should().Be(refused, $"on the {day}th");
    }

    [Fact]
    public void When_several_rules_refuse_the_latest_of_their_dates_counts()
    {
        var question = Asked.Lawful.When("2026-11-23T13:30:00").Called([.. Enumerable.Repeat(Asked.Local("2026-11-20T15:00:00"), 4)]);
        RuleBook.Standard.Ask(question).Refusal!.Should().BeEquivalentTo(
            new Refusal("FR-B2C-HOURS", "outside-hours", Asked.Local("2026-12-21T10:00:00"), ["FR-B2C-FREQ-4-30"]));
    }

    [Fact]
    public void When_one_rule_never_passes_there_is_no_date()
    {
        var question = Asked.Lawful.When("2026-11-23T13:30:00").OnGroundOf();
        RuleBook.Standard.Ask(question).Refusal!.NotBefore.Should().BeNull();
    }

    private static readonly string[] French = [Asked.Paris, "Indian/Reunion", "America/Martinique", "America/Cayenne", "Indian/Mayotte", "Africa/Casablanca"];

    private static readonly Gen<Question> AtAnyTime = Gen.Select(
        Gen.Long[0, 800L * 24 * 3600 * 10], Gen.Shuffle(French), Gen.Int[1, 2], Gen.Bool,
        (tenths, zones, count, atWork) =>
            (atWork ? Asked.ToProfessional : Asked.Lawful.OnGroundOf(contract: Asked.Contract))
            .In(zones[..count]) with
            { At = Asked.Local("2026-08-11T00:00:00") + Duration.FromMilliseconds(100 * tenths) });

    [Fact]
    public void The_next_opening_is_lawful_and_nothing_before_it_is() =>
        Gen.Select(AtAnyTime, Gen.Double.Unit).Sample((question, share) =>
        {
            if (RuleBook.Standard.Ask(question).Refusal is not { NotBefore: { } opening }) return;
            IsGranted(question with { At = opening }).Should().BeTrue($"the opening {opening} is lawful");
            IsGranted(question with { At = opening - Duration.FromMilliseconds(1) }).Should().BeFalse($"just before {opening} is not");
            var between = question.At + (opening - question.At) * share;
            if (between < opening) IsGranted(question with { At = between }).Should().BeFalse($"{between} lies between {question.At} and {opening}");
        }, iter: 3000);

    [Fact]
    public void A_frequency_refusal_passes_at_its_date_and_not_before() =>
        Gen.Select(AtAnyTime, Gen.Int[0, 60 * 24].Array[4, 7]).Sample((question, hoursAgo) =>
        {
            var called = question.Called([.. hoursAgo.Select(hours => question.At - Duration.FromHours(hours))]);
            if (RuleBook.Standard.Ask(called).Refusal is not { NotBefore: { } opening }) return;
            IsGranted(called with { At = opening }).Should().BeTrue();
            IsGranted(called with { At = opening - Duration.FromMilliseconds(1) }).Should().BeFalse();
        }, iter: 3000);

    /// <summary>Questions of other days, countries, people and clients, each a copy of the one before with something changed.</summary>
    private static readonly Gen<Func<Question, Question>> Change = Gen.OneOf<Func<Question, Question>>(
        Gen.Long[-200L * 24 * 3600, 200L * 24 * 3600].Select(seconds => (Func<Question, Question>)(question => question with { At = question.At + Duration.FromSeconds(seconds) })),
        Gen.Int[0, 86_400].Select(seconds => (Func<Question, Question>)(question => question with { At = question.At + Duration.FromSeconds(seconds) })),
        Pick("FR", "MA", "DE", "").Select(country => (Func<Question, Question>)(question => question.With(dossier => dossier with { Country = country }))),
        Gen.Enum<Audience>().Select(audience => (Func<Question, Question>)(question => question.With(dossier => dossier with { Audience = audience, Profession = Profession.Attested }))),
        Gen.Shuffle(French).Select(zones => (Func<Question, Question>)(question => question.In(zones[..2]))),
        Pick<Consent?>(null, Asked.Yes, Asked.Yes with { WithdrawnAt = Asked.Lawful.At }, Asked.Yes with { Products = [] }).Select(consent => (Func<Question, Question>)(question => question.OnGroundOf(consent))),
        Gen.Bool.Select(opposed => (Func<Question, Question>)(question => question.With(dossier => dossier with { Oppositions = opposed ? [Objection] : [] }))),
        Gen.Int[0, 5].Select(calls => (Func<Question, Question>)(question => question.After([.. Enumerable.Range(1, calls).Select(days => new PastCall(question.At - Duration.FromHours(20 * days), null, days == 3 ? PastCall.Abandoned : null))]))),
        Gen.Enum<Dialling>().Select(dialling => (Func<Question, Question>)(question => question with { Dialling = dialling })),
        Pick("+33162000001", "+33612345678", "0899000000", "3615").Select(number => (Func<Question, Question>)(question => question.ShowingAs(shown => shown with { Number = number }))),
        Gen.Bool.Select(without => (Func<Question, Question>)(question => question with { SwitchedOff = without ? [new("FR-B2C-HOLIDAY-LOCAL", "agreed"), new("FR-ABANDON-POLICY", "agreed")] : [] })));

    private static Gen<T> Pick<T>(params T[] among) => Gen.Int[0, among.Length - 1].Select(at => among[at]);

    [Fact]
    public void A_book_that_was_asked_much_answers_as_one_that_is_asked_for_the_first_time() =>
        Change.Array[1, 12].Sample(changes =>
        {
            var question = Asked.Lawful;
            foreach (var change in changes)
            {
                question = change(question);
                var untouched = new Question(question.At, question.Dossier, question.Product, question.Shown) { Dialling = question.Dialling, SwitchedOff = question.SwitchedOff };
                var book = new RuleBook(RuleBook.Standard.Version, RuleBook.Standard.Rules);
                RuleBook.Standard.Ask(question).Should().BeEquivalentTo(book.Ask(untouched));
                RuleBook.Standard.ClosedUntil(question).Should().Be(book.ClosedUntil(untouched));
                question.Should().Be(untouched, "what was found out of a question is no part of it");
            }
        }, iter: 400);

    /// <summary>What else a question may be about, asked and not known, or known.</summary>
    private static readonly Matters[] EveryMatter =
    [
        Matters.None,
        new() { RecordingStart = new(true, true, null), RecordingPlan = new("all_calls", null), KeptRecording = new(Asked.Lawful.At - Duration.FromDays(200), "quality"), PaymentStep = new(true, true) },
        new() { Opening = new(true, null, true, null), Sale = new(null, null), CollectionForm = new("phone"), InsuranceTalk = new(null, true, null, null, null), Bot = new(null, null, false) },
        new() { ProcessorPapers = new(null), TransferPapers = new(true, null), MoroccanPapers = new(null), StaffWatch = new(null, null, true), Roster = new(null), DialStats = new(10, 100, 3) },
        new() { RecordingStart = new(true, true, true), RecordingPlan = new("sample", null), ProcessorPapers = new(true), TransferPapers = new(true, true), MoroccanPapers = new("R-1"), Opening = new(true, true, true, true) },
    ];

    [Fact]
    public void What_one_rule_says_alone_it_says_among_all()
    {
        var refused = new HashSet<string>();
        Gen.Select(Change.Array[0, 8], Pick(EveryMatter), Pick([.. Question.Sectors]), Gen.Bool).Sample((changes, matters, sector, atWork) =>
        {
            var question = changes.Aggregate(atWork ? Asked.ToProfessional.With(dossier => dossier with { Profession = new(true, false, true, true) }) : Asked.Lawful, (asked, change) => change(asked)) with { Matters = matters, Sector = sector };
            var whole = RuleBook.Standard.Examine(question).ToDictionary(one => one.Rule.Id, one => one.Finding);
            foreach (var rule in RuleBook.Standard.Rules)
            {
                RuleBook.Standard.Of(rule.Id, question).Should().Be(whole.GetValueOrDefault(rule.Id, Finding.Pass), rule.Id);
                if (whole.TryGetValue(rule.Id, out var finding) && !finding.Passes)
                    lock (refused) refused.Add(rule.Id);
            }
        }, iter: 3000);
        refused.Should().HaveCountGreaterThan(25, "most of what can refuse did").And.Contain("FR-B2B-PRIVATE");
    }

    [Fact]
    public void The_day_of_Paris_is_its_clocks_day_at_any_moment_in_any_order() =>
        Gen.Select(Gen.Long[0, 4_000_000_000], Gen.Int[-3, 3]).Array[2, 40].Sample(moments =>
        {
            foreach (var (seconds, aside) in moments)
            {
                var midnight = Zones.Paris.AtStartOfDay(Instant.FromUnixTimeSeconds(seconds).InUtc().Date).ToInstant();
                foreach (var at in new[] { Instant.FromUnixTimeSeconds(seconds), midnight + Duration.FromMilliseconds(aside) })
                    ParisDay.Of(at).Should().Be(at.InZone(Zones.Paris).Date);
            }
        }, iter: 2000);

    [Fact]
    public void The_first_and_the_last_day_of_the_calendar_are_days_too()
    {
        var last = Instant.FromUtc(9999, 12, 31, 12, 0);
        ParisDay.Of(last).Should().Be(new LocalDate(9999, 12, 31));
        ParisDay.Of(Instant.MinValue).Year.Should().Be(Instant.MinValue.InUtc().Year);
    }

    private static bool IsGranted(Question question) => RuleBook.Standard.Ask(question).Permit is not null;

    private sealed class Dated(LocalDate from, LocalDate until) : IRule
    {
        public string Id => "DATED";
        public RuleText Text => new("", "", from, until, Basis.Law) { Country = "*" };
        public bool Concerns(Question question) => true;
        public Finding Judge(Question question) => Finding.Refuse("holiday");
    }
}
