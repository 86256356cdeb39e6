using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RecordingToldSpecs
{
    private static readonly RecordingTold Rule = new();

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, true, "recording-not-told")]
    [InlineData(true, false, "recording-not-told")]
    [InlineData(null, true, "recording-not-told")]
    [InlineData(true, null, "recording-not-told")]
    public void Both_are_told_before_a_recording(bool? person, bool? agent, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { RecordingStart = new(person, agent, null) })).Should().Be(reason);

    [Fact]
    public void A_call_without_recording_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
