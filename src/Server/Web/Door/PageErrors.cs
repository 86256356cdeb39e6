using Microsoft.AspNetCore.Http.HttpResults;
using Plateau.Server.People;

namespace Plateau.Server.Web.Door;

/// <summary>A person whose page is not there, or stopped by a mistake of ours, gets a page that says so, in their language.</summary>
internal sealed class PageErrors(RequestDelegate next, ILogger<PageErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!PageRequest.Is(context))
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (ForbiddenException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await ShowAsync<ForbiddenPage>(context, StatusCodes.Status403Forbidden);
            return;
        }
        catch (Exception wrong) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(wrong, "A page failed by a mistake of ours");
            context.Response.Clear();
            await ShowAsync<FailedPage>(context, StatusCodes.Status500InternalServerError);
            return;
        }
        if (context.Response is { StatusCode: StatusCodes.Status403Forbidden, HasStarted: false, ContentLength: null, ContentType: null })
            await ShowAsync<ForbiddenPage>(context, StatusCodes.Status403Forbidden);
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentLength: null, ContentType: null })
            await ShowAsync<NotFoundPage>(context, StatusCodes.Status404NotFound);
    }

    private static Task ShowAsync<TPage>(HttpContext context, int status) =>
        new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Instead)] = typeof(TPage) }) { StatusCode = status }.ExecuteAsync(context);
}
