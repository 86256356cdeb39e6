using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class MoroccanRecordingSpecs
{
    private static readonly MoroccanRecording Rule = new();

    [Theory]
    [InlineData("MA", true, null)]
    [InlineData("MA", false, "recording-not-agreed")]
    [InlineData("MA", null, "recording-not-agreed")]
    [InlineData("FR", null, null)]
    public void Nobody_is_recorded_in_Morocco_who_did_not_agree(string country, bool? agreed, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { RecordingStart = new(true, true, agreed) }).With(dossier => dossier with { Country = country })).Should().Be(reason);

    [Fact]
    public void A_call_without_recording_is_not_its_business() => Rule.Of(Asked.Lawful.With(dossier => dossier with { Country = "MA" })).Should().BeNull();
}
