using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance.Rules;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdOfClientSpecs
{
    private const string Shown = "+33162000001";
    private static readonly CallerIdOfClient Rule = new();
    private static readonly LocalDate Today = new(2026, 11, 23);

    public static TheoryData<string, string?, CallerId?, string?> Table => new()
    {
        { "owned, mandate without end", Shown, new(Shown, "M", Today.PlusDays(-9)), null },
        { "no number at all", null, null, "caller-id-missing" },
        { "an empty number", "", new(Shown, "M", Today), "caller-id-missing" },
        { "a number that the client does not own", Shown, null, "caller-id-not-the-clients" },
        { "a mandate for another number", Shown, new("+33162000002", "M", Today), "caller-id-not-the-clients" },
        { "the first day of the mandate", Shown, new(Shown, "M", Today), null },
        { "the eve of the mandate", Shown, new(Shown, "M", Today.PlusDays(1)), "caller-id-mandate-ended" },
        { "the last day of the mandate", Shown, new(Shown, "M", Today.PlusDays(-9), Today), null },
        { "the day after the mandate", Shown, new(Shown, "M", Today.PlusDays(-9), Today.PlusDays(-1)), "caller-id-mandate-ended" },
        { "a mandate without reference", Shown, new(Shown, "", Today), "caller-id-mandate-ended" },
    };

    [Theory, MemberData(nameof(Table))]
    public void The_number_shown_belongs_to_the_client_that_day(string what, string? shown, CallerId? mandate, string? reason) =>
        Rule.Of(Asked.Lawful with { CallerId = shown, Mandate = mandate }).Should().Be(reason, what);

    [Fact]
    public void The_day_of_a_mandate_is_that_of_Paris()
    {
        // Half past midnight in Paris; in Martinique it is still the day before.
        var question = Asked.Lawful.When("2026-11-24T00:30:00").In("America/Martinique");
        Rule.Of(question with { Mandate = new(Shown, "M", Today, Today) }).Should().Be("caller-id-mandate-ended");
        Rule.Of(question with { Mandate = new(Shown, "M", Today.PlusDays(1)) }).Should().BeNull();
    }

    [Fact]
    public void Somebody_at_work_is_shown_a_true_number_too() =>
        Rule.Of(Asked.ToProfessional with { CallerId = null }).Should().Be("caller-id-missing");
}
