using System.Text.Json;
using Plateau.Server.People;
using Plateau.Storage.Audit;

namespace Plateau.Server.Audits;

/// <summary>The whole audit log as JSON lines, for whoever keeps it elsewhere: with the hashes, so that it can be proven there too.</summary>
internal static class AuditExport
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web);

    public static void Map(WebApplication app) => app.MapGet("/audit/export", async (HttpContext context, Permissions permissions, Audited audited, AuditLog log) =>
    {
        var person = await permissions.RequireAsync(Operation.AuditSee, "audit:export");
        await audited.DoneAsync(person.Who, Operation.AuditSee, "audit:export");
        context.Response.ContentType = "application/x-ndjson";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"plateau-audit.jsonl\"";
        await foreach (var entry in log.AllAsync(context.RequestAborted))
            await context.Response.WriteAsync(Line(entry) + "\n", context.RequestAborted);
    }).RequireAuthorization(RequiresAttribute.Prefix + Operation.AuditSee).ExcludeFromDescription();

    public static string Line(AuditEntry entry) => JsonSerializer.Serialize(entry, Shape);

    public static string Line(AuditProof proof) => JsonSerializer.Serialize(proof, Shape);
}
