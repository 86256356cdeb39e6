using System.Text.Json;
using Plateau.Core.Compliance;
using Plateau.Server.Verbs;

namespace Plateau.Server.Permits;

/// <summary>A case and the question that it puts.</summary>
internal sealed record WrittenCase(string Id, Question Question);

/// <summary>Reads a file of cases: a list of them, an object with a list named cases, or one case alone.</summary>
internal static class CaseFile
{
    public static async Task<IReadOnlyList<WrittenCase>> ReadAsync(string file, CancellationToken cancel)
    {
        var text = file == "-" ? await Console.In.ReadToEndAsync(cancel) : await File.ReadAllTextAsync(file, cancel);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(file, document.RootElement);
        }
        catch (JsonException wrong)
        {
            // The reader counts lines and bytes from nought and appends them in words of its own.
            var what = wrong.Message.Split(" LineNumber:")[0];
            throw new Complaint(Exit.Misasked, $"{file}: no JSON at line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}: {what}");
        }
    }

    private static List<WrittenCase> Read(string file, JsonElement root)
    {
        var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out var cases) ? cases : root;
        if (list.ValueKind == JsonValueKind.Object) return [One(file, list, 0)];
        if (list.ValueKind != JsonValueKind.Array) throw new Complaint(Exit.Misasked, $"{file}: no cases; write a list of objects with id and input");
        var read = new List<WrittenCase>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var each in list.EnumerateArray())
        {
            try
            {
                var one = One(file, each, read.Count + wrong.Count);
                if (!seen.Add(one.Id)) throw new Complaint(Exit.Misasked, $"case {one.Id}: this id stands twice; give each case its own");
                read.Add(one);
            }
            catch (Complaint complaint)
            {
                wrong.Add(complaint.Message);
            }
        }
        return wrong.Count == 0 ? read : throw new Complaint(Exit.Misasked, string.Join(Environment.NewLine, wrong));
    }

    private static WrittenCase One(string file, JsonElement element, int at)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new Complaint(Exit.Misasked, $"{file}: case {at + 1} is no object; write one with id and input");
        var id = element.TryGetProperty("id", out var named) && named.ValueKind is JsonValueKind.String or JsonValueKind.Number ? named.ToString() : $"#{at + 1}";
        // A case may stand without its wrapping, as the input alone.
        if (!element.TryGetProperty("input", out var input))
        {
            if (!element.TryGetProperty("decision_at", out _) && !element.TryGetProperty("decision_wall", out _)) throw new Complaint(Exit.Misasked, $"case {id}: no input; write what is asked under input");
            input = element;
        }
        var notes = new CaseNotes();
        var question = CaseReading.Read(CaseFields.Of($"case {id}: input", input, notes));
        foreach (var line in notes.Lines) Console.Error.WriteLine($"plateau: {line}");
        return new(id, question);
    }
}
