using Microsoft.EntityFrameworkCore;

namespace Plateau.Storage.Model;

/// <summary>
/// The one model of both databases. It makes the migrations and answers the small questions of the directory;
/// the journal, the hopper and the imports speak SQL themselves, because they are counted in rows a second.
/// </summary>
internal abstract class PlateauContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<ClientRow> Clients => Set<ClientRow>();
    public DbSet<ProgrammeRow> Programmes => Set<ProgrammeRow>();
    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();
    public DbSet<CampaignVersionRow> CampaignVersions => Set<CampaignVersionRow>();
    public DbSet<ListRow> Lists => Set<ListRow>();
    public DbSet<CampaignListRow> CampaignLists => Set<CampaignListRow>();
    public DbSet<AgentRow> Agents => Set<AgentRow>();
    public DbSet<TrunkRow> Trunks => Set<TrunkRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<IdempotencyKeyRow> IdempotencyKeys => Set<IdempotencyKeyRow>();
    public DbSet<CustomerRow> Customers => Set<CustomerRow>();
    public DbSet<NumberRow> Numbers => Set<NumberRow>();
    public DbSet<ProspectRow> Prospects => Set<ProspectRow>();
    public DbSet<SegmentRow> Segments => Set<SegmentRow>();
    public DbSet<GroundRow> Grounds => Set<GroundRow>();
    public DbSet<GroundBeforeRow> GroundsBefore => Set<GroundBeforeRow>();
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();
    public DbSet<OppositionRow> Oppositions => Set<OppositionRow>();
    public DbSet<ImportBatchRow> ImportBatches => Set<ImportBatchRow>();
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();
    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();
    public DbSet<CallbackRow> Callbacks => Set<CallbackRow>();
    public DbSet<RecordingRow> Recordings => Set<RecordingRow>();
    public DbSet<UserRow> Users => Set<UserRow>();
    public DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<ConsultantRow> Consultants => Set<ConsultantRow>();
    public DbSet<ConsultantCalendarRow> ConsultantCalendars => Set<ConsultantCalendarRow>();
    public DbSet<BusyRow> Busy => Set<BusyRow>();
    public DbSet<AppointmentRow> Appointments => Set<AppointmentRow>();
    public DbSet<AppointmentHistoryRow> AppointmentHistory => Set<AppointmentHistoryRow>();
    public DbSet<AppointmentNoticeRow> AppointmentNotices => Set<AppointmentNoticeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        CentreTables.Describe(modelBuilder);
        PeopleTables.Describe(modelBuilder);
        JournalTables.Describe(modelBuilder);
        AccountTables.Describe(modelBuilder);
        AppointmentTables.Describe(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.ClrType.Name[..^"Row".Length]));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, place) =>
            char.IsUpper(letter) ? (place > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : PlateauContext(options);

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : PlateauContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Keys are compared byte by byte, as SQLite does: a cursor then means the same on both, whatever
        // language the cluster was made in.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetKeys().SelectMany(key => key.Properties)
                         .Concat(entity.GetForeignKeys().SelectMany(key => key.Properties))
                         .Concat(entity.GetIndexes().SelectMany(index => index.Properties)))
            {
                if (property.ClrType == typeof(string))
                    property.SetCollation("C");
            }
        }
    }
}
