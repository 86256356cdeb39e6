using NodaTime;
using Plateau.Core.Interactions;

namespace Plateau.Core.Appointments;

/// <summary>For whom a time is looked for.</summary>
/// <param name="Postcode">Where they are; null when unknown.</param>
/// <param name="Territory">ISO 3166-2 where known.</param>
/// <param name="MetBefore">The consultants whom they have met, the latest first.</param>
public sealed record SoughtFor(string? Postcode, string? Territory, IReadOnlyList<ConsultantId> MetBefore);

/// <summary>Why it is this consultant who is offered.</summary>
public enum OfferReason { MetBefore, Area, FewestBooked, InTurn, OnlyOne }

/// <summary>A free time with the consultant who would take it.</summary>
/// <param name="Others">Who else could, the next best first.</param>
public sealed record SlotOffer(Instant Start, Instant End, ConsultantId Consultant, OfferReason Why, IReadOnlyList<ConsultantId> Others);

/// <summary>Why somebody is not among the offers.</summary>
public enum PassedOver { NotInArea, NoTimeLeft }

/// <summary>All that can be offered, soonest first, and who was passed over for which reason.</summary>
public sealed record FoundSlots(IReadOnlyList<SlotOffer> Offers, IReadOnlyDictionary<ConsultantId, PassedOver> Passed)
{
    /// <summary>A few to say aloud: so many days with times, of each day so many that lie far apart.</summary>
    /// <param name="consultant">Only this one's; null for whoever is offered first.</param>
    /// <param name="skipDays">Days with times to pass over, for "another day".</param>
    public IReadOnlyList<SlotOffer> Choice(DateTimeZone zone, int days, int perDay, ConsultantId? consultant = null, int skipDays = 0)
    {
        var own = consultant is not { } one ? Offers
            : Offers.Where(offer => offer.Consultant == one || offer.Others.Contains(one)).Select(offer => offer.Consultant == one ? offer : offer with { Consultant = one, Others = [offer.Consultant, .. offer.Others.Where(other => other != one)] });
        return [.. own.GroupBy(offer => offer.Start.InZone(zone).Date).Skip(skipDays).Take(days).SelectMany(day => Spread([.. day], perDay))];
    }

    private static IEnumerable<SlotOffer> Spread(SlotOffer[] day, int count) =>
        day.Length <= count ? day : Enumerable.Range(0, count).Select(place => day[count == 1 ? 0 : place * (day.Length - 1) / (count - 1)]);
}

/// <summary>Finds the times that an agent may offer: pure, so that desk, page and simulation offer the same.</summary>
public static class FreeSlots
{
    /// <param name="diaries">The client's consultants with what fills their days, from now to the horizon.</param>
    /// <param name="rules">The campaign's.</param>
    /// <param name="closedOn">Days on which the client itself is closed.</param>
    public static FoundSlots Find(IReadOnlyList<Diary> diaries, AppointmentRules rules, SoughtFor sought, Instant now, Func<LocalDate, bool>? closedOn = null)
    {
        var passed = new SortedDictionary<ConsultantId, PassedOver>();
        var ranked = new List<(Diary Diary, int Nearness)>();
        foreach (var diary in diaries.Where(diary => rules.Admits(diary.Consultant)))
        {
            // Where people meet by wire, it does not matter where they are.
            if (rules.Kind != MeetingKind.OnSite) ranked.Add((diary, 0));
            else if (diary.Consultant.Nearness(sought.Postcode, sought.Territory) is { } near) ranked.Add((diary, near));
            else passed[diary.Consultant.Id] = PassedOver.NotInArea;
        }
        ranked = [.. Rank(ranked, rules, sought, now)];
        var byStart = new SortedDictionary<Instant, List<Diary>>();
        foreach (var (diary, _) in ranked)
        {
            var any = false;
            foreach (var start in StartsOf(diary, rules, now, closedOn))
            {
                any = true;
                if (!byStart.TryGetValue(start, out var takers)) byStart[start] = takers = [];
                takers.Add(diary);
            }
            if (!any) passed[diary.Consultant.Id] = PassedOver.NoTimeLeft;
        }
        return new FoundSlots([.. byStart.Select(pair => Offer(pair.Key, pair.Value, ranked, rules, sought))], passed);
    }

