using Plateau.Server.Web.Words;

namespace Plateau.Server.Web.Finding;

/// <summary>Finds what can be done anywhere: change theme, density or language, show the keys.</summary>
internal sealed class ActFinder : IFinder
{
    public Task<IReadOnlyList<Found>> FindAsync(string words, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Found>>(
        words.Length == 0 ? [] : [.. Acts().Where(act => Typed.IsIn(words, act.Name))]);

    private static IEnumerable<Found> Acts()
    {
        yield return Act($"{HouseWords.Theme} : {HouseWords.Light}", "sun", "theme:light");
        yield return Act($"{HouseWords.Theme} : {HouseWords.Dark}", "moon", "theme:dark");
        yield return Act($"{HouseWords.Density} : {HouseWords.Compact}", "rows", "density:compact");
        yield return Act($"{HouseWords.Density} : {HouseWords.Comfortable}", "rows", "density:comfortable");
        foreach (var language in Languages.All) yield return Act($"{HouseWords.Language} : {language.OwnName()}", "globe", $"language:{language.Code()}");
        yield return Act(HouseWords.KeySheet, "info", "opens:keysheet");
    }

    private static Found Act(string name, string icon, string act) => new(name, HouseWords.Action, icon, null, act);
}
