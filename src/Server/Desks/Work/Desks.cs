namespace Plateau.Server.Desks.Work;

/// <summary>What the desks of agents need behind their page.</summary>
internal static class Desks
{
    public static IServiceCollection AddDesks(this IServiceCollection services) => services
        .AddSingleton<DeskFiles>().AddSingleton<ManualCalls>().AddSingleton<KeyMaps>().AddSingleton<BreakPlans>()
        .AddSingleton<SpokenWishes>().AddHostedService(provider => provider.GetRequiredService<SpokenWishes>());
}
