using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Server.Api.Door;
using Scalar.AspNetCore;
using Scope = Plateau.Server.Api.Door.Scope;

namespace Plateau.Server.Api.Description;

/// <summary>The API describes itself: /openapi/v1.json for programs and /scalar for people, both served from here alone.</summary>
internal static class Described
{
    private const string KeyScheme = "key";

    public static IServiceCollection AddPlateauDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Plain(schema, context.JsonTypeInfo.Type));
    });

    public static void MapPlateauDescription(this WebApplication app)
    {
        app.MapOpenApi().ExcludeFromDescription();
        // Fonts come from the reader's own machine: the page asks nothing of anybody else.
        app.MapScalarApiReference("/scalar", options => options.WithTitle("Plateau API").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp()).ExcludeFromDescription();
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Plateau",
            Version = "v1",
            Description = "The working system of an outsourced call centre. Send your key as Authorization: Bearer plateau_…. "
                + "A key has scopes, and may be bound to one client: what is another's does not exist for it (404). "
                + "Errors are application/problem+json (RFC 9457) with reason, place and remedy. Long lists come page by page: hand back next as after. "
                + "A POST may carry an Idempotency-Key: repeated with the same body it is done once and answered alike.",
            License = new OpenApiLicense { Name = "Apache-2.0" },
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = $"A key. Its scopes: {string.Join("; ", Scope.Meanings.Select(pair => $"{pair.Key}: {pair.Value}"))}." };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = ProblemSchema();
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Needs>().FirstOrDefault() is not { } needs) return Task.CompletedTask;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [needs.Scope] }];
        operation.Description = $"{operation.Description} Scope: {needs.Scope}.".TrimStart();
        var writes = !HttpMethods.IsGet(context.Description.HttpMethod ?? "");
        foreach (var (status, meaning, here) in new[]
        {
            ("400", "The request can't be read; the place says where", true),
            ("401", "No key, or one that is unknown or revoked", true),
            ("403", "The key has not the scope", true),
            ("404", "It is not there, or not for this key", true),
            ("409", "It can't be done as things stand", writes),
            ("422", "Understood, and flawed; each flaw has its place and remedy", writes),
            ("429", "Too many requests with this key", true),
            ("503", "Database or switch does not answer; nothing was changed", true),
        })
            if (here) (operation.Responses ??= [])[status] = new OpenApiResponse { Description = meaning, Content = new Dictionary<string, OpenApiMediaType> { [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) } } };
        if (metadata.OfType<BodyExample>().FirstOrDefault() is { } example && operation.RequestBody?.Content is { } content)
            foreach (var (_, media) in content) media.Example = example.Body.DeepClone();
        if (HttpMethods.IsPost(context.Description.HttpMethod ?? ""))
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = Repetitions.Header, In = ParameterLocation.Header, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 }, Description = "Makes a repeated request harmless; a UUID of the sender's." });
        return Task.CompletedTask;
    }

    /// <summary>Ids, moments and durations are texts, each in its own form.</summary>
    private static Task Plain(OpenApiSchema schema, Type asked)
    {
        var type = Nullable.GetUnderlyingType(asked) ?? asked;
        if (type.IsGenericType && type.GetGenericArguments() is [var item] && IsId(item) && schema.Items is null) schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        var isId = IsId(type);
        var (format, example) = type == typeof(Instant) ? ("date-time", "2026-11-23T10:00:00Z") : type == typeof(LocalDate) ? ("date", "2026-11-23") : type == typeof(Duration) ? ("duration-h:mm:ss", "0:00:30") : (null, null);
        if (!isId && format is null) return Task.CompletedTask;
        schema.Type = type == asked ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        schema.Format = format;
        if (example is not null) schema.Examples = [JsonValue.Create(example)];
        return Task.CompletedTask;
    }

    private static bool IsId(Type type) => type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IId<,>));

    private static OpenApiSchema ProblemSchema()
    {
        static OpenApiSchema Text(string meaning) => new() { Type = JsonSchemaType.String, Description = meaning };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("A URN made of the reason"),
                ["title"] = Text("One plain sentence"),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["reason"] = Text("A stable word for programs"),
                ["place"] = Text("What is wrong: a member, a parameter, an id"),
                ["remedy"] = Text("What to do about it"),
                ["flaws"] = new OpenApiSchema { Type = JsonSchemaType.Array, Description = "When there are several", Items = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["place"] = Text("Where"), ["reason"] = Text("Which"), ["remedy"] = Text("What to do") } } },
            },
        };
    }
}
