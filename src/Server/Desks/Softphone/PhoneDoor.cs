using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Floors;
using Plateau.Core.Interactions;
using Plateau.Core.People;
using Plateau.Core.Prospecting;
using Plateau.Server.Floors;
using Plateau.Server.People.Door;
using Plateau.Server.Telephony;
using Plateau.Storage.People;

namespace Plateau.Server.Desks.Softphone;

/// <summary>What the page of the telephone asks: an account of this session, its way to the switch, the desk as it stands, and the acts of the call bar.</summary>
internal static class PhoneDoor
{
    /// <summary>The header that our own page alone sends; a form of another origin can't.</summary>
    public const string OwnPage = "X-Plateau-Desk";

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(3);

    /// <summary>What a telephone needs to register; given to its owner, kept nowhere in the page's address or storage.</summary>
    internal sealed record Account(AgentId Agent, string User, string Password, string Realm, string Socket);

    /// <summary>An act of the call bar. Its attempt is named, so that one about a call that is over can't meet the next.</summary>
    internal sealed record Act(string Kind, AttemptId? Attempt = null, bool Held = false, string? Keys = null, AgentId? Colleague = null, string? Reason = null);

    public static IServiceCollection AddSoftphone(this IServiceCollection services) => services.AddSingleton<PhoneRelay>().AddSingleton<IPhoneOwner, SessionPhoneOwner>();

    public static void MapSoftphone(this WebApplication app)
    {
        var phone = app.MapGroup("/phone").ExcludeFromDescription();
        app.MapGet("/desk", OpenAsync).ExcludeFromDescription();
        phone.MapPost("/account", MakeAsync);
        phone.MapGet("/line", LineAsync);
        phone.MapGet("/desk", WatchAsync);
        phone.MapPost("/act", ActAsync);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, CancellationToken cancel) =>
        await OwnerAsync(context, cancel) is null ? Results.LocalRedirect("/sign-in?to=%2Fdesk")
            : new RazorComponentResult<ShellPage>(new { Inner = People.Person.Of(context.User) is { HasDesk: false } ? "/board" : "/desk/work" });

    private static async Task<IResult> MakeAsync(HttpContext context, SwitchService telephony, CancellationToken cancel)
    {
        if (await OwnerAsync(context, cancel) is not { } agent) return Results.Unauthorized();
        if (!context.Request.Headers.ContainsKey(OwnPage)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        context.Response.Headers.CacheControl = "no-store";
        return await telephony.ServeBrowserAsync(agent, cancel) is { } made
            ? Results.Json(new Account(agent, made.Name, made.Password, "asterisk", "/phone/line"), FactJson.Options)
            : Results.Problem(title: "switch-away", detail: telephony.Trouble, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task LineAsync(HttpContext context, PhoneRelay relay, CancellationToken cancel)
    {
        if (!context.WebSockets.IsWebSocketRequest) context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        else if (!IsOwnOrigin(context.Request)) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (await OwnerAsync(context, cancel) is not { } agent) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else await relay.RunAsync(context, agent, async again => await OwnerAsync(context, again) == agent);
    }

    /// <summary>The desk as it stands, now and at every change, as events of text/event-stream.</summary>
    private static async Task WatchAsync(HttpContext context, FloorWatch floor, Sessions sessions, IClock clock, CancellationToken cancel)
    {
        if (await OwnerAsync(context, cancel) is not { } agent)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Wake() => wanted.Writer.TryWrite(true);
        var asksAgain = false;
        void Ended(UserId user) => (asksAgain, _) = (true, wanted.Writer.TryWrite(true));
        floor.Looked += Wake;
        void Left(string entry) => (asksAgain, _) = (true, wanted.Writer.TryWrite(true));
        sessions.Ended += Ended;
        sessions.Left += Left;
        var last = "";
        try
        {
            while (true)
            {
                if (asksAgain)
                {
                    asksAgain = false;
                    // A session that has ended hears nothing more of the floor.
                    if (await OwnerAsync(context, cancel) != agent) return;
                }
                if (DeskOf(floor, agent) is { } desk && desk != last) await SayAsync(context, $"data: {{\"now\":\"{InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant())}\",\"desk\":{last = desk}}}\n\n", cancel);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                pause.CancelAfter(SignOfLife);
                try
                {
                    await wanted.Reader.ReadAsync(pause.Token);
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    // A sign of life, so that the page knows a quiet floor from a dead line.
                    if (floor.BlindSince is null) await SayAsync(context, "event: life\ndata: \n\n", cancel);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            floor.Looked -= Wake;
            sessions.Ended -= Ended;
            sessions.Left -= Left;
        }
    }

    /// <summary>Null while the floor can't be seen: the page then says that it is old.</summary>
    private static string? DeskOf(FloorWatch floor, AgentId agent)
    {
        if (floor.BlindSince is not null || floor.View is not { } view) return null;
        var desk = view.Desks.FirstOrDefault(one => one.Agent == agent)?.ForItsAgent() ?? DeskView.Absent(agent, Instant.MinValue);
        return JsonSerializer.Serialize(desk, FactJson.Options);
    }

    private static async Task SayAsync(HttpContext context, string what, CancellationToken cancel)
    {
        await context.Response.WriteAsync(what, cancel);
        await context.Response.Body.FlushAsync(cancel);
    }

    private static async Task<IResult> ActAsync(HttpContext context, FloorLine line, IClock clock, CancellationToken cancel)
    {
        if (await OwnerAsync(context, cancel) is not { } agent) return Results.Unauthorized();
        if (!context.Request.Headers.ContainsKey(OwnPage)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        Act? act;
        try
        {
            act = await JsonSerializer.DeserializeAsync<Act>(context.Request.Body, FactJson.Options, cancel);
        }
        catch (JsonException)
        {
            act = null;
        }
        if (act is null || SignalOf(act, agent, clock.GetCurrentInstant()) is not { } signal) return Results.BadRequest();
        return Results.Json(await line.AskAsync(signal), FactJson.Options);
    }

    private static Signal? SignalOf(Act act, AgentId agent, Instant at) => (act.Kind, act.Attempt) switch
    {
        ("ready", _) => new DeskBecameReady(at, agent),
        ("away", _) when act.Reason is { Length: > 0 } reason => new DeskWentAway(at, agent, reason),
        ("release", { } attempt) => new DeskReleased(at, attempt, agent),
        ("hold", { } attempt) => new DeskHeld(at, attempt, agent, act.Held),
        ("keys", { } attempt) when act.Keys is { } keys => new DeskKeyed(at, attempt, agent, keys),
        ("consult", { } attempt) when act.Colleague is { } colleague => new DeskConsulted(at, attempt, agent, colleague),
        ("take-back", { } attempt) => new DeskTookBack(at, attempt, agent),
        ("transfer", { } attempt) => new DeskTransferred(at, attempt, agent, act.Colleague),
        _ => null,
    };

    private static async ValueTask<AgentId?> OwnerAsync(HttpContext context, CancellationToken cancel) =>
        context.RequestServices.GetService<IPhoneOwner>() is { } owner ? await owner.OwnerAsync(context, cancel) : null;

    /// <summary>A browser always says whose page opens a socket; a page of another origin must not use our session.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, new Uri($"{request.Scheme}://{request.Host.Value}").Authority, StringComparison.OrdinalIgnoreCase);
}
