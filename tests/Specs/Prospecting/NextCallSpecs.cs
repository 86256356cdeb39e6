using CsCheck;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Compliance;
using Plateau.Core.Prospecting;
using static Plateau.Specs.Floors.FloorScript;

namespace Plateau.Specs.Prospecting;

/// <summary>What keeps a prospect from being called, and until when.</summary>
public sealed class NextCallSpecs
{
    private static readonly Duration Day = Duration.FromDays(1);

    private static Instant At(string moment) => InstantPattern.General.Parse(moment).Value;

    private static NextCall Of(Dossier dossier, string from) => NextCall.Of(RuleBook.Standard, Settings(), Client(), dossier, At(from));

    private static Dossier Called(int times, string last) =>
        Prospect(1) with { Attempts = [.. Enumerable.Range(0, times).Select(call => new PastCall(At(last) - call * Day, null, "no-answer"))] };

    public static TheoryData<Dossier, string, string?, string?> Cases => new()
    {
        // A Monday in Paris: on the line, at lunch, in the evening, on a Friday evening.
        { Prospect(1), "2026-11-23T09:30:00Z", "2026-11-23T09:30:00Z", null },
        { Prospect(1), "2026-11-23T12:30:00Z", "2026-11-23T13:00:00Z", "outside-hours" },
        { Prospect(1), "2026-11-23T19:30:00Z", "2026-11-24T09:00:00Z", "outside-hours" },
        { Prospect(1), "2026-11-27T19:30:00Z", "2026-11-30T09:00:00Z", "outside-hours" },
        // Réunion is three hours ahead: at half past nine in Greenwich it is lunch there.
        { Prospect(1) with { Zones = ["Indian/Reunion"], Territory = "RE" }, "2026-11-23T09:30:00Z", "2026-11-23T10:00:00Z", "outside-hours" },
        // Christmas is a Friday in 2026: the Monday after.
        { Prospect(1), "2026-12-25T10:00:00Z", "2026-12-28T09:00:00Z", "holiday" },
        // Four calls, the first of them on 12 November: it leaves the thirty days on 12 December, a Saturday.
        { Called(4, "2026-11-15T10:00:00Z"), "2026-11-23T09:30:00Z", "2026-12-14T09:00:00Z", "four-in-thirty-days" },
        { Called(3, "2026-11-15T10:00:00Z"), "2026-11-23T09:30:00Z", "2026-11-23T09:30:00Z", null },
        // What no date will change.
        { Prospect(1) with { Consents = [] }, "2026-11-23T09:30:00Z", null, "no-legal-ground" },
        { Prospect(1, tried: 8), "2026-11-23T09:30:00Z", null, "attempt-limit" },
        { Prospect(1) with { Zones = [] }, "2026-11-23T09:30:00Z", null, "zone-missing" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void It_says_when_and_why(Dossier dossier, string from, string? at, string? reason)
    {
        var next = Of(dossier, from);
        next.At.Should().Be(at is null ? null : At(at));
        next.Reason.Should().Be(reason);
    }

    [Fact]
    public void On_a_day_on_which_the_client_is_closed_nobody_of_theirs_is_called()
    {
        var closed = Client() with { ClosedDays = [new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 24)] };
        NextCall.Of(RuleBook.Standard, Settings(), closed, Prospect(1), At("2026-11-23T09:30:00Z")).At.Should().Be(At("2026-11-25T09:00:00Z"));
    }

    [Fact]
    public void Whenever_it_names_a_moment_the_book_lets_that_call_pass_and_none_before_it() =>
        Gen.Select(Gen.Int[0, 40 * 24 * 60], Gen.Int[0, 5], Gen.Int[0, 35], Gen.Bool).Sample((minutes, calls, ago, faraway) =>
        {
            var from = At("2026-11-01T00:00:00Z") + Duration.FromMinutes(minutes);
            var dossier = Prospect(1) with
            {
                Attempts = [.. Enumerable.Range(0, calls).Select(call => new PastCall(from - Duration.FromDays(ago + call), null, "no-answer"))],
                Zones = faraway ? ["Indian/Reunion"] : ["Europe/Paris"], Territory = faraway ? "RE" : null,
            };
            var next = NextCall.Of(RuleBook.Standard, Settings(), Client(), dossier, from);
            if (next.At is not { } at) return false;
            bool Passes(Instant moment) => RuleBook.Standard.Ask(Settings().QuestionOf(dossier, Client(), moment)).Permit is not null;
            return Passes(at) && Enumerable.Range(0, (int)Math.Min(200, (at - from).TotalMinutes)).All(back => !Passes(at - Duration.FromMinutes(back + 1) is var before && before >= from ? before : at - Duration.FromSeconds(1)) || at == from);
        }, iter: 300);
}
