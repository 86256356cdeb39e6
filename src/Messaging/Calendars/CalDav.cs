using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;

namespace Plateau.Messaging.Calendars;

/// <summary>A calendar that is found on the list of a server.</summary>
public sealed record FoundCalendar(Uri Address, string Name, bool MayWrite);

/// <summary>One entry of a calendar as the server keeps it.</summary>
/// <param name="ETag">Its version: a change names the version that it changes.</param>
public sealed record CalendarEntry(Uri Address, string? ETag, string Text);

/// <summary>Whether a calendar has changed since a mark, and the mark of now.</summary>
/// <param name="Changed">What is new or different, as far as the server tells; nothing tells that nothing changed unless <paramref name="IsChanged"/> is false.</param>
public sealed record CalendarChanges(string Mark, bool IsChanged, IReadOnlyList<Uri> Changed, IReadOnlyList<Uri> Removed);

/// <summary>A calendar on a server, read and written by CalDAV (RFC 4791), over one account.</summary>
public sealed class CalDav(CalendarDoor door, CalendarAccount? account)
{
    private static readonly HttpMethod Propfind = new("PROPFIND"), Report = new("REPORT");
    private static readonly XNamespace D = DavAnswer.D, C = DavAnswer.C, S = DavAnswer.S;
    private static readonly InstantPattern Basic = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The calendars that an address leads to: the calendar itself, those of the account behind it, or those that the host names (RFC 6764, 5 and 6).</summary>
    public async Task<Answer<IReadOnlyList<FoundCalendar>>> DiscoverAsync(Uri address, CancellationToken cancel)
    {
        XName[] wanted = [D + "resourcetype", D + "displayname", D + "current-user-principal", C + "calendar-home-set", D + "current-user-privilege-set", C + "supported-calendar-component-set"];
        CalendarTrouble? first = null;
        foreach (var start in new[] { address, new Uri(address, "/.well-known/caldav"), new Uri(address, "/") }.Distinct())
        {
            var asked = await PropertiesAsync(start, 0, cancel, wanted).ConfigureAwait(false);
            first ??= asked.Trouble;
            if (asked.Trouble is { Kind: CalendarTroubleKind.Unauthorised or CalendarTroubleKind.Unreachable or CalendarTroubleKind.Private or CalendarTroubleKind.Plain or CalendarTroubleKind.Slow or CalendarTroubleKind.Address } sure) return sure;
            if (asked.Value?.All is not [var self, ..]) continue;
            if (self.Is(C + "calendar")) return new Answer<IReadOnlyList<FoundCalendar>>([Found(self)], null);
            if (await HomeAsync(self, cancel).ConfigureAwait(false) is not { } home) continue;
            var listed = await PropertiesAsync(home, 1, cancel, wanted).ConfigureAwait(false);
            return listed.Trouble is { } trouble ? trouble : new Answer<IReadOnlyList<FoundCalendar>>([.. listed.Value!.All.Where(each => each.Is(C + "calendar") && HoldsEvents(each)).Select(Found)], null);
        }
        return first ?? new CalendarTrouble(CalendarTroubleKind.NotCalendar, CalendarDoor.Place(address));
    }

    /// <summary>What changed since that mark: by the collection's sync token (RFC 6578), else by its ctag, else by the versions of all its entries.</summary>
    /// <param name="mark">Of the last time; null asks for everything.</param>
    public async Task<Answer<CalendarChanges>> ChangesAsync(Uri calendar, string? mark, CancellationToken cancel)
    {
        var token = mark is ['t', ':', ..] ? mark[2..] : null;
        var asked = await ReportAsync(calendar, 1, new(D + "sync-collection", new XElement(D + "sync-token", token), new XElement(D + "sync-level", "1"), new XElement(D + "prop", new XElement(D + "getetag"))), cancel).ConfigureAwait(false);
        if (asked.Trouble is { Kind: CalendarTroubleKind.Refused or CalendarTroubleKind.Unauthorised or CalendarTroubleKind.Meanwhile } && token is not null)
            return await ChangesAsync(calendar, null, cancel).ConfigureAwait(false); // The token has grown too old (RFC 6578, 3.2): everything anew.
        if (asked.Value?.SyncToken is { Length: > 0 } now)
        {
            var own = asked.Value.All.Where(each => each.Address != calendar).ToList();
            return new CalendarChanges($"t:{now}", token is null || own.Count > 0, [.. own.Where(each => !each.IsGone).Select(each => each.Address)], [.. own.Where(each => each.IsGone).Select(each => each.Address)]);
        }
        if (asked.Trouble is { Kind: not (CalendarTroubleKind.Refused or CalendarTroubleKind.Unauthorised or CalendarTroubleKind.NotCalendar) } trouble) return trouble;
        return await ByVersionsAsync(calendar, mark, cancel).ConfigureAwait(false);
    }

