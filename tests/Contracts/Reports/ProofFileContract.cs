using System.Net;
using System.Security.Cryptography;
using System.Text;
using Plateau.Contracts.Web;
using Plateau.Server.People;
using Plateau.Server.Reports.Proofs;
using Plateau.Server.Verbs;

namespace Plateau.Contracts.Reports;

/// <summary>The proof of a call as a file: it holds without the house that wrote it, and whatever is changed in it shows.</summary>
public sealed class ProofFileContract(PagesRoom room)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_proof_of_a_call_holds_and_names_its_permit_first()
    {
        var proof = ProofFile.Parse("proof.json", await BytesAsync());
        proof.Flaws().Should().BeEmpty();
        proof.Attempt.Should().Be(room.Morning.Call.Value);
        proof.Facts[0].Hash.Should().HaveLength(64);
        proof.Facts.Count(fact => fact.Hash is not null).Should().BeGreaterThanOrEqualTo(2, "a permit, and the second look at the answer");
    }

    [Fact]
    public async Task It_names_the_records_of_the_call_by_hashes_that_anybody_counts_again()
    {
        var evidence = ProofFile.Parse("proof.json", await BytesAsync()).Evidence!;
        evidence.Select(each => (each.Of, each.Stands)).Should().Equal(("consent", true), ("mandate", true));
        evidence.Should().AllSatisfy(each => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(each.Text!))).Should().Be(each.Sha256));
        evidence[0].Text.Should().Contain($"\nreference: {evidence[0].Reference}\n").And.Contain("\nproduct: mutuelle\n");
        (evidence[0] with { Text = null, TextSha256 = null }).Stands.Should().BeFalse("a record that is gone can't be compared");
    }

    [Theory]
    [InlineData("product: mutuelle", "product: muturlle", "its text is not the one that was on file")]
    [InlineData("\"of\": \"consent\"", "\"of\": \"contract\"", "is not in the permit")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "another hash than in the permit")]
    [InlineData("\\\"ground\\\":\\\"consent\\\"", "\\\"ground\\\":\\\"contract\\\"", "does not give its hash")]
    [InlineData("\"before\": \"", "\"before\": \"0", "does not give its hash")]
    [InlineData("\"attempt-permitted\"", "\"attempt-placed\"", "no permit stands first")]
    [InlineData("\\\"attempt\\\":\\\"", "\\\"attempt\\\":\\\"other", "is of another call")]
    public async Task Whatever_is_changed_in_it_shows(string written, string changed, string flaw)
    {
        var text = Encoding.UTF8.GetString(await BytesAsync());
        var at = text.IndexOf(written, StringComparison.Ordinal);
        at.Should().BeGreaterThan(0, text[..Math.Min(text.Length, 1500)]);
        var spoilt = string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + written.Length));
        ProofFile.Parse("proof.json", Encoding.UTF8.GetBytes(spoilt)).Flaws().Should().Contain(each => each.Contains(flaw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_verb_proves_it_without_a_data_folder_and_says_what_a_file_is_that_is_none()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("plateau-proof-").FullName, "proof.json");
        await File.WriteAllBytesAsync(file, await BytesAsync(), Cancelled);
        (await VerifyVerb.Make().Parse(["--proof", file, "--json"]).InvokeAsync(cancellationToken: Cancelled)).Should().Be((int)Exit.Done);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancelled)).Replace("consent", "contract", StringComparison.Ordinal), Cancelled);
        (await VerifyVerb.Make().Parse(["--proof", file, "--json"]).InvokeAsync(cancellationToken: Cancelled)).Should().Be((int)Exit.Flawed);
        FluentActions.Invoking(() => ProofFile.Parse("notes.json", "{}"u8)).Should().Throw<Complaint>().WithMessage("*notes.json*no proof*");
        FluentActions.Invoking(() => ProofFile.Parse("notes.txt", "notes"u8)).Should().Throw<Complaint>().WithMessage("*notes.txt*no proof*");
    }

    [Fact]
    public async Task Whoever_may_not_take_reports_along_gets_no_file()
    {
        await room.ReadyAsync();
        using var reader = await room.ReaderAsync(await room.EnterPersonAsync("qualite-preuve", "Kenza Alami", [Role.Quality]));
        (await reader.GetAsync($"calls/{room.Morning.Call}/proof.json", Cancelled)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<byte[]> BytesAsync()
    {
        await room.ReadyAsync();
        using var reader = await room.ReaderAsync(room.Everyone);
        return await reader.GetByteArrayAsync($"calls/{room.Morning.Call}/proof.json", Cancelled);
    }
}
