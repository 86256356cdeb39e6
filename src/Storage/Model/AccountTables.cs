using Microsoft.EntityFrameworkCore;

namespace Plateau.Storage.Model;

/// <summary>Keys of those who sign in, of the audit log and of the pages' documents.</summary>
internal static class AccountTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<UserRow>(user =>
        {
            user.HasKey(row => row.Id);
            user.HasIndex(row => row.SignIn).IsUnique();
            user.HasIndex(row => row.Subject).IsUnique();
        });
        model.Entity<SignInLinkRow>(link =>
        {
            link.HasKey(row => row.Hash);
            link.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AuditRow>(audit =>
        {
            audit.HasKey(row => row.Sequence);
            audit.Property(row => row.Sequence).ValueGeneratedNever();
        });
        model.Entity<DocumentRow>(document =>
        {
            document.HasKey(row => new { row.Kind, row.Id });
            document.HasIndex(row => new { row.Kind, row.ClientId });
            // Of two who change the same version, one is told so.
            document.Property(row => row.Version).IsConcurrencyToken();
        });
    }
}
