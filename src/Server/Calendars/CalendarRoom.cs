using Plateau.Messaging.Calendars;

namespace Plateau.Server.Calendars;

/// <summary>What the house needs to speak with consultants' calendars.</summary>
internal static class CalendarRoom
{
    /// <param name="hosts">Hosts in private networks that calendars may live on.</param>
    public static IServiceCollection AddCalendars(this IServiceCollection services, IReadOnlyList<string> hosts) => services
        .AddSingleton(new CalendarDoor(hosts)).AddSingleton<KeptSecrets>().AddSingleton<ICalendarProbe, CalendarProbe>();
}
