using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Telephony.Sound;

namespace Plateau.Telephony.Recordings;

/// <summary>
/// The folder in which the switch leaves recordings, one file for each purpose, named by the recording's id. What lies
/// here and is not being written has not been taken into keeping yet; whoever keeps it moves it away.
/// </summary>
public sealed class RecordingShelf(string folder)
{
    /// <summary>A closed recording.</summary>
    /// <param name="Length">Of the sound itself.</param>
    /// <param name="Complete">False when the switch did not close it: its end is missing.</param>
    public readonly record struct Closed(RecordingId Recording, Duration Length, bool Complete);

    /// <summary>Where the recording lies.</summary>
    /// <exception cref="ArgumentException">The id would lead out of the folder.</exception>
    public string FileOf(RecordingId recording)
    {
        var name = recording.Value;
        if (name.Length is 0 or > 120 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || name[0] == '.')
            throw new ArgumentException($"A recording can't be called \"{name}\": letters, digits, hyphens, underscores and points only.", nameof(recording));
        return Path.Combine(folder, name + ".wav");
    }

    /// <summary>The ids of files that were written to within this time, in order.</summary>
    public IReadOnlyList<RecordingId> ChangedWithin(TimeSpan time)
    {
        var since = TimeProvider.System.GetUtcNow() - time;
        if (!Directory.Exists(folder)) return [];
        return [.. new DirectoryInfo(folder).EnumerateFiles("*.wav").Where(file => file.LastWriteTimeUtc >= since)
            .Select(file => new RecordingId(Path.GetFileNameWithoutExtension(file.Name))).OrderBy(id => id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Looks at a recording that nobody writes any more, and mends the header when the switch was killed.</summary>
    /// <returns>Null when there is no sound in it.</returns>
    public Closed? Close(RecordingId recording)
    {
        var file = FileOf(recording);
        try
        {
            var sound = WaveFile.Measure(file).Sound;
            return new(recording, Duration.FromTimeSpan(sound ? WaveFile.Measure(file).Held : WaveFile.Repair(file)), sound);
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            return null;
        }
    }
}
