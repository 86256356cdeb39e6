using System.Text.Json;
using NodaTime;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Storage.Audit;

namespace Plateau.Server.People;

/// <summary>Writes down who did what to what: every operation that changes something, every refusal, every sign-in.</summary>
/// <remarks>Ids only, never a name or a number of a person: the log is exported and outlives an erasure.</remarks>
public sealed class Audited(AuditLog log, IClock clock)
{
    public const string Done = "done", Refused = "refused", Failed = "failed";

    /// <summary>Who did what the program does by itself.</summary>
    public const string Program = "plateau";

    public Task DoneAsync(string who, string act, string subject, ClientId? client = null, object? detail = null) => WriteAsync(who, act, subject, client, Done, detail);

    public Task RefusedAsync(string who, string act, string subject, ClientId? client = null, object? detail = null) => WriteAsync(who, act, subject, client, Refused, detail);

    public Task FailedAsync(string who, string act, string subject, ClientId? client = null, object? detail = null) => WriteAsync(who, act, subject, client, Failed, detail);

    private Task WriteAsync(string who, string act, string subject, ClientId? client, string outcome, object? detail) =>
        log.WriteAsync(clock.GetCurrentInstant(), who, act, subject, client, outcome, detail is null ? "{}" : JsonSerializer.Serialize(detail, FactJson.Options));
}
