using System.Text.RegularExpressions;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Core.Prospecting;

/// <summary>What is said in a call, step by step: the customer's answer chooses the next step.</summary>
/// <param name="Steps">The first one opens the call.</param>
public sealed partial record Script(IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>Letters of a whole script at most: it is read aloud, and travels with the campaign's settings.</summary>
    public const int MostLetters = 40_000;

    /// <summary>What a text may name between braces: <c>{firstname}</c>. A column of the client's file is named as <c>{column:Ville de naissance}</c>.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["client", "agent", "firstname", "name", "company", "city", "reference", "product", "callerid"];

    private const string OfColumn = "column:";

    /// <summary>What the first step tells, in the words of the rule book; whatever comes later may come after a pitch.</summary>
    public Opening Opening => Steps is [var first, ..]
        ? new(first.Tells.Contains(OpeningDuty.Caller), first.Tells.Contains(OpeningDuty.Principal), first.Tells.Contains(OpeningDuty.Commercial), first.Tells.Contains(OpeningDuty.Link))
        : new(false, false, false, false);

    /// <summary>Whether the first step tells that the conversation may be recorded, and that one may say no.</summary>
    public bool TellsOfRecording => Steps is [var opening, ..] && opening.Tells.Contains(OpeningDuty.Recording);

    public ScriptStep? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>Where answers have led: those that are still answers of this script, one after the other, and the step that is read next.</summary>
    /// <param name="given">From the first step on; what another version of the script asked ends the way there.</param>
    public (IReadOnlyList<GivenAnswer> Way, ScriptStep? Next) Follow(IReadOnlyList<GivenAnswer> given)
    {
        var (way, next) = (new List<GivenAnswer>(), Steps is [var first, ..] ? first : null);
        foreach (var answer in given)
        {
            if (next?.Id != answer.Step || next.Answers?.FirstOrDefault(each => each.Says == answer.Says) is not { } known) break;
            way.Add(answer);
            next = Step(known.Then);
        }
        return (way, next);
    }

    /// <summary>The text cut at its variables: what stands between braces has a name, the rest has none.</summary>
    public static IEnumerable<(string Text, string? Variable)> Parts(string text)
    {
        var from = 0;
        foreach (Match match in Braces().Matches(text))
        {
            if (match.Index > from) yield return (text[from..match.Index], null);
            yield return (match.Value, match.Groups[1].Value.Trim());
            from = match.Index + match.Length;
        }
        if (from < text.Length) yield return (text[from..], null);
    }

    /// <summary>What must be mended before it can be read aloud.</summary>
    public IEnumerable<Flaw> Flaws(string place)
    {
        if (Steps.Sum(step => (long)step.Title.Length + step.Text.Length + (step.Answers ?? []).Sum(answer => answer.Says.Length)) > MostLetters)
            yield return new(place, "script-too-long", $"keep the script under {MostLetters} letters");
        foreach (var twice in Steps.GroupBy(step => step.Id).Where(same => same.Count() > 1))
            yield return new($"{place} script {twice.Key}", "script-step-twice", "give each step a name of its own");
        foreach (var step in Steps)
        {
            var here = $"{place} script {step.Id}";
            if (string.IsNullOrWhiteSpace(step.Text)) yield return new(here, "script-step-empty", "write what is said at this step, or take it out");
            foreach (var answer in (step.Answers ?? []).Where(answer => string.IsNullOrWhiteSpace(answer.Says) || Step(answer.Then) is null))
                yield return new(here, "script-branch-lost", $"let the answer '{answer.Says}' lead to a step of this script");
            foreach (var (_, variable) in Parts(step.Text).Where(part => part.Variable is { } name && !Variables.Contains(name) && !name.StartsWith(OfColumn, StringComparison.Ordinal)))
                yield return new(here, "script-variable-unknown", $"{{{variable}}} is no variable: use {string.Join(", ", Variables)} or column:NAME");
        }
    }

    [GeneratedRegex(@"\{([^{}\r\n]{1,80})\}")]
    private static partial Regex Braces();
}

/// <summary>One thing that is said.</summary>
/// <param name="Id">Unique in the script; answers lead to it.</param>
/// <param name="Title">What the step is for, in a word or two.</param>
/// <param name="Text">What is said, with its variables.</param>
/// <param name="Answers">What the customer may answer; none at the end of a way.</param>
public sealed record ScriptStep(string Id, string Title, string Text, IReadOnlyList<ScriptAnswer>? Answers = null)
{
    /// <summary>What the text tells the customer of all that must be said before any pitch, by the word of whoever wrote it.</summary>
    public IReadOnlyList<OpeningDuty> Tells { get; init; } = [];

    /// <summary>What is asked here, in a line: the title, and the beginning of the text where there is none.</summary>
    public string Question => Title.Trim() is { Length: > 0 } title ? title : Text.Trim() is { Length: > MostOfQuestion } text ? $"{text[..MostOfQuestion]}…" : Text.Trim();

    private const int MostOfQuestion = 120;
}

/// <summary>What a person is told before any pitch: who calls, for whom, that the call is commercial, in finance the link between the two (Code de la consommation, L221-16), and that it may be recorded (RGPD art. 13 and 21).</summary>
public enum OpeningDuty { Caller, Principal, Commercial, Link, Recording }

/// <summary>An answer of the customer and the step that follows it.</summary>
public sealed record ScriptAnswer(string Says, string Then);

/// <summary>An answer that a customer gave at a step, in the script's words.</summary>
public sealed record GivenAnswer(string Step, string Says);
