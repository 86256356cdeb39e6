using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.Web.Words;
using Plateau.Storage.Centre;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Lists;

/// <summary>Why somebody on a list is not called now, and from when they may be, in words.</summary>
public static class NextCallWords
{
    public static readonly Word Title = new("Prochain appel possible", "Next call possible", "أقرب مكالمة ممكنة");
    public static readonly Word Now = new("maintenant", "now", "الآن");
    public static readonly Word From = new("à partir du {0}", "from {0} on", "ابتداء من {0}");
    public static readonly Word There = new("{0} chez la personne", "{0} where they are", "{0} بتوقيت الشخص");
    public static readonly Word Because = new("{0} : {1}", "{0}: {1}", "{0}: {1}");
    public static readonly Word Never = new("aucune date : {0}", "no date: {0}", "لا تاريخ: {0}");
    public static readonly Word NoCampaign = new("aucune campagne n’appelle cette liste", "no campaign calls this list", "لا حملة تتصل بهذه اللائحة");

    public static readonly Word Tier = new("après la liste {0}, d’un rang antérieur", "after list {0}, of an earlier tier", "بعد اللائحة {0} ذات المرتبة الأسبق");

    /// <summary>The same, with what keeps them back beside the law.</summary>
    /// <param name="quota">A full quota of theirs; null when none is.</param>
    /// <param name="earlier">A list whose people come first; null when none has anybody.</param>
    internal static string Of(PlaceOnList place, NextCall? next, Instant now, DateTimeZone? zone, string? quota, string? earlier)
    {
        var said = Of(place, next, now, zone);
        var back = quota is not null ? Health.HealthWords.QuotaFull.With(quota) : earlier is not null ? Tier.With(earlier) : "";
        return back.Length == 0 || next?.At is null || said.Length == 0 ? said : next.At <= now ? back : $"{said} · {back}";
    }

    /// <param name="next">Null when no campaign calls the list.</param>
    /// <param name="zone">The person's own zone.</param>
    internal static string Of(PlaceOnList place, NextCall? next, Instant now, DateTimeZone? zone)
    {
        if (place.State is ProspectState.Done) return "";
        if (place.State is ProspectState.Taken) return ProspectWords.Of(place.State);
        if (next is null) return NoCampaign;
        var reason = next.Reason is { } code ? Lexicon.Say(code) : ProspectWords.Why(place.Reason);
        if (next.At is not { } at) return Never.With(reason);
        if (at <= now) return Now;
        var when = From.With(Shown.Moment(CentreTime.Of(at)));
        var there = zone is null || zone.GetUtcOffset(at) == CentreTime.Zone.GetUtcOffset(at) ? when : $"{when} ({There.With(Shown.Time(at.InZone(zone).TimeOfDay))})";
        return reason.Length == 0 ? there : Because.With(there, reason);
    }
}
