using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class InsuranceCallSpecs
{
    private static readonly InsuranceCall Rule = new();
    private static readonly Question Insurance = Asked.Lawful with { Sector = "insurance" };
    private static readonly Instant Noon = Asked.Local("2026-11-23T12:00:00");
    private static readonly InsuranceTalk Sold = new(true, true, Noon, Noon + Duration.FromHours(24), true);

    public static TheoryData<string, Question, string?> Table => new()
    {
        { "another trade, refused before", Asked.Lawful.After(No()), null },
        { "a first call", Insurance, null },
        { "a second call after no answer", Insurance.After(No() with { Outcome = "no_answer" }), null },
        { "a second call after a refusal, a year later", Insurance.After(No() with { At = Noon - Duration.FromDays(400) }), "refused-for-good" },
        { "a second call after the refusal of one offer", Insurance.After(No() with { Outcome = "refused_offer" }), "refused-for-good" },
        { "a refusal to another client", Insurance.After(No() with { Client = new ClientId("globex") }), null },
        { "no agreement to go on", Insurance with { Matters = Talk(new(false, false, null, null, null)) }, "no-agreement-to-continue" },
        { "at the answer nobody could agree yet", Insurance with { Phase = Phase.Answer }, null },
        { "a transfer without agreement", Insurance with { Phase = Phase.Transfer }, "no-agreement-to-continue" },
        { "a transfer, the agreement unknown", Insurance with { Phase = Phase.Transfer, Matters = Talk(new(null, false, null, null, null)) }, "no-agreement-to-continue" },
        { "a transfer after an agreement", Insurance with { Phase = Phase.Transfer, Matters = Talk(new(true, false, null, null, null)) }, null },
        { "a sale after a day of thought", Insurance with { Matters = Talk(Sold) }, null },
        { "a sale a second too soon", Insurance with { Matters = Talk(Sold with { ContractAt = Noon + Duration.FromSeconds(86399) }) }, "insurance-steps" },
        { "a sale without documents", Insurance with { Matters = Talk(Sold with { DocumentsAt = null }) }, "insurance-steps" },
        { "a sale without a contract", Insurance with { Matters = Talk(Sold with { ContractAt = null }) }, "insurance-steps" },
        { "a sale without agreement", Insurance with { Matters = Talk(Sold with { AgreedToContinue = null }) }, "insurance-steps" },
        { "a sale that was not recorded", Insurance with { Matters = Talk(Sold with { Recorded = false }) }, "insurance-steps" },
        { "no sale yet, and no documents", Insurance with { Matters = Talk(Sold with { Selling = false, DocumentsAt = null }) }, null },
        { "a service call", Insurance.After(No()) with { Purpose = Purpose.Service }, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void Insurance_is_sold_in_steps(string what, Question question, string? reason) => Rule.Of(question).Should().Be(reason, what);

    private static PastCall No() => new(Noon - Duration.FromDays(90), new ClientId("acme"), "refused");
    private static Matters Talk(InsuranceTalk talk) => new() { InsuranceTalk = talk };
}
