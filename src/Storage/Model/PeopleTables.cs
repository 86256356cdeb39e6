using Microsoft.EntityFrameworkCore;

namespace Plateau.Storage.Model;

/// <summary>Keys, references and indexes of the people called; each index says which question it answers.</summary>
internal static class PeopleTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<CustomerRow>(customer =>
        {
            customer.HasKey(row => row.Id);
            customer.Property(row => row.Id).ValueGeneratedOnAdd();
            // One person per client and number: the same number on two lists is one customer.
            customer.HasIndex(row => new { row.ClientId, row.Number }).IsUnique();
            customer.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<NumberRow>(number =>
        {
            number.HasKey(row => new { row.CustomerId, row.Rank });
            number.Property(row => row.CustomerId).ValueGeneratedNever();
            // A number belongs to one person of a client.
            number.HasIndex(row => new { row.ClientId, row.Digits }).IsUnique();
            number.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ProspectRow>(prospect =>
        {
            prospect.HasKey(row => row.Id);
            prospect.Property(row => row.Id).ValueGeneratedOnAdd();
            // Once on a list; led by the customer, so that it answers "on which lists is this person" as well.
            prospect.HasIndex(row => new { row.CustomerId, row.ListId }).IsUnique();
            // The hopper's question: who is due, who is fresh, in each segment that may be called now.
            prospect.HasIndex(row => new { row.ListId, row.State, row.SegmentId, row.DueAt, row.Id });
            // The same for lists called by score; a list without scores costs nothing.
            prospect.HasIndex(row => new { row.ListId, row.SegmentId, row.Score, row.Id }).IsDescending(false, false, true, false).HasFilter("state = 0 AND score IS NOT NULL");
            prospect.HasOne<ListRow>().WithMany().HasForeignKey(row => row.ListId).OnDelete(DeleteBehavior.Restrict);
            prospect.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SegmentRow>(segment =>
        {
            segment.HasKey(row => row.Id);
            segment.Property(row => row.Id).ValueGeneratedOnAdd();
            segment.HasIndex(row => new { row.ListId, row.Audience, row.Country, row.Zones, row.Territory, row.Words }).IsUnique();
            segment.HasOne<ListRow>().WithMany().HasForeignKey(row => row.ListId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<GroundRow>(ground =>
        {
            ground.HasKey(row => row.Id);
            ground.Property(row => row.Id).ValueGeneratedOnAdd();
            ground.HasIndex(row => row.CustomerId);
            ground.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<GroundBeforeRow>(before =>
        {
            before.HasKey(row => row.Id);
            before.Property(row => row.Id).ValueGeneratedOnAdd();
            before.HasIndex(row => new { row.GroundId, row.BatchId });
            before.HasIndex(row => row.BatchId);
            before.HasOne<GroundRow>().WithMany().HasForeignKey(row => row.GroundId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AnswerRow>(answer =>
        {
            answer.HasKey(row => new { row.AttemptId, row.Place });
            answer.HasIndex(row => row.CustomerId);
            answer.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OppositionRow>(opposition =>
        {
            opposition.HasKey(row => row.Id);
            opposition.Property(row => row.Id).ValueGeneratedOnAdd();
            opposition.HasIndex(row => row.NumberHash);
        });
        model.Entity<ImportBatchRow>(batch =>
        {
            batch.HasKey(row => row.Id);
            batch.Property(row => row.Id).ValueGeneratedOnAdd();
            batch.HasIndex(row => new { row.ListId, row.ContentHash });
            batch.HasOne<ListRow>().WithMany().HasForeignKey(row => row.ListId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
