using Plateau.Server.Api;
using Plateau.Server.Appointments;
using Plateau.Server.Calendars;
using Plateau.Server.Floors;
using Plateau.Server.Notices;
using Plateau.Server.People;
using Plateau.Server.Reports;
using Plateau.Server.Verbs;
using Plateau.Server.Web;

namespace Plateau.Server.Hosting;

/// <summary>Everything that a centre has beside its switch: floor, books, API, pages and reports, put together once for all who serve one.</summary>
internal static class WholeCentre
{
    /// <param name="signIn">The house's own provider of identities, if it has one.</param>
    /// <param name="calendarHosts">Hosts in private networks that consultants' calendars may live on.</param>
    /// <param name="recordings">Where else the switch lays recordings down.</param>
    public static IServiceCollection AddCentre(this IServiceCollection services, DataFolder folder, SignInSettings? signIn = null, IReadOnlyList<string>? calendarHosts = null, params IReadOnlyList<string> recordings) => services
        .AddHostedService<CentreTold>()
        .AddAppointments()
        .AddSingleton<WhatIfs.WhatIfDesk>()
        .AddSingleton<WhatIfs.RehearsalReading>()
        .AddSingleton<Compliance.Retention.RetentionDesk>()
        .AddHostedService<Compliance.Retention.NightlyPurge>()
        .AddCalendars(calendarHosts ?? []).AddNotices()
        .AddPlateauApi(Path.Combine(folder.Path, "imports"))
        .AddPlateauPages(Path.Combine(folder.Path, "keys"), signIn)
        .AddPlateauReports(folder.Exports, [folder.Recordings, .. recordings]);

    public static void MapCentre(this WebApplication app)
    {
        app.MapPlateauApi();
        app.MapPlateauPages();
        app.MapPlateauReports();
        CallSheetDoor.Map(app);
        Appointments.Figures.AppointmentReportDoor.Map(app);
        Setup.Customers.CustomerDataDoor.Map(app);
    }
}
