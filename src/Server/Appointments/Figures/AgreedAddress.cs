using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Interactions;
using Plateau.Server.Floors;
using Plateau.Server.Reports;
using Plateau.Storage.Appointments;
using Period = Plateau.Server.Reports.Period;

namespace Plateau.Server.Appointments.Figures;

/// <summary>What the report of appointments shows, as its address says it: kept, sent and gone back to.</summary>
internal sealed record AgreedAddress
{
    public const string Path = "/reports/appointments";

    /// <summary>Period and its days, as every report has them.</summary>
    public ReportAddress Days { get; init; } = new();
    public AppointmentMoment By { get; init; }
    public CampaignId? Campaign { get; init; }
    public ConsultantId? Consultant { get; init; }
    public string? Maker { get; init; }
    public AppointmentState? State { get; init; }
    public LocalDate? Day { get; init; }

    /// <summary>Which piece of the list, from 0.</summary>
    public int Piece { get; init; }

    public static AgreedAddress Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? address[mark..] : address);
        string? Text(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 and <= 200 } text ? text : null;
        return new()
        {
            Days = ReportAddress.Read(address).Whole, By = Text("by") == "met" ? AppointmentMoment.Met : AppointmentMoment.Made,
            Campaign = Text("campaign") is { } campaign ? new CampaignId(campaign) : null, Consultant = Text("consultant") is { } consultant ? new ConsultantId(consultant) : null, Maker = Text("maker"),
            State = Text("state") switch { "open" => AppointmentState.Booked, "held" => AppointmentState.Held, "no-show" => AppointmentState.NoShow, "cancelled" => AppointmentState.Cancelled, _ => null },
            Day = Period.Date(Text("day")), Piece = int.TryParse(Text("piece"), NumberStyles.None, CultureInfo.InvariantCulture, out var piece) && piece < 1_000_000 ? piece : 0,
        };
    }

    /// <summary>What is chosen beside the days, for a change of days that keeps it.</summary>
    public IReadOnlyList<(string Name, string Value)> Rest =>
    [
        .. new (string, string?)[]
        {
            ("by", By == AppointmentMoment.Met ? "met" : null), ("campaign", Campaign?.Value), ("consultant", Consultant?.Value), ("maker", Maker),
            ("state", State switch { AppointmentState.Booked => "open", AppointmentState.Held => "held", AppointmentState.NoShow => "no-show", AppointmentState.Cancelled => "cancelled", _ => null }),
        }.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!)),
    ];

    public string Query => string.Join('&', new[] { Days.Query }
        .Concat(Rest.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"))
        .Append(Day is { } day ? $"day={Period.Text(day)}" : "").Append(Piece > 0 ? string.Create(CultureInfo.InvariantCulture, $"piece={Piece}") : "").Where(part => part.Length > 0));

    public override string ToString() => Query is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    public string Export(string format) => Query is { Length: > 0 } query ? $"{Path}.{format}?{query}" : $"{Path}.{format}";

    public Period PeriodOn(LocalDate today) => Days.PeriodOn(today);

    /// <summary>The same with nothing chosen but the days and how they are counted.</summary>
    public AgreedAddress Whole => new() { Days = Days, By = By };

    /// <summary>The day to which it belongs, by the clock on the centre's wall.</summary>
    public LocalDate DayOf(AppointmentMade made) => CentreTime.Of(By == AppointmentMoment.Made ? made.BookedAt : made.Start).Date;

    /// <summary>Whether it is of what was chosen, on whatever day.</summary>
    public bool Fits(AppointmentMade made) =>
        (Campaign is not { } campaign || made.Campaign == campaign) && (Consultant is not { } consultant || made.Consultant == consultant) && (Maker is not { } maker || made.Maker == maker) && (State is not { } state || made.State == state);
}
