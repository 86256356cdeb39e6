using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdAuthenticatedSpecs
{
    private static readonly CallerIdAuthenticated Rule = new();

    [Theory]
    [InlineData(true, true, "+33162000001", null)]
    [InlineData(false, true, "+33162000001", "caller-id-not-authenticated")]
    [InlineData(null, true, "+33162000001", "caller-id-not-authenticated")]
    [InlineData(true, false, "+33162000001", "caller-id-not-authenticated")]
    [InlineData(true, true, null, "caller-id-not-authenticated")]
    [InlineData(true, true, "", "caller-id-not-authenticated")]
    public void The_operator_vouches_for_the_number(bool? authenticated, bool agreed, string? number, string? reason)
    {
        foreach (var question in new[] { Asked.Lawful, Asked.ToProfessional, Asked.Lawful with { Purpose = Purpose.Service } })
            Rule.Of(question.ShowingAs(shown => shown with { Authenticated = authenticated, AssigneeAgrees = agreed, Number = number })).Should().Be(reason);
    }

    [Fact]
    public void What_is_no_call_shows_nothing() => Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Authenticated = false }).About(Matters.None)).Should().BeNull();
}
