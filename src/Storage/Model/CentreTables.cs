using Microsoft.EntityFrameworkCore;

namespace Plateau.Storage.Model;

/// <summary>Keys and references of the centre's own settings.</summary>
internal static class CentreTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<ClientRow>().HasKey(row => row.Id);
        model.Entity<ProgrammeRow>(programme =>
        {
            programme.HasKey(row => row.Id);
            programme.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignRow>(campaign =>
        {
            campaign.HasKey(row => row.Id);
            campaign.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
            campaign.HasOne<ProgrammeRow>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignVersionRow>(version =>
        {
            version.HasKey(row => new { row.CampaignId, row.Version });
            version.HasOne<CampaignRow>().WithMany().HasForeignKey(row => row.CampaignId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ListRow>(list =>
        {
            list.HasKey(row => row.Id);
            list.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignListRow>(pair =>
        {
            pair.HasKey(row => new { row.CampaignId, row.ListId });
            pair.HasOne<CampaignRow>().WithMany().HasForeignKey(row => row.CampaignId).OnDelete(DeleteBehavior.Cascade);
            pair.HasOne<ListRow>().WithMany().HasForeignKey(row => row.ListId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AgentRow>().HasKey(row => row.Id);
        model.Entity<TrunkRow>().HasKey(row => row.Name);
        model.Entity<ApiKeyRow>(key =>
        {
            key.HasKey(row => row.Id);
            key.HasIndex(row => row.SecretHash).IsUnique();
            key.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdempotencyKeyRow>(key =>
        {
            key.HasKey(row => new { row.Owner, row.Key });
            key.HasIndex(row => row.At);
        });
    }
}
