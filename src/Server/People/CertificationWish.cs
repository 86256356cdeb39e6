using NodaTime;
using Plateau.Core.People;

namespace Plateau.Server.People;

/// <summary>A certification as a form enters it, one row of several.</summary>
public sealed class CertificationWish
{
    public string What { get; set; } = "";
    public int Level { get; set; } = 3;
    public LocalDate? From { get; set; }
    public LocalDate? Until { get; set; }
    public string Proof { get; set; } = "";

    /// <summary>A row in which nothing was written yet is no wish.</summary>
    public bool IsEmpty => What.Trim().Length == 0 && Proof.Trim().Length == 0 && From is null && Until is null;

    internal static IEnumerable<CertificationWish> Of(IReadOnlyDictionary<string, Certification>? held) =>
        from each in held ?? new Dictionary<string, Certification>()
        orderby each.Key
        select new CertificationWish { What = each.Key, Level = each.Value.Level, From = each.Value.From, Until = each.Value.Until, Proof = each.Value.Proof ?? "" };

    /// <summary>The first thing that is wrong among the rows, in words; null when they can be kept.</summary>
    internal static string? Flaw(IReadOnlyList<CertificationWish> rows)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => !row.IsEmpty))
            if (row.What.Trim().Length is 0 or > 60) return PeopleWords.CompetenceNameMissing;
            else if (!names.Add(row.What.Trim())) return PeopleWords.CompetenceTwice.With(row.What.Trim());
            else if (row.Until < row.From) return PeopleWords.CompetenceEndsFirst.With(row.What.Trim());
        return null;
    }

    internal static IReadOnlyDictionary<string, Certification> Kept(IReadOnlyList<CertificationWish> rows) =>
        rows.Where(row => !row.IsEmpty).ToDictionary(row => row.What.Trim(), row => new Certification(row.Level, row.From, row.Until, row.Proof.Trim() is { Length: > 0 } proof ? proof : null));
}
