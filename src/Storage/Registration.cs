using Microsoft.Extensions.DependencyInjection;
using Plateau.Storage.Appointments;
using Plateau.Storage.Audit;
using Plateau.Storage.Centre;
using Plateau.Storage.Importing;
using Plateau.Storage.Journals;
using Plateau.Storage.People;
using Plateau.Storage.Prospecting;

namespace Plateau.Storage;

/// <summary>Hands an opened store and every door of this room to the program that composes the house.</summary>
public static class Registration
{
    public static IServiceCollection AddPlateauStorage(this IServiceCollection services, Store store) => services
        .AddSingleton(store)
        .AddSingleton<Journal>()
        .AddSingleton<HopperFeed>()
        .AddSingleton<QuotaCounts>()
        .AddSingleton<SegmentColumns>()
        .AddSingleton<CallHistory>()
        .AddSingleton<NumberBook>()
        .AddSingleton<HabitBook>()
        .AddSingleton<StuckProspects>()
        .AddSingleton<ListHealth>()
        .AddSingleton<ListSample>()
        .AddSingleton<ListRates>()
        .AddSingleton<Oppositions>()
        .AddSingleton<NumberStandings>()
        .AddSingleton<LawTables>()
        .AddSingleton<ListImport>()
        .AddSingleton<ImportBatches>()
        .AddSingleton<CentreBook>()
        .AddSingleton<ClientRemoval>()
        .AddSingleton<ProspectBook>()
        .AddSingleton<CustomerBook>()
        .AddSingleton<AnswerBook>()
        .AddSingleton<AttemptLog>()
        .AddSingleton<ExperienceBook>()
        .AddSingleton<CallSearch>()
        .AddSingleton<RecordingLog>()
        .AddSingleton<RetentionBook>()
        .AddSingleton<RecordBook>()
        .AddSingleton<FactSearch>()
        .AddSingleton<StaffBook>()
        .AddSingleton<ApiKeys>()
        .AddSingleton<UserBook>()
        .AddSingleton<SignInLinks>()
        .AddSingleton<AuditLog>()
        .AddSingleton<DocumentBook>()
        .AddSingleton<ConsultantBook>()
        .AddSingleton<AppointmentBook>()
        .AddSingleton<AppointmentLists>().AddSingleton<AppointmentFigures>()
        .AddSingleton<NoticeBook>()
        .AddSingleton<IdempotencyKeys>();
}
