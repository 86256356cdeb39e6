using Microsoft.EntityFrameworkCore;

namespace Plateau.Storage.Model;

/// <summary>Keys, references and indexes of appointments; each index says which question it answers.</summary>
internal static class AppointmentTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<ConsultantRow>(consultant =>
        {
            consultant.HasKey(row => row.Id);
            consultant.HasIndex(row => row.ClientId);
            consultant.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ConsultantCalendarRow>(calendar =>
        {
            calendar.HasKey(row => row.ConsultantId);
            calendar.HasOne<ConsultantRow>().WithMany().HasForeignKey(row => row.ConsultantId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<BusyRow>(busy =>
        {
            busy.HasKey(row => row.Id);
            busy.Property(row => row.Id).ValueGeneratedOnAdd();
            // What fills a consultant's days.
            busy.HasIndex(row => new { row.ConsultantId, row.EndAt });
            busy.HasOne<ConsultantRow>().WithMany().HasForeignKey(row => row.ConsultantId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AppointmentRow>(appointment =>
        {
            appointment.HasKey(row => row.Id);
            // The same for appointments; the page's week by client; what a person has; what a call made.
            appointment.HasIndex(row => new { row.ConsultantId, row.EndAt });
            appointment.HasIndex(row => new { row.ClientId, row.StartAt });
            appointment.HasIndex(row => row.CustomerId);
            appointment.HasIndex(row => row.AttemptId);
            appointment.HasOne<ClientRow>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Restrict);
            appointment.HasOne<ConsultantRow>().WithMany().HasForeignKey(row => row.ConsultantId).OnDelete(DeleteBehavior.Restrict);
            // Erasing a person takes what was agreed with them.
            appointment.HasOne<CustomerRow>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AppointmentHistoryRow>(history =>
        {
            history.HasKey(row => row.Id);
            history.Property(row => row.Id).ValueGeneratedOnAdd();
            history.HasIndex(row => row.AppointmentId);
            history.HasOne<AppointmentRow>().WithMany().HasForeignKey(row => row.AppointmentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AppointmentNoticeRow>(notice =>
        {
            notice.HasKey(row => row.Id);
            notice.Property(row => row.Id).ValueGeneratedOnAdd();
            notice.HasIndex(row => row.AppointmentId);
            // What is to be sent now.
            notice.HasIndex(row => new { row.SentAt, row.DueAt });
            notice.HasOne<AppointmentRow>().WithMany().HasForeignKey(row => row.AppointmentId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
