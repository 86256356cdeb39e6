using System.Globalization;
using System.Net;

namespace Plateau.Messaging.Calendars;

/// <summary>A calendar that is only read: a file on the web (an ICS feed), fetched again when it has changed.</summary>
public sealed class CalendarFeed(CalendarDoor door)
{
    /// <summary>What came, and what to say next time so that nothing comes when nothing changed.</summary>
    /// <param name="Text">Null when it has not changed since that mark.</param>
    /// <param name="Mark">The feed's own mark of this version; null when it gives none.</param>
    public sealed record Fetched(string? Text, string? Mark);

    /// <param name="mark">Of the last time; null fetches whatever there is.</param>
    public async Task<Answer<Fetched>> FetchAsync(Uri address, string? mark, CancellationToken cancel)
    {
        var https = address is { IsAbsoluteUri: true, Scheme: "webcal" or "webcals" } ? new UriBuilder(address) { Scheme = "https", Port = address.IsDefaultPort ? 443 : address.Port }.Uri : address;
        var asked = await door.AskAsync(new(HttpMethod.Get, https) { Headers = [("Accept", "text/calendar, */*;q=0.1"), .. Conditions(mark)] }, cancel).ConfigureAwait(false);
        if (asked.Trouble is { } trouble) return trouble;
        var page = asked.Value!;
        return page.Status switch
        {
            HttpStatusCode.NotModified => new Fetched(null, mark),
            HttpStatusCode.OK => new Fetched(page.Text, page.ETag is { } tag ? $"etag {tag}" : page.Modified is { } at ? $"date {at.ToString("R", CultureInfo.InvariantCulture)}" : null),
            var status => CalDav.Refused(status, address),
        };
    }

    private static IEnumerable<(string, string)> Conditions(string? mark) => mark?.Split(' ', 2) switch
    {
        ["etag", var tag] => [("If-None-Match", tag)],
        ["date", var date] => [("If-Modified-Since", date)],
        _ => [],
    };
}
