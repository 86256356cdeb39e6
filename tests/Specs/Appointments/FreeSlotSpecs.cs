using CsCheck;
using NodaTime;
using Plateau.Core.Appointments;
using Plateau.Core.Compliance;
using Plateau.Core.Interactions;

namespace Plateau.Specs.Appointments;

/// <summary>Which times an agent may offer, and with whom.</summary>
public sealed class FreeSlotSpecs
{
    /// <summary>A Tuesday, 10:00 in Paris.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly ClientId Acme = new("acme");
    private static readonly SoughtFor Anybody = new(null, null, []);

    private static Consultant Named(string id, params string[] areas) => new(new(id), Acme, id, $"{id}@example.org", "Europe/Paris") { Areas = areas };

    private static Diary Free(string id, params string[] areas) => new(Named(id, areas), [], []);

    private static Diary With(Diary diary, params Appointment[] more) => diary with { Appointments = [.. diary.Appointments, .. more] };

    private static Appointment Booked(string whose, Instant start, Duration? gap = null, Duration? length = null, AppointmentState state = AppointmentState.Booked) => new(
        new($"{whose}-{start}"), Acme, new("solar"), new(whose), new(1), new(1), start, start + (length ?? Duration.FromHours(1)), gap ?? Duration.Zero, MeetingKind.OnSite, state, 0, null, null, start - Duration.FromDays(3));

    private static Instant Paris(int day, int hour, int minute = 0) => Zones.Paris.AtStrictly(new LocalDateTime(2026, 11, day, hour, minute)).ToInstant();

    [Fact]
    public void Nothing_is_offered_that_is_not_free_whatever_fills_the_days()
    {
        var zones = new[] { "Europe/Paris", "Africa/Casablanca", "Indian/Reunion", "America/Martinique", "Australia/Lord_Howe" };
        var gen = Gen.Select(
            Gen.Int[0, zones.Length - 1], Gen.Int[0, 400], Gen.Int[5, 240], Gen.Int[5, 90], Gen.Int[0, 120], Gen.Int[0, 72], Gen.Int[1, 6],
            Gen.Select(Gen.Int[0, 21 * 288], Gen.Int[1, 60]).Array[0, 25]);
        gen.Sample(drawn =>
        {
            var (zone, day, length, grid, gap, notice, most, fillings) = drawn;
            var now = Now + Duration.FromDays(day) + Duration.FromMinutes(day * 7 % 60);
            var rules = new AppointmentRules { Length = Duration.FromMinutes(length), Grid = Duration.FromMinutes(grid), Gap = Duration.FromMinutes(gap), Notice = Duration.FromHours(notice) };
            var times = fillings.Select(each => (Start: now + Duration.FromMinutes(5 * each.Item1), Length: Duration.FromMinutes(5 * each.Item2))).ToList();
            var diary = new Diary(Named("anna") with { Zone = zones[zone], MostPerDay = most, Territory = "FR-67" },
                [.. times.Where((_, place) => place % 2 == 0).Select(time => new BusyTime(time.Start, time.Start + time.Length))],
                [.. times.Where((_, place) => place % 2 == 1).Select((time, place) => Booked("anna", time.Start, Duration.FromMinutes(place * 9), time.Length, place % 5 == 4 ? AppointmentState.Cancelled : AppointmentState.Booked))]);
            foreach (var offer in FreeSlots.Find([diary], rules, Anybody, now).Offers)
            {
                var local = offer.Start.InZone(diary.Zone);
                if (offer.Start < now + rules.Notice || offer.Start >= now + Duration.FromDays(rules.HorizonDays) || offer.End - offer.Start != rules.Length) return false;
                if (FrenchHolidays.Falls(local.Date) || Territories.IsHoliday(Territory.AlsaceMoselle, local.Date)) return false;
                if (!WorkingHours.Ordinary.Any(hours => hours.Day == local.DayOfWeek && local.TimeOfDay >= hours.From && offer.End.InZone(diary.Zone) is var end && end.Date == local.Date && end.TimeOfDay <= hours.Until)) return false;
                if (diary.Busy.Any(busy => offer.Start < busy.End + rules.Gap && busy.Start < offer.End + rules.Gap)) return false;
                foreach (var other in diary.Appointments.Where(other => other.State != AppointmentState.Cancelled))
                    if (other.Start < offer.End ? offer.Start - other.End < Duration.Max(rules.Gap, other.Gap) : other.Start - offer.End < Duration.Max(rules.Gap, other.Gap)) return false;
                if (diary.Appointments.Count(other => other.Holds && other.Start.InZone(diary.Zone).Date == local.Date) >= most) return false;
                if (FreeSlots.Fault(diary, rules, offer.Start, now) is not null) return false;
            }
            return true;
        });
    }

