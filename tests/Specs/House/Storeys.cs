namespace Plateau.Specs.House;

/// <summary>Who may see whom: projects point one way, and Core has storeys.</summary>
internal static class Storeys
{
    /// <summary>The projects of src, each with those it may name. Adapters never see each other.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Projects = new Dictionary<string, string[]>
    {
        ["Core"] = [],
        ["Simulation"] = ["Core"],
        ["Telephony"] = ["Core"],
        ["Messaging"] = ["Core"],
        ["Storage"] = ["Core"],
        ["Rostering"] = ["Core"],
        ["Server"] = ["Core", "Simulation", "Telephony", "Messaging", "Storage", "Rostering"],
    };

    /// <summary>The rooms of Core from the ground up. A room may name its own storey and those below it, never one above.</summary>
    public static readonly string[][] OfCore =
    [
        ["Interactions", "Clients", "People"],
        ["Compliance", "Inbound", "Processes", "Guarantees", "Quality"],
        ["Appointments", "Prospecting", "Digital", "Academy", "Planning"],
        ["Floors"],
    ];

    /// <summary>The storey of a room of Core, counted from the ground; null for a name that is no room.</summary>
    public static int? Of(string room)
    {
        var storey = Array.FindIndex(OfCore, rooms => rooms.Contains(room));
        return storey < 0 ? null : storey;
    }

    /// <summary>The room of Core that a full name lives in: Compliance for Plateau.Core.Compliance.Rules.LegalGround.</summary>
    public static string? RoomOf(string fullName) =>
        fullName.Split('.') is ["Plateau", "Core", var room, ..] ? room : null;

    /// <summary>A circle of rooms, each naming the next, or null: two rooms of one storey may know each other in one direction only.</summary>
    public static string? Circle(IReadOnlySet<(string From, string To)> edges)
    {
        foreach (var start in edges.Select(edge => edge.From).Distinct().Order(StringComparer.Ordinal))
            if (Walk(start, start, [], edges) is { } circle)
                return circle;
        return null;
    }

    private static string? Walk(string start, string at, HashSet<string> seen, IReadOnlySet<(string From, string To)> edges)
    {
        foreach (var (_, next) in edges.Where(edge => edge.From == at && edge.To != at).OrderBy(edge => edge.To, StringComparer.Ordinal))
        {
            if (next == start)
                return $"{at} -> {start}";
            if (seen.Add(next) && Walk(start, next, seen, edges) is { } rest)
                return $"{at} -> {rest}";
        }

        return null;
    }
}
