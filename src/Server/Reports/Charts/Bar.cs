namespace Plateau.Server.Reports.Charts;

/// <summary>One bar of a chart: what it is called, what it stacks, what it is compared with and where it leads.</summary>
/// <param name="Label">Short, under the bar.</param>
/// <param name="Name">In full, for whoever hears it.</param>
/// <param name="Parts">From the ground up, each of a series of the chart.</param>
/// <param name="Before">What the same bar was in the period before; null when there was none.</param>
/// <param name="Address">Down to what the bar counts; null when there is nothing below.</param>
public sealed record Bar(string Label, string Name, IReadOnlyList<int> Parts, int? Before, string? Address, bool IsChosen)
{
    public int Value => Parts.Sum();
}

/// <summary>What is stacked in a chart, in one colour.</summary>
/// <param name="Tone">1 to 7, as the colours of charts are numbered.</param>
public sealed record Series(string Name, int Tone, int Total);

/// <summary>A row of a share chart.</summary>
public sealed record ShareRow(string Name, string? Code, int Count, string? Address, bool IsChosen);
