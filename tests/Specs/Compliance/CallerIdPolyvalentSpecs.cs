using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class CallerIdPolyvalentSpecs
{
    private static readonly CallerIdPolyvalent Rule = new();

    public static TheoryData<string?, string?> Numbers
    {
        get
        {
            var numbers = new TheoryData<string?, string?>
            {
                { "+33199001234", "caller-id-not-polyvalent" }, { "+33161000001", "caller-id-not-polyvalent" }, { "+33164000001", "caller-id-not-polyvalent" },
                { "+33712345678", "caller-id-not-polyvalent" }, { "+33947400001", "caller-id-not-polyvalent" }, { "+33950000001", "caller-id-not-polyvalent" },
                { "0162", "caller-id-not-polyvalent" }, { "+3316200001", "caller-id-not-polyvalent" }, { "+44162000001", "caller-id-not-polyvalent" },
                { "+262947800001", null }, { "+590947500001", null }, { "+594947600001", null }, { "+596947700001", null }, { "+508947900001", null }, { null, "caller-id-missing" },
            };
            foreach (var root in new[] { "162", "163", "270", "271", "377", "378", "424", "425", "568", "569", "948", "949", "9475", "9476", "9477", "9478", "9479" })
                numbers.Add("+33" + root.PadRight(9, '0'), null);
            return numbers;
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void A_system_shows_a_polyvalent_number(string? number, string? reason) =>
        Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Number = number }) with { Dialling = Dialling.Progressive }).Should().Be(reason);

    [Theory]
    [InlineData(Dialling.Manual, true, false)]
    [InlineData(Dialling.Preview, true, false)]
    [InlineData(Dialling.Preview, false, true)]
    [InlineData(Dialling.Progressive, true, true)]
    [InlineData(Dialling.Power, true, true)]
    [InlineData(Dialling.Predictive, true, true)]
    [InlineData(Dialling.VoiceBot, true, true)]
    [InlineData(Dialling.Unknown, true, true)]
    public void A_call_by_hand_is_exempt(Dialling dialling, bool clicked, bool refused)
    {
        foreach (var question in new[] { Asked.Lawful, Asked.ToProfessional })
            Rule.Of(question.ShowingAs(shown => shown with { Number = "+33199001234" }) with { Dialling = dialling, Clicked = clicked }).Should().Be(refused ? "caller-id-not-polyvalent" : null);
    }

    [Fact]
    public void What_is_no_call_shows_nothing() =>
        Rule.Of(Asked.Lawful.ShowingAs(shown => shown with { Number = null }).About(Matters.None) with { Dialling = Dialling.Predictive }).Should().BeNull();
}
