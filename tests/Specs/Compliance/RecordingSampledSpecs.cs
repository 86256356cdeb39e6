using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RecordingSampledSpecs
{
    private static readonly RecordingSampled Rule = new();

    [Theory]
    [InlineData("sample", null, null)]
    [InlineData("all_calls", null, "recording-systematic")]
    [InlineData("all_calls", false, "recording-systematic")]
    [InlineData("all_calls", true, null)]
    [InlineData("", null, "recording-systematic")]
    [InlineData(null, null, "recording-systematic")]
    public void Not_every_call_is_recorded(string? policy, bool? text, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { RecordingPlan = new(policy, text) })).Should().Be(reason);

    [Fact]
    public void A_call_without_recording_is_not_its_business() => Rule.Of(Asked.Lawful).Should().BeNull();
}