    /// <summary>Why a time that somebody names can not be booked; null when it can. What is offered has none.</summary>
    public static SlotFault? Fault(Diary diary, AppointmentRules rules, Instant start, Instant now) =>
        !rules.Admits(diary.Consultant) ? SlotFault.NotTheirs
        : start < now + rules.Notice ? SlotFault.TooSoon
        : start >= now + Duration.FromDays(rules.HorizonDays) ? SlotFault.TooFar
        : diary.Fault(start, start + rules.Length, rules.Gap);

    private static IEnumerable<Instant> StartsOf(Diary diary, AppointmentRules rules, Instant now, Func<LocalDate, bool>? closedOn)
    {
        var (zone, earliest, horizon) = (diary.Zone, now + rules.Notice, now + Duration.FromDays(rules.HorizonDays));
        for (var day = earliest.InZone(zone).Date; day <= horizon.InZone(zone).Date; day = day.PlusDays(1))
        {
            if (!diary.Consultant.WorksOn(day) || closedOn?.Invoke(day) == true) continue;
            foreach (var hours in diary.Consultant.Hours.Where(hours => hours.Day == day.DayOfWeek).OrderBy(hours => hours.From))
            {
                // Counted in instants from the first one, so that a night of two o'clocks neither doubles a time nor loses one.
                var until = zone.AtLeniently(day + hours.Until).ToInstant();
                for (var start = Diary.Begin(hours, day, zone); start + rules.Length <= until && start < horizon; start += rules.Grid)
                    if (start >= earliest && diary.Collision(start, start + rules.Length, rules.Gap) is null) yield return start;
            }
        }
    }

    /// <summary>Whom they met, then who is near, then the rule; among equals, by id.</summary>
    private static IEnumerable<(Diary Diary, int Nearness)> Rank(List<(Diary Diary, int Nearness)> all, AppointmentRules rules, SoughtFor sought, Instant now) =>
        all.OrderBy(each => MetAt(each.Diary, rules, sought) ?? int.MaxValue)
            .ThenByDescending(each => each.Nearness)
            .ThenBy(each => rules.WhoGets == Assignment.FewestBooked ? ToCome(each.Diary, now) : 0)
            .ThenBy(each => rules.WhoGets == Assignment.InTurn ? LastGiven(each.Diary) : Instant.MinValue)
            .ThenBy(each => each.Diary.Consultant.Id);

    private static SlotOffer Offer(Instant start, List<Diary> takers, List<(Diary Diary, int Nearness)> ranked, AppointmentRules rules, SoughtFor sought)
    {
        var first = takers[0];
        var near = Nearness(first);
        var why = MetAt(first, rules, sought) is not null ? OfferReason.MetBefore
            : takers.Count == 1 ? near > 0 ? OfferReason.Area : OfferReason.OnlyOne
            : takers.Skip(1).All(other => Nearness(other) < near) ? OfferReason.Area
            : rules.WhoGets == Assignment.FewestBooked ? OfferReason.FewestBooked : OfferReason.InTurn;
        return new SlotOffer(start, start + rules.Length, first.Consultant.Id, why, [.. takers.Skip(1).Select(other => other.Consultant.Id)]);

        int Nearness(Diary diary) => ranked.First(each => ReferenceEquals(each.Diary, diary)).Nearness;
    }

    private static int? MetAt(Diary diary, AppointmentRules rules, SoughtFor sought)
    {
        if (!rules.SameAsBefore) return null;
        for (var place = 0; place < sought.MetBefore.Count; place++)
            if (sought.MetBefore[place] == diary.Consultant.Id) return place;
        return null;
    }

    private static int ToCome(Diary diary, Instant now) => diary.Appointments.Count(other => other.Holds && other.End > now);

    private static Instant LastGiven(Diary diary) => diary.Appointments.Where(other => other.Holds).Select(other => other.BookedAt).DefaultIfEmpty(Instant.MinValue).Max();
}
