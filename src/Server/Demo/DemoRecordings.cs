using NodaTime;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Telephony.Recordings;
using Plateau.Telephony.Sound;

namespace Plateau.Server.Demo;

/// <summary>Leaves the sound of invented conversations where recordings lie, so that a call of a demonstration can be heard: two voices that murmur in turn.</summary>
/// <param name="folder">Only the latest recordings stay there; of the others the page says that they are gone.</param>
internal sealed class DemoRecordings(string folder, FactFeed feed) : BackgroundService
{
    private const int MostKept = 150;
    private static readonly Duration Longest = Duration.FromMinutes(1);

    private readonly Queue<string> kept = new();
    private readonly short[] turn = Voice.Murmur(210, 2, 3, 1, 4, 2).Then(Voice.Silence(0.4)).Then(Voice.Murmur(118, 1, 2, 3)).Then(Voice.Silence(0.3)).Then(Voice.Murmur(214, 3, 1, 2, 2, 4, 1)).Then(Voice.Silence(0.5)).Then(Voice.Murmur(121, 2, 2)).Then(Voice.Silence(0.6));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(folder);
        var shelf = new RecordingShelf(folder);
        await foreach (var fact in feed.ReadAsync(stoppingToken))
        {
            if (fact is not RecordingKept recording) continue;
            var file = shelf.FileOf(recording.Recording);
            WaveFile.Write(file, Conversation(Duration.Min(recording.Length, Longest)));
            kept.Enqueue(file);
            if (kept.Count > MostKept) File.Delete(kept.Dequeue());
        }
    }

    private short[] Conversation(Duration length)
    {
        var sound = new short[(int)(length.TotalSeconds * WaveFile.SamplesPerSecond)];
        for (var sample = 0; sample < sound.Length; sample++) sound[sample] = turn[sample % turn.Length];
        return sound;
    }
}
