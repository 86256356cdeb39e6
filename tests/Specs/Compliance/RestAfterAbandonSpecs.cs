using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RestAfterAbandonSpecs
{
    private static readonly RestAfterAbandon Rule = new();
    private static readonly Question System = Asked.Lawful with { Dialling = Dialling.Predictive };

    [Theory]
    [InlineData(0, "abandoned", null, true)]
    [InlineData(71, "abandoned", "acme", true)]
    [InlineData(72, "abandoned", null, false)]
    [InlineData(73, "abandoned", null, false)]
    [InlineData(1, "abandoned", "globex", false)]
    [InlineData(1, "no_answer", null, false)]
    [InlineData(1, null, null, false)]
    public void A_system_leaves_an_abandoned_person_alone_for_three_days(int hoursAgo, string? outcome, string? client, bool rests) =>
        Rule.Of(System.After(new PastCall(System.At - Duration.FromHours(hoursAgo), client is null ? null : new ClientId(client), outcome))).Should().Be(rests ? "rest-after-abandon" : null);

    [Fact]
    public void The_latest_abandoned_call_counts_and_its_rest_has_an_end()
    {
        int[] ago = [1, 2, 80];
        var calls = ago.Select(hours => new PastCall(System.At - Duration.FromHours(hours), null, "abandoned")).ToArray();
        foreach (var order in new[] { calls, [.. calls.Reverse()] })
            Rule.Judge(System.After(order)).Should().Be(Finding.Refuse("rest-after-abandon", System.At + Duration.FromHours(71)));
    }

    [Fact]
    public void By_hand_they_may_be_called_and_a_call_under_way_goes_on()
    {
        var abandoned = System.After(new PastCall(System.At - Duration.FromHours(1), null, "abandoned"));
        Rule.Of(abandoned with { Dialling = Dialling.Manual }).Should().BeNull();
        Rule.Of(abandoned with { Dialling = Dialling.Preview }).Should().BeNull();
        Rule.Of(abandoned with { Dialling = Dialling.Preview, Clicked = false }).Should().Be("rest-after-abandon");
        Rule.Of(abandoned.About(Matters.None)).Should().BeNull();
        Rule.Of(System.After(new PastCall(System.At - Duration.FromHours(72), null, "abandoned")) with { Placed = System.At - Duration.FromSeconds(1) }).Should().Be("rest-after-abandon");
    }

    [Fact]
    public void It_holds_at_work_too() =>
        Rule.Of(Asked.ToProfessional.After(new PastCall(System.At, null, "abandoned")) with { Dialling = Dialling.Progressive }).Should().Be("rest-after-abandon");
}
