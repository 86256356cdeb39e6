using Microsoft.EntityFrameworkCore;

namespace Plateau.Storage.Model;

/// <summary>Keys of the journal; (stream, sequence) is the lock that fences a stale owner.</summary>
internal static class JournalTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<FactRow>().HasKey(row => new { row.Stream, row.Sequence });
        model.Entity<SnapshotRow>().HasKey(row => row.Stream);
        model.Entity<AttemptRow>(attempt =>
        {
            // The key is what keeps an attempt from being placed twice, whoever believes to own the floor.
            attempt.HasKey(row => row.Id);
            // How often this client called this person, over all lists and campaigns.
            attempt.HasIndex(row => new { row.CustomerId, row.PermittedAt });
            // How many successes a campaign has in each segment.
            attempt.HasIndex(row => new { row.CampaignId, row.ProspectId }).HasFilter("effect = 'success'");
            // A campaign's attempts page by page.
            attempt.HasIndex(row => new { row.CampaignId, row.PermittedAt, row.Id });
        });
        model.Entity<CallbackRow>(callback =>
        {
            callback.HasKey(row => new { row.CampaignId, row.ProspectId });
            callback.HasIndex(row => row.ProspectId);
        });
        model.Entity<RecordingRow>(recording =>
        {
            recording.HasKey(row => row.Id);
            recording.HasIndex(row => row.AttemptId);
        });
    }
}
