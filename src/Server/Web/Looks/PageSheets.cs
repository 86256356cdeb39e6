using System.Reflection;

namespace Plateau.Server.Web.Looks;

/// <summary>Says that a page wears a style sheet of its own, beside those of the house.</summary>
/// <param name="sheet">Its file under css, without the ending.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WearsAttribute(string sheet) : Attribute
{
    public string Sheet { get; } = sheet;
}

/// <summary>The sheets of single pages. All lie ready in the document from the start, and the one that the page wears holds: so no page is seen undressed while its sheet is on its way.</summary>
internal static class PageSheets
{
    public static IReadOnlyList<string> All { get; } = [.. typeof(PageSheets).Assembly.GetTypes().Select(Of).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Null for a page that wears the house's alone.</summary>
    public static string? Of(Type? page) => page?.GetCustomAttribute<WearsAttribute>()?.Sheet;
}
