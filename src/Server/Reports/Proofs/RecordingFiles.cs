using Plateau.Core.Interactions;
using Plateau.Telephony.Recordings;

namespace Plateau.Server.Reports.Proofs;

/// <summary>Finds the sound of a recording: where recordings are kept, then where the switch leaves them.</summary>
/// <param name="folders">Looked through in this order.</param>
internal sealed class RecordingFiles(params IReadOnlyList<string> folders)
{
    private readonly IReadOnlyList<RecordingShelf> shelves = [.. folders.Select(folder => new RecordingShelf(folder))];

    /// <summary>The file; null when there is none, or when no file could be called so.</summary>
    public string? Find(RecordingId recording)
    {
        try
        {
            return shelves.Select(shelf => shelf.FileOf(recording)).FirstOrDefault(File.Exists);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
