namespace Plateau.Server.Appointments;

/// <summary>What appointments need behind desk and pages.</summary>
internal static class AppointmentRoom
{
    public static IServiceCollection AddAppointments(this IServiceCollection services) => services
        .AddSingleton<AppointmentDesk>().AddSingleton<CallSheets>()
        .AddSingleton<AppointmentNews>().AddHostedService(provider => provider.GetRequiredService<AppointmentNews>());
}