    /// <summary>The entries that touch a span; one that repeats comes once, with its rule.</summary>
    public async Task<Answer<IReadOnlyList<CalendarEntry>>> EntriesAsync(Uri calendar, Instant from, Instant until, CancellationToken cancel)
    {
        var asked = await ReportAsync(calendar, 1, new(C + "calendar-query",
            new XElement(D + "prop", new XElement(D + "getetag"), new XElement(C + "calendar-data")),
            new XElement(C + "filter", new XElement(C + "comp-filter", new XAttribute("name", "VCALENDAR"), new XElement(C + "comp-filter", new XAttribute("name", "VEVENT"),
                new XElement(C + "time-range", new XAttribute("start", Basic.Format(from)), new XAttribute("end", Basic.Format(until))))))), cancel).ConfigureAwait(false);
        return asked.Trouble is { } trouble ? trouble : new Answer<IReadOnlyList<CalendarEntry>>(
            [.. asked.Value!.All.Where(each => each.Text(C + "calendar-data") is not null).Select(each => new CalendarEntry(each.Address, each.Text(D + "getetag"), each.Text(C + "calendar-data")!))], null);
    }

    /// <summary>One entry as it is now; trouble of kind NotFound when it is gone.</summary>
    public async Task<Answer<CalendarEntry>> FindAsync(Uri entry, CancellationToken cancel)
    {
        var asked = await door.AskAsync(new(HttpMethod.Get, entry, account), cancel).ConfigureAwait(false);
        if (asked.Trouble is { } trouble) return trouble;
        var page = asked.Value!;
        return page.Status == HttpStatusCode.OK ? new CalendarEntry(entry, page.ETag, page.Text) : Refused(page.Status, entry);
    }

    /// <summary>Writes an entry: a new one never over another's, a known one only over the version that is known.</summary>
    /// <param name="version">The ETag that the entry must still have; null when there must be none yet.</param>
    /// <returns>Its new version, empty when the server tells none; trouble of kind Meanwhile when somebody was faster.</returns>
    public async Task<Answer<string>> WriteAsync(Uri entry, string text, string? version, CancellationToken cancel)
    {
        var asked = await door.AskAsync(new(HttpMethod.Put, entry, account, text, "text/calendar") { Headers = [version is null ? ("If-None-Match", "*") : ("If-Match", version)] }, cancel).ConfigureAwait(false);
        if (asked.Trouble is { } trouble) return trouble;
        if ((int)asked.Value!.Status is not (200 or 201 or 204)) return Refused(asked.Value.Status, entry);
        if (asked.Value.ETag is { } tag) return tag;
        var found = await FindAsync(entry, cancel).ConfigureAwait(false);
        return found.Value?.ETag ?? "";
    }

    /// <summary>Takes an entry away; one that is gone already is no trouble.</summary>
    /// <param name="version">The ETag that the entry must still have; null takes away whatever there is.</param>
    public async Task<CalendarTrouble?> RemoveAsync(Uri entry, string? version, CancellationToken cancel)
    {
        var asked = await door.AskAsync(new(HttpMethod.Delete, entry, account) { Headers = version is null ? [] : [("If-Match", version)] }, cancel).ConfigureAwait(false);
        return asked.Trouble ?? ((int)asked.Value!.Status is 200 or 202 or 204 or 404 or 410 ? null : Refused(asked.Value.Status, entry));
    }

