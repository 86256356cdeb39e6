using NodaTime;
using Plateau.Core.Clients;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;
using Plateau.Server.Setup.Changes;

namespace Plateau.Server.Setup.Clients;

/// <summary>A client under somebody's hands: what the form shows, not yet kept.</summary>
public sealed class ClientDraft
{
    public string Name { get; set; } = "";
    public int Tone { get; set; }
    public List<NumberDraft> Numbers { get; } = [];
    public List<DayDraft> Days { get; } = [];
    public List<PaperDraft> Papers { get; } = [];
    public bool SeenFromMorocco { get; set; }

    /// <summary>Every rule of prudence that the book holds now, and whether the client keeps it.</summary>
    public List<PrudenceDraft> Prudence { get; } = [];

    public static ClientDraft Of(Client client, int tone)
    {
        ArgumentNullException.ThrowIfNull(client);
        var draft = new ClientDraft { Name = client.Name, Tone = client.Tone ?? tone, SeenFromMorocco = client.SeenFromMorocco };
        draft.Numbers.AddRange(client.CallerIds.Select(number => new NumberDraft { Kept = number, Number = number.Number, Mandate = number.Mandate, From = number.From, Until = number.Until }));
        draft.Days.AddRange(client.ClosedDays.Select(day => new DayDraft { Day = day }));
        draft.Papers.AddRange(client.Papers.Select(paper => new PaperDraft { Kind = paper.Kind, Reference = paper.Reference, From = paper.From, Until = paper.Until }));
        draft.Prudence.AddRange(RuleBook.Standard.Rules.Where(rule => rule.Text is { Basis: Basis.Prudence, Until: null }).Select(rule => PrudenceDraft.Of(rule, client.SwitchedOff.FirstOrDefault(off => off.Rule == rule.Id))));
        return draft;
    }

    /// <summary>The kinds of paper that this client needs, in the order of the page.</summary>
    public IEnumerable<PaperKind> Needed => SeenFromMorocco ? Enum.GetValues<PaperKind>() : [PaperKind.ProcessorContract];

    /// <remarks>What the form does not show (a number's authentication) stays as it was.</remarks>
    internal ClientWish Wish() => new(Name.Trim(), [.. Numbers.Select(number => number.CallerId())])
    {
        Tone = Tone, ClosedDays = [.. Days.Where(day => day.Day is not null).Select(day => day.Day!.Value)], SwitchedOff = [.. Prudence.Where(rule => !rule.Keeps).Select(rule => new SwitchedOffRule(rule.Rule.Id, rule.Reason.Trim()))],
        Papers = [.. Papers.Select(paper => paper.Paper())], SeenFromMorocco = SeenFromMorocco,
    };
}

/// <summary>A number and its mandate, under somebody's hands.</summary>
public sealed class NumberDraft
{
    internal CallerId? Kept { get; init; }
    public string Number { get; set; } = "";
    public string Mandate { get; set; } = "";
    public LocalDate? From { get; set; }
    public LocalDate? Until { get; set; }

    /// <summary>A number still to be typed, whose mandate begins today.</summary>
    public static NumberDraft Beginning(LocalDate today) => new() { From = today };

    internal CallerId CallerId()
    {
        // People write numbers with spaces and points; a French one begins with a zero.
        var bare = string.Concat(Number.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
        if (bare is ['0', _, ..] && bare.Length == 10) bare = "+33" + bare[1..];
        var from = From ?? new LocalDate(2000, 1, 1);
        var until = Until;
        return Kept is null ? new CallerId(bare, Mandate.Trim(), from, until) : Kept with { Number = bare, Mandate = Mandate.Trim(), From = from, Until = until };
    }
}

/// <summary>A paper on file, under somebody's hands.</summary>
public sealed class PaperDraft
{
    public PaperKind Kind { get; set; }
    public string Reference { get; set; } = "";
    public LocalDate? From { get; set; }
    public LocalDate? Until { get; set; }

    internal Paper Paper() => new(Kind, Reference.Trim(), From ?? new LocalDate(2000, 1, 1), Until);
}

/// <summary>A rule of prudence, under somebody's hands: kept, or done without for a reason.</summary>
public sealed class PrudenceDraft
{
    public IRule Rule { get; private init; } = null!;
    public bool Keeps { get; set; }
    public string Reason { get; set; } = "";

    internal static PrudenceDraft Of(IRule rule, SwitchedOffRule? off) => new() { Rule = rule, Keeps = off is null, Reason = off?.Reason ?? "" };
}

/// <summary>A closed day, under somebody's hands.</summary>
public sealed class DayDraft
{
    public LocalDate? Day { get; set; }
}

/// <summary>A programme and its price, under somebody's hands.</summary>
public sealed class ProgrammeDraft
{
    internal ProgrammeId? Id { get; init; }
    public string Name { get; set; } = "";
    public string Unit { get; set; } = "";
    public decimal Price { get; set; }
    public string Currency { get; set; } = "EUR";

    internal static ProgrammeDraft Of(Programme programme) => new()
    {
        Id = programme.Id, Name = programme.Name, Unit = programme.Tariff?.Unit.ToString() ?? "", Price = programme.Tariff?.Price.Amount ?? 0, Currency = programme.Tariff?.Price.Currency ?? "EUR",
    };

    internal ProgrammeWish Wish(ClientId client) => new(client, Name.Trim(), Enum.TryParse<TariffUnit>(Unit, out var unit) ? new Tariff(unit, new Money(Price, Currency.Trim().ToUpperInvariant())) : null);
}