    [Fact]
    public void Whatever_is_free_on_the_grid_is_offered()
    {
        var rules = new AppointmentRules { HorizonDays = 2, Notice = Duration.Zero, Gap = Duration.Zero };
        FreeSlots.Find([Free("anna")], rules, Anybody, Paris(24, 0)).Offers.Select(offer => offer.Start.InZone(Zones.Paris).ToString("dd HH:mm", null))
            .Should().Equal("24 09:00,24 09:30,24 10:00,24 10:30,24 11:00,24 14:00,24 14:30,24 15:00,24 15:30,24 16:00,24 16:30,24 17:00,25 09:00,25 09:30,25 10:00,25 10:30,25 11:00,25 14:00,25 14:30,25 15:00,25 15:30,25 16:00,25 16:30,25 17:00".Split(','));
    }

    /// <summary>An appointment from 10 to 11, a way of 30 minutes of its own; the asked time of one hour and its own way.</summary>
    [Theory]
    [InlineData(9, 0, 0, SlotFault.Taken)]
    [InlineData(8, 30, 0, SlotFault.OutsideHours)]
    [InlineData(11, 0, 0, SlotFault.Taken)]
    [InlineData(14, 0, 0, null)]
    [InlineData(14, 0, 180, null)]
    [InlineData(14, 0, 181, SlotFault.Taken)]
    [InlineData(10, 15, 0, SlotFault.Taken)]
    [InlineData(17, 0, 0, null)]
    [InlineData(17, 1, 0, SlotFault.OutsideHours)]
    [InlineData(11, 30, 0, SlotFault.OutsideHours)]
    public void The_longer_way_counts_on_both_sides(int hour, int minute, int gap, SlotFault? fault)
    {
        var diary = With(Free("anna"), Booked("anna", Paris(25, 10), Duration.FromMinutes(30)));
        diary.Fault(Paris(25, hour, minute), Paris(25, hour, minute) + Duration.FromHours(1), Duration.FromMinutes(gap)).Should().Be(fault);
    }

    [Fact]
    public void An_appointment_is_not_in_its_own_way_when_it_is_moved()
    {
        var own = Booked("anna", Paris(25, 10));
        With(Free("anna"), own).Fault(Paris(25, 9, 30), Paris(25, 10, 30), Duration.Zero, own.Id).Should().BeNull();
        With(Free("anna"), own).Fault(Paris(25, 9, 30), Paris(25, 10, 30), Duration.Zero).Should().Be(SlotFault.Taken);
    }

    [Fact]
    public void A_full_day_takes_no_more_and_one_called_off_fills_nothing()
    {
        var diary = With(Free("anna") with { Consultant = Named("anna") with { MostPerDay = 2 } }, Booked("anna", Paris(25, 9)), Booked("anna", Paris(25, 11), state: AppointmentState.Cancelled));
        diary.Fault(Paris(25, 15), Paris(25, 16), Duration.Zero).Should().BeNull();
        With(diary, Booked("anna", Paris(25, 14))).Fault(Paris(25, 16), Paris(25, 17), Duration.Zero).Should().Be(SlotFault.DayFull);
    }

    /// <summary>Postcode or territory of the customer, and who is offered first, then next.</summary>
    [Theory]
    [InlineData("69003", null, "lyon,rhone,all")]
    [InlineData("69100", null, "rhone,all")]
    [InlineData("75011", null, "all")]
    [InlineData(null, null, "all")]
    [InlineData("97400", "FR-974", "island,all")]
    [InlineData("6 9003", null, "lyon,rhone,all")]
    public void Whoever_is_nearest_comes_first_and_who_is_elsewhere_not_at_all(string? postcode, string? territory, string order)
    {
        Diary[] diaries = [Free("all"), Free("rhone", "69"), Free("lyon", "69003", "69001"), Free("island", "FR-974")];
        var found = FreeSlots.Find(diaries, new AppointmentRules(), new(postcode, territory, []), Now);
        string.Join(',', [found.Offers[0].Consultant.Value, .. found.Offers[0].Others.Select(other => other.Value)]).Should().Be(order);
        found.Passed.Where(pair => pair.Value == PassedOver.NotInArea).Should().HaveCount(4 - order.Split(',').Length);
        FreeSlots.Find(diaries, new AppointmentRules { Kind = MeetingKind.Video }, new(postcode, territory, []), Now).Passed.Should().BeEmpty("a picture reaches everywhere");
    }

    [Fact]
    public void Among_equals_the_rule_decides_and_whom_they_met_comes_before()
    {
        Diary anna = With(Free("anna"), Booked("anna", Paris(26, 9)), Booked("anna", Paris(27, 9))), bob = With(Free("bob"), Booked("bob", Paris(30, 9))), cleo = Free("cleo");
        SlotOffer First(AppointmentRules rules, params string[] met) => FreeSlots.Find([anna, bob, cleo], rules, new(null, null, [.. met.Select(id => new ConsultantId(id))]), Now).Offers.First(offer => offer.Start == Paris(25, 14));
        First(new()).Should().BeEquivalentTo(new { Consultant = new ConsultantId("cleo"), Why = OfferReason.FewestBooked });
        First(new() { WhoGets = Assignment.InTurn }).Should().BeEquivalentTo(new { Consultant = new ConsultantId("cleo"), Why = OfferReason.InTurn });
        anna = With(Free("anna"), Booked("anna", Paris(26, 9)));
        cleo = With(cleo, Booked("cleo", Paris(30, 16)), Booked("cleo", Paris(30, 10)));
        First(new() { WhoGets = Assignment.InTurn }).Consultant.Should().Be(new ConsultantId("anna"), "hers was given longest ago");
        First(new(), "bob", "anna").Should().BeEquivalentTo(new { Consultant = new ConsultantId("bob"), Why = OfferReason.MetBefore });
        First(new() { SameAsBefore = false }, "cleo").Consultant.Should().Be(new ConsultantId("anna"));
    }

