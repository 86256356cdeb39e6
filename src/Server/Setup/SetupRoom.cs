using Plateau.Server.Setup.Campaigns;
using Plateau.Server.Setup.Customers;
using Plateau.Server.Web.Finding;

namespace Plateau.Server.Setup;

/// <summary>What the pages need by which account managers set up clients, lists and campaigns.</summary>
internal static class SetupRoom
{
    public static IServiceCollection AddPlateauSetup(this IServiceCollection services) => services.AddScoped<Asker>().AddScoped<Clients.NewClient>().AddSingleton<StartGate>().AddSingleton<Lists.Health.HealthReading>().AddSingleton<FirstSteps.SampleCentre>().AddSingleton<FirstSteps.PracticePeople>().AddSingleton<CustomerDataDoor>().AddScoped<IFinder, CustomerFinder>();
}
