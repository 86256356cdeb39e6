using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Plateau.Core.People;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Web.Pieces;

/// <summary>The smallest pieces, drawn into whatever they stand in.</summary>
/// <remarks>Whatever is a component of its own costs the server three kilobytes for each page that is open. Pages that stay open all day (the desk, the board) draw their icons and figures with these.</remarks>
public static class Inline
{
    private static readonly ConcurrentDictionary<(string Name, string? Class), MarkupString> Icons = new();

    /// <summary>A drawing of the sprite, beside a word and never in place of one.</summary>
    /// <param name="name">One of the sprite's; never anything that people typed.</param>
    /// <param name="kind">lg for 20 px; flip for what points somewhere.</param>
    public static MarkupString Icon(string name, string? kind = null) =>
        Icons.GetOrAdd((name, kind), static icon => new MarkupString($"<svg class=\"{string.Join(' ', "i", icon.Class).Trim()}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-{icon.Name}\"></use></svg>"));

    /// <summary>A figure, time or telephone number: kept left to right in every language.</summary>
    public static RenderFragment Num(string? text) => builder =>
    {
        builder.OpenElement(0, "bdi");
        builder.AddAttribute(1, "dir", "ltr");
        builder.AddAttribute(2, "class", "num");
        builder.AddContent(3, text);
        builder.CloseElement();
    };

    /// <summary>A judgement in one word, as <see cref="Tag"/> shows it.</summary>
    public static RenderFragment Verdict(string kind, string word) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", $"tag {kind}");
        if (IconOf(kind) is { } icon) builder.AddContent(2, Icon(icon));
        builder.AddContent(3, word);
        builder.CloseElement();
    };

    /// <summary>The icon of a judgement; null for a word that judges nothing.</summary>
    public static string? IconOf(string? kind) => kind switch { "good" => "check", "warn" => "warn", "bad" => "cross", "info" => "info", "stale" => "clock", _ => null };

    /// <summary>What an agent is doing, as <see cref="StateChip"/> shows it.</summary>
    public static RenderFragment Chip(AgentState state, string? reason, bool onHold, bool offPhone, bool lost) => builder =>
    {
        var look = StateLook.Of(state, onHold, offPhone, lost);
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", $"chip {look.Class}");
        builder.AddContent(2, Icon(look.Icon));
        builder.AddContent(3, reason is { Length: > 0 } && state == AgentState.Away && !lost ? Lexicon.Say(reason) : look.Word.ToString());
        builder.CloseElement();
    };
}
