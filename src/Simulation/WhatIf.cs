using System.Text.Json;
using System.Text.Json.Nodes;
using Plateau.Core.Floors;

namespace Plateau.Simulation;

/// <summary>A day lived through several times with other luck: what may be expected of it, and how far good and bad luck lie apart.</summary>
/// <remarks>Every life is the real floor machine's. Two days that are compared share their seeds: the same people, the same luck.</remarks>
public static class WhatIf
{
    /// <param name="seeds">One life each; an odd number has a middle.</param>
    /// <param name="progress">Told the share that is lived through, from 0 to 1.</param>
    /// <param name="rehearsal">The real campaign whose day it is; null for an invented one.</param>
    /// <exception cref="OperationCanceledException">Nobody wants to know any more.</exception>
    public static Expectation Live(Scenario scenario, IReadOnlyList<long> seeds, Action<double>? progress = null, Rehearsal? rehearsal = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Count == 0) throw new ArgumentException("A day must be lived through once at least.", nameof(seeds));
        var lives = new List<Life>();
        foreach (var seed in seeds)
        {
            var world = new World(scenario, seed, asks: true, rehearsal: rehearsal);
            var figures = world.Run(share =>
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Invoke((lives.Count + share) / seeds.Count);
            });
            lives.Add(Life.Of(figures, world.IsListSpent ? (world.LastPlaced - scenario.Start).TotalMinutes : null));
        }
        progress?.Invoke(1);
        return Expectation.Of(lives);
    }

    /// <summary>The same day with one thing changed, given as it stands in a scenario: <c>agents=15</c>, <c>customers.answers=250000</c>.</summary>
    /// <exception cref="FormatException">There is no such thing in a scenario, or it can't have that value.</exception>
    public static Scenario Changed(Scenario scenario, string change)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(change);
        if (change.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } value]) throw new FormatException($"{change}: give a name and a value, such as agents=15");
        var root = JsonNode.Parse(JsonSerializer.Serialize(scenario, FactJson.Options))!;
        var (at, path) = (root, name.Split('.'));
        foreach (var step in path[..^1]) at = at![step] as JsonObject ?? throw Unknown(name);
        if (at is not JsonObject place || !place.ContainsKey(path[^1])) throw Unknown(name);
        var was = place[path[^1]]?.ToJsonString();
        place[path[^1]] = ReadValue(value);
        try
        {
            return Scenario.Parse(root.ToJsonString());
        }
        catch (FormatException wrong) when (wrong.InnerException is JsonException)
        {
            throw new FormatException($"{name} can't be {value}: give something like {was}, which it is now", wrong);
        }
    }

    private static FormatException Unknown(string name) => new($"{name} is nothing that a scenario has: name agents, minutes, mode, powerRatio, customers.count, workforce.wrapUpMean or another of its words");

    private static JsonNode? ReadValue(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }
}

/// <summary>What came of one life.</summary>
/// <param name="FinishedAfter">Minutes from the opening until the last call, where the list was spent; null where some were left to be called.</param>
internal sealed record Life(int Attempts, int Reached, int Successes, IReadOnlyDictionary<string, int> RefusedBy, double Busy, double Abandoned, double TalkHours, double? FinishedAfter)
{
    public static Life Of(Figures figures, double? finishedAfter)
    {
        int Ended(string outcome) => figures.Outcomes.GetValueOrDefault(outcome);
        var humans = Ended("reached") + figures.Abandoned;
        return new Life(figures.Attempts, Ended("reached"), figures.Successes, figures.Refusals, 1 - figures.IdleShare, humans == 0 ? 0 : (double)figures.Abandoned / humans, figures.TalkSeconds / 3600, finishedAfter);
    }
}

/// <summary>A figure over several lives: the least, the middle one, and the greatest.</summary>
public readonly record struct Span(double Least, double Middle, double Most)
{
    internal static Span Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return new Span(sorted[0], sorted[sorted.Count / 2], sorted[^1]);
    }
}

/// <summary>Calls that one rule did not let happen.</summary>
public sealed record RuleRefusals(string Rule, Span Calls);

/// <summary>What may be expected of a day.</summary>
/// <param name="Busy">Of agents' time on the floor: talking, or working on the call.</param>
/// <param name="Abandoned">Of people who answered: those who found no agent.</param>
/// <param name="Finished">In how many of the lives the list was spent before closing.</param>
/// <param name="FinishedAfter">Minutes from the opening until then; null when the list was never spent.</param>
public sealed record Expectation(int Lives, Span Attempts, Span Reached, Span Successes, Span Refusals, Span Busy, Span Abandoned, Span TalkHours, int Finished, Span? FinishedAfter)
{
    /// <summary>The refusals by the rule that spoke against the call, most first.</summary>
    public IReadOnlyList<RuleRefusals> RefusedBy { get; init; } = [];

    internal static Expectation Of(IReadOnlyList<Life> lives)
    {
        Span Over(Func<Life, double> figure) => Span.Of(lives.Select(figure));
        var finished = lives.Select(life => life.FinishedAfter).OfType<double>().ToList();
        return new Expectation(lives.Count, Over(life => life.Attempts), Over(life => life.Reached), Over(life => life.Successes), Over(life => life.RefusedBy.Values.Sum()), Over(life => life.Busy), Over(life => life.Abandoned),
            Over(life => life.TalkHours), finished.Count, finished.Count == 0 ? null : Span.Of(finished))
        {
            RefusedBy = [.. lives.SelectMany(life => life.RefusedBy.Keys).Distinct().Select(rule => new RuleRefusals(rule, Over(life => life.RefusedBy.GetValueOrDefault(rule)))).OrderByDescending(each => each.Calls.Middle).ThenBy(each => each.Rule, StringComparer.Ordinal)],
        };
    }
}
