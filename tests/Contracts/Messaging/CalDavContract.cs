using NodaTime;
using Plateau.Messaging.Calendars;

namespace Plateau.Contracts.Messaging;

/// <summary>A consultant's calendar on a real Radicale: found, read, written, and never overwritten.</summary>
public sealed class CalDavContract(MessagingRoom room) : IDisposable
{
    private static readonly Instant From = Instant.FromUtc(2026, 11, 30, 0, 0), Until = From + Duration.FromDays(14);
    private readonly CalendarDoor door = new(["127.0.0.1"]);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("anna/")]
    [InlineData(".well-known/caldav")]
    public async Task Whatever_address_is_given_leads_to_the_calendars_of_the_account(string path)
    {
        var radicale = await room.RadicaleAsync();
        var calendar = await radicale.NewCalendarAsync("Rendez-vous & co");
        var found = await Dav.DiscoverAsync(new Uri(radicale.Address, path), Now);
        found.Trouble.Should().BeNull();
        found.Value.Should().Contain(each => each.Address == calendar && each.Name == "Rendez-vous & co" && each.MayWrite);
    }

    [Fact]
    public async Task The_address_of_a_calendar_is_that_calendar()
    {
        var calendar = await (await room.RadicaleAsync()).NewCalendarAsync();
        (await Dav.DiscoverAsync(calendar, Now)).Value.Should().ContainSingle().Which.Address.Should().Be(calendar);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_a_host_that_is_away_too()
    {
        var radicale = await room.RadicaleAsync();
        (await new CalDav(door, RunningRadicale.Anna with { Password = "faux" }).DiscoverAsync(radicale.Address, Now)).Trouble!.Kind.Should().Be(CalendarTroubleKind.Unauthorised);
        var away = new Uri($"http://127.0.0.1:{FreePorts.Tcp()}/");
        (await Dav.DiscoverAsync(away, Now)).Trouble.Should().Match<CalendarTrouble>(trouble => trouble.Kind == CalendarTroubleKind.Unreachable && trouble.Place == away.ToString());
    }

    [Fact]
    public async Task What_is_written_is_read_back_and_a_second_writer_is_not_overwritten()
    {
        var radicale = await room.RadicaleAsync();
        var calendar = await radicale.NewCalendarAsync();
        var entry = new Uri(calendar, "a-1.ics");
        var kept = await Dav.WriteAsync(entry, Meeting(0, 9), version: null, Now);
        kept.Trouble.Should().BeNull();
        (await Dav.WriteAsync(entry, Meeting(0, 11), version: null, Now)).Trouble!.Kind.Should().Be(CalendarTroubleKind.Meanwhile);

        await radicale.PutAsync(entry, Meeting(1, 15));
        (await Dav.WriteAsync(entry, Meeting(1, 11), kept.Value, Now)).Trouble!.Kind.Should().Be(CalendarTroubleKind.Meanwhile);
        (await Dav.RemoveAsync(entry, kept.Value, Now))!.Kind.Should().Be(CalendarTroubleKind.Meanwhile);

        var now = await Dav.FindAsync(entry, Now);
        now.Value!.Text.Should().Contain("20261201T150000Z");
        (await Dav.WriteAsync(entry, Meeting(2, 16), now.Value.ETag, Now)).Trouble.Should().BeNull();
        (await Dav.RemoveAsync(entry, null, Now)).Should().BeNull();
        (await Dav.RemoveAsync(entry, null, Now)).Should().BeNull("what is gone is gone");
        (await Dav.FindAsync(entry, Now)).Trouble!.Kind.Should().Be(CalendarTroubleKind.NotFound);
    }

    [Fact]
    public async Task Only_what_changed_since_the_last_look_is_told()
    {
        var radicale = await room.RadicaleAsync();
        var calendar = await radicale.NewCalendarAsync();
        await radicale.PutAsync(new Uri(calendar, "first.ics"), Meeting(0, 9, "first"));
        var start = (await Dav.ChangesAsync(calendar, null, Now)).Value!;
        start.Mark.Should().StartWith("t:", "Radicale knows sync tokens");
        start.Changed.Should().ContainSingle();
        (await Dav.ChangesAsync(calendar, start.Mark, Now)).Value!.IsChanged.Should().BeFalse();

        await radicale.PutAsync(new Uri(calendar, "second.ics"), Meeting(0, 11, "second"));
        await radicale.DeleteAsync(new Uri(calendar, "first.ics"));
        var next = (await Dav.ChangesAsync(calendar, start.Mark, Now)).Value!;
        next.Should().BeEquivalentTo(new { IsChanged = true, Changed = new[] { new Uri(calendar, "second.ics") }, Removed = new[] { new Uri(calendar, "first.ics") } });

        var anew = await Dav.ChangesAsync(calendar, "t:http://radicale.org/ns/sync/0123456789", Now);
        anew.Trouble.Should().BeNull();
        anew.Value.Should().BeEquivalentTo(new { IsChanged = true, Changed = new[] { new Uri(calendar, "second.ics") } }, "a mark that has grown too old starts anew");
        (await Dav.ChangesAsync(calendar, "c:from-another-server", Now)).Value!.IsChanged.Should().BeTrue();
    }

    [Fact]
    public async Task The_entries_of_a_span_come_with_their_repetitions()
    {
        var radicale = await room.RadicaleAsync();
        var calendar = await radicale.NewCalendarAsync();
        await radicale.PutAsync(new Uri(calendar, "weekly.ics"), CalendarTextContract.Calendar("UID:weekly\nDTSTAMP:20260101T000000Z\nSUMMARY:Réunion\nDTSTART;TZID=Europe/Paris:20260706T090000\nDTEND;TZID=Europe/Paris:20260706T100000\nRRULE:FREQ=WEEKLY"));
        await radicale.PutAsync(new Uri(calendar, "past.ics"), CalendarTextContract.Calendar("UID:past\nDTSTAMP:20260101T000000Z\nSUMMARY:Passé\nDTSTART:20261001T090000Z\nDURATION:PT1H"));
        var entries = (await Dav.EntriesAsync(calendar, From, Until, Now)).Value!;
        entries.Should().ContainSingle().Which.ETag.Should().NotBeNull();
        CalendarText.Read(entries[0].Text, From, Until, DateTimeZone.Utc).Busy.Select(busy => busy.Start)
            .Should().Equal(Instant.FromUtc(2026, 11, 30, 8, 0), Instant.FromUtc(2026, 12, 7, 8, 0));
    }

    public void Dispose() => door.Dispose();

    private CalDav Dav => new(door, RunningRadicale.Anna);

    private static string Meeting(int sequence, int hour, string uid = "a-1") => new Invitation($"{uid}@plateau.invalid", sequence, From, Instant.FromUtc(2026, 12, 1, hour, 0), Instant.FromUtc(2026, 12, 1, hour + 1, 0),
        "Rendez-vous : Dupont; Père, fils", "12, rue Exemple\\69001 Lyon", "Ligne 1\nLigne 2", new("centre@plateau.test", "Le \"centre\""), []).Entry();
}
