using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;

namespace Plateau.Specs.Compliance;

/// <summary>A record's text never changes its form: a hash that was written into a permit is counted again years later.</summary>
public sealed class EvidenceTextSpecs
{
    private static readonly Instant Given = Instant.FromUtc(2026, 9, 1, 8, 30);

    private static readonly ConsentEvidence Told = new()
    {
        Act = "ticked-box", Statements = ["identity", "choice"], Channels = ["voice"], Collector = "Salon de Lyon", Wording = "J’accepte ;\n\\r je peux\r",
    };

    [Fact]
    public void A_record_is_written_line_by_line_and_its_hash_is_that_of_the_bytes()
    {
        var text = EvidenceText.OfGround("consent", "FORM-1", ["solar", "wind"], Given, Given + Duration.FromDays(30), Told);
        text.Should().Be("plateau evidence 1\nrecord: consent\nreference: FORM-1\nat: 2026-09-01T08:30:00Z\nuntil: 2026-10-01T08:30:00Z\nproduct: solar\nproduct: wind\nact: ticked-box\ntold: identity\ntold: choice\nway: voice\ncollector: Salon de Lyon\nwording: J’accepte ;\\n\\\\r je peux\\r\n");
        // As sha256sum gives it.
        EvidenceText.HashOf(text).Should().Be("086b1ac26fd9df7acebc4d4cd5d54df66b47eae2abf877f3a3eb180939e38c1b");
        EvidenceText.OfMandate(new CallerId("+33162000001", "MND-7", new(2026, 1, 1), new(2027, 1, 31))).Should().Be("plateau evidence 1\nrecord: mandate\nreference: MND-7\nnumber: +33162000001\nfrom: 2026-01-01\nuntil: 2027-01-31\n");
    }

    [Fact]
    public void Whatever_is_on_file_of_a_ground_changes_its_hash_and_silence_is_told_from_what_nobody_knows()
    {
        string Of(ConsentEvidence told, string kind = "consent", string reference = "R", string product = "solar", int day = 0, int? until = null) =>
            EvidenceText.HashOf(EvidenceText.OfGround(kind, reference, [product], Given + Duration.FromDays(day), until is { } days ? Given + Duration.FromDays(days) : null, told));
        var attested = ConsentEvidence.Attested;
        string[] all =
        [
            Of(attested), Of(attested, "contract"), Of(attested, reference: "S"), Of(attested, product: "wind"), Of(attested, day: 1), Of(attested, until: 5), Of(attested, until: 6),
            Of(attested with { Act = "" }), Of(attested with { Act = "click" }), Of(attested with { Statements = [] }), Of(attested with { Statements = ["choice"] }), Of(attested with { Channels = ["voice"] }),
            Of(attested with { Collector = "x" }), Of(attested with { Wording = "x" }), Of(attested with { Wording = "x\nproduct: solar" }), Of(attested with { Wording = "x\\nproduct: solar" }), Of(attested with { Wording = "x\rproduct: solar" }),
        ];
        all.Should().OnlyHaveUniqueItems().And.AllSatisfy(hash => hash.Should().HaveLength(64));
    }

    [Theory]
    [InlineData("FORM-1 sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.wav", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0", null)]
    [InlineData("xsha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", null)]
    [InlineData("sha256:0123456789abcdef", null)]
    [InlineData("FORM-1", null)]
    public void A_reference_may_carry_the_hash_of_the_piece_itself(string reference, string? piece) => EvidenceText.PieceOf(reference).Should().Be(piece);

    [Fact]
    public void A_permit_names_the_records_of_its_ground_and_number_by_their_hashes()
    {
        var mandate = new EvidenceHash(EvidenceText.Mandate, "MND-1", "m");
        var asked = Asked.Lawful.With(dossier => dossier with { Consents = [.. dossier.Consents.Select(consent => consent with { Sha256 = "c" })] });
        IReadOnlyList<EvidenceHash>? Named(Question question) => RuleBook.Standard.Ask(question).Permit!.Evidence;
        Named(asked with { Shown = asked.Shown with { Evidence = mandate } }).Should().Equal(new EvidenceHash("consent", "CNS-1", "c"), mandate);
        Named(asked).Should().Equal(new EvidenceHash("consent", "CNS-1", "c"));
        Named(asked.OnGroundOf(null, Asked.Contract with { Sha256 = "k" }, Asked.Request)).Should().Equal(new EvidenceHash("contract", "CTR-1", "k"));
        Named(asked.OnGroundOf(null, null, Asked.Request with { Sha256 = "r" })).Should().Equal(new EvidenceHash("request", "REQ-1", "r"));
        Named(Asked.Lawful with { Shown = asked.Shown with { Evidence = mandate } }).Should().Equal(mandate);
        Named(Asked.Lawful).Should().BeNull("nothing is named where no record is kept");
    }
}
