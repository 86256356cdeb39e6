using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plateau.Server.Audits;
using Plateau.Server.Reports.Proofs;
using Plateau.Storage;
using Plateau.Storage.Audit;

namespace Plateau.Server.Verbs;

/// <summary>Proves that nobody touched the audit log or a decision of the rule book: each follows from the one before it.</summary>
internal static class VerifyVerb
{
    public static Command Make()
    {
        var noted = new Option<string?>("--noted") { Description = "An entry noted earlier, as N:HASH; it must still stand, so that nothing was cut off or written anew", HelpName = "N:HASH" };
        var export = new Option<FileInfo?>("--export") { Description = "Also write the whole log there, as JSON lines", HelpName = "FILE" };
        var proof = new Option<FileInfo?>("--proof") { Description = "Prove the file of one call instead, as its page gives it; needs no data folder", HelpName = "FILE" };
        var json = CommonOptions.Json("count, last, breaksAt, why; under decisions the same for each floor's permits, refusals and second looks");
        var data = CommonOptions.Data();
        var command = new Command("verify", """
            Prove the audit log (who did what to what) and every decision of the rule book, and that nobody touched them since.

            Every entry and every decision holds the hash of the one before. The end of the chain that is printed can be noted elsewhere and
            given back with --noted: then a log that was shortened or written anew is found out too.
            Exit code 1 when the chain breaks; it says where.
            """)
        { noted, export, proof, json, data };
        command.SetAction((parsed, cancel) => parsed.GetValue(proof) is { } file ? ProveCallAsync(file, parsed.GetValue(json), cancel) : RunAsync(parsed.GetValue(noted), parsed.GetValue(export), parsed.GetValue(json), DataFolder.Open(parsed.GetValue(data)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? noted, FileInfo? export, bool json, DataFolder folder, CancellationToken cancel)
    {
        (long Sequence, string Hash)? mark = noted is null ? null
            : noted.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, out var sequence) ? (sequence, hash.ToLowerInvariant())
            : throw new Complaint(Exit.Misasked, $"--noted {noted}: give the number of an entry, a colon and its 64 hexadecimal digits");
        await using var store = await Store.OpenAsync(folder.Database(folder.ReadSettings()), cancel);
        var log = new AuditLog(store);
        var proof = await log.ProveAsync(cancel);
        if (proof.BreaksAt is null && mark is { } known && await HashAtAsync(log, known.Sequence, cancel) is var found && found != known.Hash)
            proof = proof with { BreaksAt = known.Sequence, Why = found is null ? $"entry {known.Sequence}, noted earlier, is gone" : $"entry {known.Sequence} is another than the one noted" };
        if (export is not null)
        {
            await using var file = export.CreateText();
            await foreach (var entry in log.AllAsync(cancel)) await file.WriteLineAsync(AuditExport.Line(entry));
        }
        var decisions = await DecisionProof.AllAsync(store, cancel);
        if (!json) foreach (var each in decisions) Console.WriteLine(each.Sentence);
        if (json) Console.WriteLine(WithDecisions(AuditExport.Line(proof), decisions));
        else Console.WriteLine(proof.BreaksAt is { } at
            ? $"The audit log breaks at entry {at}: {proof.Why}. Entries 1 to {proof.Count} hold."
            : $"The audit log holds: {proof.Count} entries, each following from the one before.\nTo note elsewhere: {proof.Count}:{proof.Last}");
        return (int)(proof.BreaksAt is null && decisions.All(each => each.BreaksAt is null) ? Exit.Done : Exit.Flawed);
    }

    private static async Task<int> ProveCallAsync(FileInfo file, bool json, CancellationToken cancel)
    {
        if (!file.Exists) throw new Complaint(Exit.Misasked, $"--proof {file}: there is no such file");
        var proof = ProofFile.Parse(file.Name, await File.ReadAllBytesAsync(file.FullName, cancel));
        var flaws = proof.Flaws();
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { proof.Attempt, proof.Floor, facts = proof.Facts.Count, decisions = proof.Facts.Count(fact => fact.Hash is not null), evidence = (proof.Evidence ?? []).Select(each => new { each.Of, each.Reference, each.Sha256, each.Stands, each.PieceSha256 }), flaws }, JsonSerializerOptions.Web));
        else if (flaws.Count > 0) Console.WriteLine($"The proof of call {proof.Attempt} does not hold:\n  {string.Join("\n  ", flaws)}");
        else
        {
            Console.WriteLine($"The proof of call {proof.Attempt} on floor {proof.Floor} holds: {proof.Facts.Count} facts. Each decision gives the hash that stands in the journal:");
            foreach (var fact in proof.Facts.Where(fact => fact.Hash is not null)) Console.WriteLine($"  fact {fact.Sequence} {fact.Name} {fact.Hash}");
            if (proof.Evidence is not { Count: > 0 } evidence) return (int)Exit.Done;
            Console.WriteLine("It rests on these records. The hash is SHA-256 of the record's text, which stands in the file; sha256sum of your own piece of evidence gives the hash of the piece:");
            foreach (var each in evidence) Console.WriteLine($"  {each.Of} {each.Reference}: {each.Sentence}\n    record {each.Sha256}{(each.PieceSha256 is { } piece ? $"\n    piece  {piece}" : "")}");
        }
        return (int)(flaws.Count == 0 ? Exit.Done : Exit.Flawed);
    }

    private static string WithDecisions(string line, IReadOnlyList<DecisionProof> decisions)
    {
        var whole = JsonNode.Parse(line)!.AsObject();
        whole["decisions"] = JsonSerializer.SerializeToNode(decisions.Select(each => new { each.Floor, each.Decisions, each.Last, each.BreaksAt }), JsonSerializerOptions.Web);
        return whole.ToJsonString();
    }

    private static async Task<string?> HashAtAsync(AuditLog log, long sequence, CancellationToken cancel)
    {
        if (sequence == 0) return AuditEntry.Beginning;
        return (await log.LatestAsync(1, sequence + 1, cancellation: cancel)) is [{ } entry] && entry.Sequence == sequence ? entry.Hash : null;
    }
}