    [Fact]
    public void A_consultant_of_another_campaign_or_without_time_is_not_offered()
    {
        var away = Free("anna") with { Busy = [new(Now, Now + Duration.FromDays(60))] };
        var found = FreeSlots.Find([away, Free("bob"), Free("gone") with { Consultant = Named("gone") with { Active = false } }], new AppointmentRules { Consultants = [new("anna"), new("gone")] }, Anybody, Now);
        found.Offers.Should().BeEmpty();
        found.Passed.Should().Equal(new Dictionary<ConsultantId, PassedOver> { [new("anna")] = PassedOver.NoTimeLeft });
        FreeSlots.Fault(Free("bob"), new AppointmentRules { Consultants = [new("anna")] }, Paris(26, 9), Now).Should().Be(SlotFault.NotTheirs);
    }

    [Fact]
    public void The_clock_may_change_in_the_night_and_the_hours_stay()
    {
        // Sunday 25 October 2026: 3:00 becomes 2:00 in Paris.
        var night = new Diary(Named("anna") with { KeepsFrenchHolidays = false, Hours = [new(IsoDayOfWeek.Sunday, new(1, 0), new(5, 0))] }, [], []);
        var rules = new AppointmentRules { Notice = Duration.Zero, HorizonDays = 3, Gap = Duration.Zero, Grid = Duration.FromHours(1) };
        FreeSlots.Find([night], rules, Anybody, Instant.FromUtc(2026, 10, 24, 12, 0)).Offers.Select(offer => offer.Start.InZone(Zones.Paris).ToString("HH:mm o<g>", null))
            .Should().Equal("01:00 +02", "02:00 +02", "02:00 +01", "03:00 +01", "04:00 +01");
    }

    [Fact]
    public void A_few_are_said_aloud_that_lie_far_apart()
    {
        var found = FreeSlots.Find([Free("anna"), Free("bob")], new AppointmentRules { Gap = Duration.Zero }, Anybody, Now);
        found.Choice(Zones.Paris, 2, 3).Select(offer => offer.Start.InZone(Zones.Paris).ToString("dd HH:mm", null)).Should().Equal("25 10:00", "25 14:30", "25 17:00", "26 09:00", "26 14:00", "26 17:00");
        found.Choice(Zones.Paris, 1, 1, skipDays: 1).Single().Start.Should().Be(Paris(26, 9));
        found.Choice(Zones.Paris, 1, 2, new("bob")).Should().OnlyContain(offer => offer.Consultant == new ConsultantId("bob") && offer.Others.Contains(new("anna")));
    }

    [Theory]
    [InlineData("anna@example.org", true)]
    [InlineData("a.b+c@sub.example.org", true)]
    [InlineData("anna@example", false)]
    [InlineData("anna", false)]
    [InlineData("a@b@example.org", false)]
    [InlineData("anna@example.org\nBcc: all@example.org", false)]
    [InlineData("Anna <anna@example.org>", false)]
    [InlineData("anna@example.", false)]
    [InlineData("", false)]
    public void An_address_holds_nothing_but_an_address(string text, bool sound) => Consultant.IsAddress(text).Should().Be(sound);

    [Fact]
    public void What_is_wrong_with_a_consultant_or_a_rule_is_said_with_its_remedy()
    {
        var wrong = Named("x", "", "123456789") with { Name = " ", Email = "x", Zone = "Europe/Lyon", MostPerDay = 0, Hours = [new(IsoDayOfWeek.Monday, new(9, 0), new(12, 0)), new(IsoDayOfWeek.Monday, new(11, 0), new(10, 0))] };
        wrong.Flaws().Select(flaw => flaw.Reason).Should().BeEquivalentTo("consultant-name", "consultant-email", "consultant-zone", "consultant-most", "consultant-hours", "consultant-hours-overlap", "consultant-area", "consultant-area");
        (Named("x") with { Hours = [] }).Flaws().Select(flaw => flaw.Reason).Should().Equal("consultant-hours-missing");
        Named("x", "69", "FR-974").Flaws().Should().BeEmpty();
        new AppointmentRules().Flaws("here").Should().BeEmpty();
        new AppointmentRules { Length = Duration.Zero, Grid = Duration.Zero, Gap = Duration.FromDays(1), Notice = -Duration.Epsilon, HorizonDays = 0, Reminder = Duration.FromDays(20), RestAfterNoShow = Duration.FromDays(91) }
            .Flaws("here").Select(flaw => flaw.Reason).Should().Equal("appointment-length", "appointment-grid", "appointment-gap", "appointment-notice", "appointment-horizon", "appointment-reminder", "appointment-rest");
    }
}
