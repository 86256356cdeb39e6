namespace Plateau.Server.People;

/// <summary>Everything that can be done in the pages, and who may: the one table that pages and services ask.</summary>
public static class Operation
{
    public const string HouseEnter = "house.enter";
    public const string OwnSecurity = "own.security";
    public const string DeskUse = "desk.use";
    public const string FloorSee = "floor.see";
    public const string FloorListen = "floor.listen";
    public const string FloorLead = "floor.lead";
    public const string ClientsSee = "clients.see";
    public const string ClientsChange = "clients.change";
    public const string CampaignsSee = "campaigns.see";
    public const string CampaignsChange = "campaigns.change";
    public const string ListsImport = "lists.import";
    public const string CustomersSee = "customers.see";
    public const string CustomersChange = "customers.change";
    public const string CustomersErase = "customers.erase";
    public const string ReportsSee = "reports.see";
    public const string ReportsExport = "reports.export";
    public const string AppointmentsSee = "appointments.see";
    public const string AppointmentsChange = "appointments.change";
    public const string RecordingsPlay = "recordings.play";
    public const string PeopleSee = "people.see";
    public const string PeopleChange = "people.change";
    public const string PeopleCertify = "people.certify";
    public const string AuditSee = "audit.see";
    public const string CentreChange = "centre.change";

    private static readonly Role[] Everyone = [Role.Director, Role.AccountManager, Role.Supervisor, Role.Agent, Role.Quality, Role.Client];

    /// <summary>Who may do what. An operation that is not in it is nobody's.</summary>
    public static IReadOnlyDictionary<string, Allowed> Table { get; } = new Dictionary<string, Allowed>(StringComparer.Ordinal)
    {
        [HouseEnter] = new(false, Everyone),
        [OwnSecurity] = new(false, Everyone),
        [DeskUse] = new(false, Role.Agent),
        [FloorSee] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Quality),
        [FloorListen] = new(true, Role.Supervisor, Role.Quality),
        [FloorLead] = new(true, Role.Director, Role.Supervisor),
        [ClientsSee] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Client),
        [ClientsChange] = new(true, Role.Director, Role.AccountManager),
        [CampaignsSee] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Client),
        [CampaignsChange] = new(true, Role.Director, Role.AccountManager),
        [ListsImport] = new(true, Role.Director, Role.AccountManager),
        [CustomersSee] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Quality),
        [CustomersChange] = new(true, Role.Director, Role.AccountManager, Role.Supervisor),
        [CustomersErase] = new(true, Role.Director, Role.AccountManager),
        [ReportsSee] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Quality, Role.Client),
        [ReportsExport] = new(true, Role.Director, Role.AccountManager, Role.Client),
        [AppointmentsSee] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Client),
        [AppointmentsChange] = new(true, Role.Director, Role.AccountManager, Role.Supervisor),
        [RecordingsPlay] = new(true, Role.Director, Role.AccountManager, Role.Supervisor, Role.Quality),
        [PeopleSee] = new(false, Role.Director, Role.Supervisor),
        [PeopleChange] = new(false, Role.Director),
        [PeopleCertify] = new(false, Role.Director, Role.Supervisor),
        [AuditSee] = new(false, Role.Director),
        [CentreChange] = new(false, Role.Director),
    };
}

/// <summary>Who may do an operation.</summary>
/// <param name="OfClient">It concerns one client's rows: a person bound to clients may do it for those alone.</param>
public sealed record Allowed(bool OfClient, params IReadOnlyList<Role> Roles);
