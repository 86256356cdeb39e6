using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Plateau.Server.Web.Pieces;

/// <summary>A page that is drawn anew when something outside it changes, in its reader's language, one drawing at a time.</summary>
/// <remarks>
/// What changes outside is told on a thread that knows no reader: without their culture every later drawing would be French.
/// A page that can't keep up shows the newest state, not every one in between.
/// </remarks>
public abstract class LiveComponent : ComponentBase
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private int drawing;

    /// <summary>Reads what is to be shown; the drawing follows.</summary>
    protected abstract Task ReadAsync();

    protected override Task OnInitializedAsync() => ReadAsync();

    /// <summary>Asks for a new drawing. Returns at once, on whatever thread.</summary>
    protected void Redraw()
    {
        if (Interlocked.CompareExchange(ref drawing, 1, 0) != 0) return;
        _ = InvokeAsync(DrawAsync);
    }

    private async Task DrawAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        // What is told while this reads asks for the next drawing.
        Volatile.Write(ref drawing, 0);
        await ReadAsync();
        StateHasChanged();
    }
}
