using System.Reflection;
using Microsoft.AspNetCore.Components;
using Plateau.Server.People;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Web;

/// <summary>Every page of the house, found by what it says of itself: bar, palette, tests and pictures read the same table.</summary>
public static class HousePages
{
    /// <summary>The pages with a title, in the order of the bar.</summary>
    public static IReadOnlyList<HousePage> All { get; } = [.. Read().OrderBy(page => page.Order).ThenBy(page => page.Path, StringComparer.Ordinal)];

    private static IEnumerable<HousePage> Read() =>
        from type in typeof(HousePages).Assembly.GetTypes()
        let listed = type.GetCustomAttribute<ListedAttribute>()
        where listed is not null
        let path = type.GetCustomAttributes<RouteAttribute>().First().Template
        select new HousePage(path, listed.Address ?? path, listed.Sample ?? path, TitleOf(listed), listed.Icon, listed.Order, listed.OffBar || path.Contains('{', StringComparison.Ordinal), type.GetCustomAttribute<RequiresAttribute>()?.Operation ?? "", type);

    private static Word TitleOf(ListedAttribute listed) =>
        listed.Words.GetField(listed.Title, BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as Word
            ?? throw new InvalidOperationException($"{listed.Words.Name} has no word {listed.Title}");
}

/// <summary>A page as bar, palette, tests and pictures know it.</summary>
/// <param name="Address">Where people reach it.</param>
/// <param name="Sample">An address at which it can be looked at.</param>
/// <param name="Operation">The operation that it is; whoever may do it sees it.</param>
public sealed record HousePage(string Path, string Address, string Sample, Word Title, string Icon, int Order, bool OffBar, string Operation, Type Component);
