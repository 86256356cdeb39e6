using System.Xml;
using System.Xml.Linq;

namespace Plateau.Messaging.Calendars;

/// <summary>A multistatus of WebDAV (RFC 4918, 13): what is told of each address, property by property.</summary>
internal sealed class DavAnswer
{
    public static readonly XNamespace D = "DAV:", C = "urn:ietf:params:xml:ns:caldav", S = "http://calendarserver.org/ns/";

    /// <param name="IsGone">The server knows no such thing any more (404 for the whole of it).</param>
    public sealed record Told(Uri Address, bool IsGone, IReadOnlyList<XElement> Properties)
    {
        public XElement? Find(XName name) => Properties.FirstOrDefault(property => property.Name == name);
        public string? Text(XName name) => Find(name)?.Value is { Length: > 0 } text ? text : null;
        public bool Is(XName type) => Find(D + "resourcetype")?.Element(type) is not null;
    }

    public required IReadOnlyList<Told> All { get; init; }

    /// <summary>The collection's mark of this moment (RFC 6578).</summary>
    public string? SyncToken { get; init; }

    /// <summary>Null when the text is no multistatus.</summary>
    public static DavAnswer? Read(string text, Uri from)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root is { } root && root.Name == D + "multistatus"
                ? new DavAnswer { All = [.. root.Elements(D + "response").Select(each => Of(each, from)).OfType<Told>()], SyncToken = root.Element(D + "sync-token")?.Value.Trim() } : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static string Write(XElement root) => new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement(root.Name,
        new XAttribute(XNamespace.Xmlns + "d", D), new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "s", S), root.Attributes(), root.Nodes()).ToString(SaveOptions.DisableFormatting);

    private static Told? Of(XElement response, Uri from) =>
        response.Element(D + "href")?.Value.Trim() is { Length: > 0 } href && Uri.TryCreate(from, href, out var address)
            ? new(address, IsStatus(response.Element(D + "status"), "404"), [.. response.Elements(D + "propstat").Where(part => IsStatus(part.Element(D + "status"), "200")).SelectMany(part => part.Element(D + "prop")?.Elements() ?? [])])
            : null;

    private static bool IsStatus(XElement? status, string code) => status?.Value.Split(' ') is [_, var told, ..] && told == code;
}
