using Plateau.Server.Reports.Proofs;
using Plateau.Storage.Centre;

namespace Plateau.Server.Reports;

/// <summary>What came of the calls, for people: pages, exports, recordings.</summary>
internal static class PlateauReports
{
    /// <param name="exportFolder">Where exports go that the clock makes.</param>
    /// <param name="recordingFolders">Where the sound of recordings may lie.</param>
    public static IServiceCollection AddPlateauReports(this IServiceCollection services, string exportFolder, params IReadOnlyList<string> recordingFolders)
    {
        services.AddSingleton<CountedCalls>().AddHostedService(provider => provider.GetRequiredService<CountedCalls>());
        services.AddSingleton(provider => new WrittenExports(exportFolder, provider.GetRequiredService<DocumentBook>()));
        services.AddSingleton<ScheduledExports>().AddHostedService(provider => provider.GetRequiredService<ScheduledExports>());
        return services.AddSingleton(new RecordingFiles(recordingFolders)).AddSingleton<RecordingPasses>().AddSingleton<SavedViews>();
    }

    public static void MapPlateauReports(this WebApplication app)
    {
        ExportDoor.Map(app);
        RecordingDoor.Map(app);
    }
}