    internal static CalendarTrouble Refused(HttpStatusCode status, Uri address) => new((int)status switch
    {
        401 or 403 => CalendarTroubleKind.Unauthorised,
        404 or 410 => CalendarTroubleKind.NotFound,
        409 or 412 => CalendarTroubleKind.Meanwhile,
        413 or 507 => CalendarTroubleKind.TooLarge,
        _ => CalendarTroubleKind.Refused,
    }, CalendarDoor.Place(address), ((int)status).ToString(CultureInfo.InvariantCulture));

    private async Task<Answer<CalendarChanges>> ByVersionsAsync(Uri calendar, string? mark, CancellationToken cancel)
    {
        var asked = await PropertiesAsync(calendar, 0, cancel, S + "getctag").ConfigureAwait(false);
        if (asked.Trouble is { } trouble) return trouble;
        if (asked.Value!.All.Select(each => each.Text(S + "getctag")).FirstOrDefault(tag => tag is not null) is { } ctag)
            return new CalendarChanges($"c:{ctag}", mark != $"c:{ctag}", [], []);
        var listed = await PropertiesAsync(calendar, 1, cancel, D + "getetag").ConfigureAwait(false);
        if (listed.Trouble is { } second) return second;
        var all = string.Join('\n', listed.Value!.All.Where(each => each.Address != calendar).Select(each => $"{each.Address} {each.Text(D + "getetag")}").Order(StringComparer.Ordinal));
        var now = $"e:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}";
        return new CalendarChanges(now, mark != now, [], []);
    }

    private async Task<Uri?> HomeAsync(DavAnswer.Told self, CancellationToken cancel)
    {
        if (Inside(self, C + "calendar-home-set") is { } home) return home;
        if (Inside(self, D + "current-user-principal") is not { } principal) return null;
        var asked = await PropertiesAsync(principal, 0, cancel, C + "calendar-home-set").ConfigureAwait(false);
        return asked.Value?.All.Select(each => Inside(each, C + "calendar-home-set")).FirstOrDefault(found => found is not null);
    }

    private static Uri? Inside(DavAnswer.Told told, XName property) =>
        told.Find(property)?.Element(D + "href")?.Value.Trim() is { Length: > 0 } href && Uri.TryCreate(told.Address, href, out var address) ? address : null;

    private static FoundCalendar Found(DavAnswer.Told told) => new(told.Address, told.Text(D + "displayname") ?? Uri.UnescapeDataString(told.Address.Segments[^1].Trim('/')),
        told.Find(D + "current-user-privilege-set") is not { } privileges || privileges.Descendants().Any(each => each.Name == D + "write" || each.Name == D + "write-content" || each.Name == D + "all"));

    private static bool HoldsEvents(DavAnswer.Told told) =>
        told.Find(C + "supported-calendar-component-set") is not { } kinds || kinds.Elements(C + "comp").Any(kind => (string?)kind.Attribute("name") == "VEVENT");

    private Task<Answer<DavAnswer>> PropertiesAsync(Uri address, int depth, CancellationToken cancel, params XName[] names) =>
        DavAsync(Propfind, address, depth, new(D + "propfind", new XElement(D + "prop", names.Select(name => new XElement(name)))), cancel);

    private Task<Answer<DavAnswer>> ReportAsync(Uri address, int depth, XElement question, CancellationToken cancel) => DavAsync(Report, address, depth, question, cancel);

    private async Task<Answer<DavAnswer>> DavAsync(HttpMethod method, Uri address, int depth, XElement question, CancellationToken cancel)
    {
        var asked = await door.AskAsync(new(method, address, account, DavAnswer.Write(question)) { Headers = [("Depth", depth.ToString(CultureInfo.InvariantCulture))] }, cancel).ConfigureAwait(false);
        if (asked.Trouble is { } trouble) return trouble;
        var page = asked.Value!;
        if ((int)page.Status != 207) return (int)page.Status < 300 ? new CalendarTrouble(CalendarTroubleKind.NotCalendar, CalendarDoor.Place(page.From), ((int)page.Status).ToString(CultureInfo.InvariantCulture)) : Refused(page.Status, page.From);
        return DavAnswer.Read(page.Text, page.From) is { } read ? read : new CalendarTrouble(CalendarTroubleKind.NotCalendar, CalendarDoor.Place(page.From), "multistatus");
    }
}
