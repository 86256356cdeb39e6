using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Server.Reports;

/// <summary>What a page of reports shows, as its address says it: the address is the view, so that a view can be kept, sent and gone back to.</summary>
public sealed record ReportAddress
{
    /// <summary>An hour of more days than these is not looked for.</summary>
    public const int MostDaysByHour = 62;

    public string? Period { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>A day of the period that was chosen in a chart.</summary>
    public LocalDate? Day { get; init; }
    public int? Hour { get; init; }
    public AgentId? Agent { get; init; }
    public ListId? List { get; init; }
    public string? Outcome { get; init; }
    public string? Disposition { get; init; }

    /// <summary>A rule whose refusals are shown in place of calls; * for all of them.</summary>
    public string? Rule { get; init; }

    /// <summary>reached or success: calls of which that is true.</summary>
    public string? Came { get; init; }

    /// <summary>Where this piece of the list of calls begins.</summary>
    public string? After { get; init; }

    /// <summary>The call that lies open beside the list.</summary>
    public AttemptId? Call { get; init; }

    public static ReportAddress Read(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = QueryHelpers.ParseQuery(address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? address[mark..] : address);
        string? Text(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 and <= 200 } text ? text : null;
        return new ReportAddress
        {
            Period = Text("period"), From = Text("from"), To = Text("to"), Day = Reports.Period.Date(Text("day")),
            Hour = int.TryParse(Text("hour"), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and < 24 ? hour : null,
            Agent = Text("agent") is { } agent ? new AgentId(agent) : null, List = Text("list") is { } list ? new ListId(list) : null,
            Outcome = Text("outcome"), Disposition = Text("disposition"), Rule = Text("rule"), Came = Text("came") is "reached" or "success" ? Text("came") : null,
            After = Text("after"), Call = Text("call") is { } call ? new AttemptId(call) : null,
        };
    }

    /// <summary>As the part of an address behind its question mark; empty when nothing was chosen.</summary>
    public string Query
    {
        get
        {
            var parts = new (string Name, string? Value)[]
            {
                ("period", Period), ("from", From), ("to", To), ("day", Day is { } day ? Reports.Period.Text(day) : null), ("hour", Hour?.ToString(CultureInfo.InvariantCulture)),
                ("agent", Agent?.Value), ("list", List?.Value), ("outcome", Outcome), ("disposition", Disposition), ("rule", Rule), ("came", Came), ("after", After), ("call", Call?.Value),
            };
            return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        }
    }

    public string Of(CampaignId campaign) => $"/reports/{Uri.EscapeDataString(campaign.Value)}{(Query is { Length: > 0 } query ? $"?{query}" : "")}";

    public Period PeriodOn(LocalDate today) => Reports.Period.Read(Period, From, To, today);

    /// <summary>The same period with nothing chosen in it.</summary>
    public ReportAddress Whole => new() { Period = Period, From = From, To = To };

    /// <summary>The same with another piece of the list, or none.</summary>
    public ReportAddress Closed => this with { After = null, Call = null };

    public bool IsDrilled => Closed != Whole;

    /// <summary>One level up: the open call, then what was chosen last, then the hour, then the day.</summary>
    public ReportAddress? Up =>
        Call is not null ? this with { Call = null }
        : After is not null ? this with { After = null }
        : Agent is not null || List is not null || Outcome is not null || Disposition is not null || Rule is not null || Came is not null
            ? this with { Agent = null, List = null, Outcome = null, Disposition = null, Rule = null, Came = null }
        : Hour is not null ? this with { Hour = null }
        : Day is not null ? this with { Day = null }
        : null;

    /// <summary>The pieces of the period that were chosen: a day, an hour of every day, or all of it.</summary>
    public IReadOnlyList<(LocalDateTime From, LocalDateTime Before)> PiecesOf(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var days = Day is { } day ? new Period(Reports.Period.Days, day, day) : period;
        if (Hour is not { } hour || days.Length > MostDaysByHour) return [days.Hours];
        var first = days.From;
        return [.. Enumerable.Range(0, days.Length).Select(number => first.PlusDays(number).At(new LocalTime(hour, 0))).Select(begins => (begins, begins.PlusHours(1)))];
    }
}
