using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>Which of a person's numbers is called next. The law counts calls to the person, so one that rings in an empty house costs as much as any other.</summary>
public static class NumberChoice
{
    /// <summary>The agent chose it.</summary>
    public const string Chosen = "chosen";
    /// <summary>The others are not in service.</summary>
    public const string Only = "only";
    /// <summary>The person was spoken with there the last time that it rang.</summary>
    public const string Reached = "reached";
    /// <summary>It was never called; of several, the one where they are likely to be at this hour.</summary>
    public const string Untried = "untried";
    /// <summary>It has waited longest since it was called.</summary>
    public const string Turn = "turn";

    /// <summary>Until then a consumer is rather under way, from then on rather at home.</summary>
    private const int HomeFrom = 18;

    /// <summary>The number to call now; null when none of them is in service.</summary>
    /// <param name="numbers">All of the person's; more than one.</param>
    /// <param name="zone">The person's own clock.</param>
    /// <param name="wished">The rank that an agent asks for; one that is dead or unknown is passed over.</param>
    public static ChosenNumber? Of(IReadOnlyList<PersonsNumber> numbers, Audience audience, DateTimeZone zone, Instant now, int? wished = null)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var alive = numbers.Where(number => !number.Dead).OrderBy(number => number.Rank).ToList();
        if (alive.Count == 0) return null;
        ChosenNumber Take(PersonsNumber number, string why) => new(number.Rank, why, alive.Count - 1);
        if (alive.Find(number => number.Rank == wished) is { } asked) return Take(asked, Chosen);
        if (alive.Count == 1) return Take(alive[0], Only);
        if (alive.Where(number => number.Last == Outcome.Reached).MaxBy(number => number.LastAt) is { } reached) return Take(reached, Reached);
        var hour = now.InZone(zone).Hour;
        if (alive.Where(number => number.Tried == 0).OrderByDescending(number => Likelihood(number.Kind, audience, hour)).ThenBy(number => number.Rank).FirstOrDefault() is { } untried) return Take(untried, Untried);
        return Take(alive.OrderBy(number => number.LastAt).ThenBy(number => number.Rank).First(), Turn);
    }

    /// <summary>How likely the person is to be at such a number: a professional at their own desk, a consumer under way by day and at home in the evening; at a switchboard somebody else answers.</summary>
    private static int Likelihood(NumberKind kind, Audience audience, int hour) => (kind, audience) switch
    {
        (NumberKind.Switchboard, _) => 0,
        (NumberKind.Office, not Audience.Consumer) => 3,
        (NumberKind.Office, _) => hour < HomeFrom ? 1 : 0,
        (NumberKind.Mobile, Audience.Consumer) => hour < HomeFrom ? 2 : 1,
        (NumberKind.Fixed, Audience.Consumer) => hour < HomeFrom ? 1 : 2,
        (NumberKind.Fixed, _) => 2,
        _ => 1,
    };
}
