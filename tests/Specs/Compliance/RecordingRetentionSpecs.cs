using Plateau.Core.Compliance;
using Plateau.Core.Compliance.Rules;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Compliance;

public sealed class RecordingRetentionSpecs
{
    private static readonly RecordingRetention Rule = new();

    [Theory]
    [InlineData("quality", "2026-05-23T10:30:00", null)]
    [InlineData("quality", "2026-05-23T10:29:59", "kept-too-long")]
    [InlineData(null, "2026-05-23T10:29:59", "kept-too-long")]
    [InlineData("analysis", "2025-11-23T10:30:00", null)]
    [InlineData("analysis", "2025-11-23T10:29:59", "kept-too-long")]
    [InlineData("contract_proof", "2021-11-23T10:30:00", null)]
    [InlineData("contract_proof", "2021-11-23T10:29:59", "kept-too-long")]
    [InlineData("proof_of_contract", "2025-11-23T10:29:59", null)]
    [InlineData("proof", "2025-11-23T10:29:59", null)]
    [InlineData("proof-of-contract", "2021-11-23T10:30:00", null)]
    [InlineData(" Proof of contract", "2021-11-23T10:30:00", null)]
    [InlineData("Contract-Proof", "2021-11-23T10:30:00", null)]
    [InlineData("proofs", "2025-11-23T10:29:59", "kept-too-long")]
    [InlineData("Analysis ", "2025-11-23T10:30:00", null)]
    public void A_recording_is_deleted_when_its_purpose_is_served(string? purpose, string at, string? reason) =>
        Rule.Of(Asked.Lawful.About(new Matters { KeptRecording = new(Asked.Local(at), purpose) })).Should().Be(reason);

    [Fact]
    public void A_recording_of_no_date_is_too_old()
    {
        Rule.Of(Asked.Lawful.About(new Matters { KeptRecording = new(null, "quality") })).Should().Be("kept-too-long");
        Rule.Of(Asked.Lawful).Should().BeNull();
    }
}
