using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdMobileSpecs
{
    private static readonly CallerIdMobile Rule = new();

    [Theory]
    [InlineData("+33639980001", true)]
    [InlineData("+33712345678", true)]
    [InlineData("0639980001", true)]
    [InlineData("+262692000001", true)]
    [InlineData("+33536490001", false)]
    [InlineData("+33801234567", false)]
    [InlineData("+33162000001", false)]
    [InlineData("+44712345678", false)]
    [InlineData(null, false)]
    public void No_mobile_number_is_shown(string? number, bool mobile)
    {
        foreach (var dialling in new[] { Dialling.Manual, Dialling.Predictive })
            foreach (var question in new[] { Asked.Lawful, Asked.ToProfessional })
                Rule.Of(question.ShowingAs(shown => shown with { Number = number }) with { Dialling = dialling }).Should().Be(mobile ? "caller-id-mobile" : null);
    }

    [Fact]
    public void What_is_no_call_shows_nothing() => Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Number = "0639980001" }).About(Matters.None)).Should().BeNull();
}
