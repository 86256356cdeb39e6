using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Server.Reports;
using Plateau.Storage.Appointments;
using Plateau.Storage.People;
using Period = Plateau.Server.Reports.Period;

namespace Plateau.Server.Appointments.Figures;

/// <summary>One line of a table: the appointments of one campaign, one person, one consultant or one day.</summary>
/// <param name="Key">As an address says it.</param>
public sealed record AppointmentPart(string Key, string Name, AppointmentCounts Counts);

/// <summary>The appointments of a period counted every way, with those that the address chose. Every figure is the count of appointments that stand in the book.</summary>
/// <param name="Chosen">Those that fit everything chosen, the earliest first.</param>
/// <param name="Before">Those of the period before that fit it.</param>
internal sealed record AppointmentReport(
    AgreedAddress Address, Period Period, IReadOnlyList<AppointmentMade> Chosen, IReadOnlyList<AppointmentMade> Before, bool IsCut, AppointmentNames Names)
{
    public AppointmentCounts Total { get; } = Sum(Chosen);
    public AppointmentCounts TotalBefore { get; } = Sum(Before);

    public int InCalls => Chosen.Count(made => made.InCall);

    public IReadOnlyList<AppointmentPart> Campaigns => By(made => made.Campaign.Value, made => Names.Centre.Of(made.Campaign));
    public IReadOnlyList<AppointmentPart> Makers => By(made => made.Maker, made => Names.OfMaker(made.Maker));
    public IReadOnlyList<AppointmentPart> Consultants => By(made => made.Consultant.Value, made => made.ConsultantName);

    /// <summary>By the clock on the centre's wall, the latest first.</summary>
    public IReadOnlyList<AppointmentPart> Days => [.. By(made => Period.Text(DayOf(made)), made => Web.Words.Shown.DayOf(DayOf(made))).OrderByDescending(part => part.Key, StringComparer.Ordinal)];

    private LocalDate DayOf(AppointmentMade made) => Address.DayOf(made);

    public static async Task<AppointmentReport> ReadAsync(AppointmentFigures figures, AppointmentNames names, AgreedAddress address, IReadOnlyCollection<ClientId>? clients, LocalDateTime now, CancellationToken cancel)
    {
        var period = address.PeriodOn(now.Date);
        var all = await OfAsync(period.Hours);
        var before = await OfAsync(period.HoursBefore(now));
        return new(address, period, [.. all.Where(made => address.Fits(made) && (address.Day is not { } day || address.DayOf(made) == day))], [.. before.Where(address.Fits)], all.Count >= AppointmentFigures.Most, names);

        Task<IReadOnlyList<AppointmentMade>> OfAsync((LocalDateTime From, LocalDateTime Before) hours) => figures.OfAsync(clients, address.By, CentreTime.From(hours.From), CentreTime.From(hours.Before), cancel);
    }

    /// <summary>The tables of the page, then the appointments themselves.</summary>
    /// <param name="people">Who they are with; null for whoever may not know.</param>
    public IReadOnlyList<Sheet> Sheets(IReadOnlyDictionary<AppointmentId, AppointmentCard>? people) =>
    [
        new("figures", ["figure", "value", "over", "before", "overBefore", "formula"],
        [
            ["made", Total.Booked, "", TotalBefore.Booked, "", FigureWords.MadeFormula.ToString()], ["inCalls", InCalls, Total.Booked, Before.Count(made => made.InCall), TotalBefore.Booked, FigureWords.InCallsFormula.ToString()],
            ["open", Total.Open, Total.Booked, TotalBefore.Open, TotalBefore.Booked, FigureWords.OpenFormula.ToString()], ["held", Total.Held, Total.Held + Total.NoShow, TotalBefore.Held, TotalBefore.Held + TotalBefore.NoShow, FigureWords.HeldFormula.ToString()],
            ["noShow", Total.NoShow, Total.Held + Total.NoShow, TotalBefore.NoShow, TotalBefore.Held + TotalBefore.NoShow, FigureWords.NoShowFormula.ToString()],
            ["cancelled", Total.Cancelled, Total.Booked, TotalBefore.Cancelled, TotalBefore.Booked, FigureWords.CancelledFormula.ToString()],
        ]),
        Table("campaigns", "campaign", Campaigns), Table("makers", "madeBy", Makers), Table("consultants", "consultant", Consultants), Table("days", "day", [.. Days.Select(day => day with { Name = day.Key })]),
        new("appointments", ["made", "madeBy", "campaign", "consultant", "start", "state", "customer", "appointment"],
            [.. Chosen.Select(made => (IReadOnlyList<object>)[Minute(made.BookedAt), Names.OfMaker(made.Maker), Names.Centre.Of(made.Campaign), made.ConsultantName, Minute(made.Start), AppointmentWords.Of(made.State), people?.GetValueOrDefault(made.Id)?.Customer.Called ?? "", made.Id.Value])]),
    ];

    public static AppointmentCounts Sum(IEnumerable<AppointmentMade> made) =>
        made.Aggregate(default(AppointmentCounts), (sum, each) => sum + AppointmentCounts.One + AppointmentCounts.Turn(AppointmentState.Booked, each.State));

    private IReadOnlyList<AppointmentPart> By(Func<AppointmentMade, string> key, Func<AppointmentMade, string> name) =>
        [.. Chosen.GroupBy(key, StringComparer.Ordinal).Select(group => new AppointmentPart(group.Key, name(group.First()), Sum(group))).OrderByDescending(part => part.Counts.Booked).ThenBy(part => part.Name, StringComparer.CurrentCulture)];

    private static Sheet Table(string name, string column, IReadOnlyList<AppointmentPart> parts) =>
        new(name, [column, "made", "open", "held", "noShow", "cancelled"], [.. parts.Select(part => (IReadOnlyList<object>)[part.Name, part.Counts.Booked, part.Counts.Open, part.Counts.Held, part.Counts.NoShow, part.Counts.Cancelled])]);

    private static string Minute(Instant at) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(CentreTime.Of(at));
}

/// <summary>What those are called who make appointments.</summary>
internal sealed record AppointmentNames(Names Centre, IReadOnlyDictionary<string, string> People)
{
    public static async Task<AppointmentNames> ReadAsync(CentreNames centre, UserBook users, CancellationToken cancel) =>
        new(await centre.ReadAsync(cancel), (await users.AllAsync(cancel)).ToDictionary(user => $"user:{user.Id}", user => user.Name, StringComparer.Ordinal));

    public string OfMaker(string maker) =>
        maker.StartsWith("agent:", StringComparison.Ordinal) ? Centre.Of(new AgentId(maker["agent:".Length..])) : People.TryGetValue(maker, out var name) ? name : FigureWords.AProgram;
}
