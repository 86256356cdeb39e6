using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Plateau.Core.Clients;

namespace Plateau.Core.Compliance;

/// <summary>The hash of a record on which a call rests, so that whoever holds the record can show that it is still the one that was decided by.</summary>
/// <param name="Of">consent, contract, request or mandate.</param>
/// <param name="Sha256">Of the record's text, as 64 hexadecimal digits.</param>
public sealed record EvidenceHash(string Of, string Reference, string Sha256);

/// <summary>A record behind a call as a text that is always written the same way: anybody counts its hash again with nothing but SHA-256.</summary>
/// <remarks>
/// UTF-8, one line for each thing on file, its name, a colon and a blank before it, each closed by a line feed; what is not on
/// file has no line. Within a value, a backslash, a line feed and a carriage return are written \\, \n and \r. That a consent was
/// taken back is no part of it: the text says how the person said yes.
/// </remarks>
public static class EvidenceText
{
    public const string Kind = "plateau evidence 1", Mandate = "mandate";

    private const string OfPiece = "sha256:";
    private static readonly System.Buffers.SearchValues<char> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>A consent, a contract or a request to be called back.</summary>
    /// <param name="kind">consent, contract or request, as permits name the ground.</param>
    public static string OfGround(string kind, string reference, IReadOnlyList<string> products, Instant at, Instant? until, ConsentEvidence told)
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(told);
        var text = new StringBuilder(Begin(kind, reference), 256);
        Line(text, "at", InstantPattern.ExtendedIso.Format(at));
        if (until is { } end) Line(text, "until", InstantPattern.ExtendedIso.Format(end));
        foreach (var product in products) Line(text, "product", product);
        if (told.Act is { } act) Line(text, "act", act);
        if (told.Statements is { Count: 0 }) Line(text, "told", ConsentEvidence.NoneCell);
        foreach (var statement in told.Statements ?? []) Line(text, "told", statement);
        foreach (var way in told.Channels) Line(text, "way", way);
        if (told.Collector is { } collector) Line(text, "collector", collector);
        if (told.Wording is { } wording) Line(text, "wording", wording);
        return text.ToString();
    }

    /// <summary>A client's mandate to show a number.</summary>
    public static string OfMandate(CallerId number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var text = new StringBuilder(Begin(Mandate, number.Mandate), 256);
        Line(text, "number", number.Number);
        Line(text, "from", LocalDatePattern.Iso.Format(number.From));
        if (number.Until is { } last) Line(text, "until", LocalDatePattern.Iso.Format(last));
        return text.ToString();
    }

    /// <summary>A mandate by its hash, counted once: it is asked for at each call.</summary>
    public static EvidenceHash HashOf(CallerId number) => Mandates.GetValue(number, static number => new(Mandate, number.Mandate, HashOf(OfMandate(number))));

    private static readonly ConditionalWeakTable<CallerId, EvidenceHash> Mandates = [];

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash of the piece of evidence itself (a form, a sound), where the reference of its record names it as <c>sha256:</c> and 64 hexadecimal digits; null where it does not.</summary>
    public static string? PieceOf(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        for (var at = 0; (at = reference.IndexOf(OfPiece, at, StringComparison.Ordinal)) >= 0; at += OfPiece.Length)
        {
            var rest = reference.AsSpan(at + OfPiece.Length);
            var digits = rest.IndexOfAnyExcept(Hexadecimal) is var end and >= 0 ? end : rest.Length;
            if (digits == 64 && (at == 0 || !char.IsAsciiLetterOrDigit(reference[at - 1]))) return rest[..digits].ToString().ToLowerInvariant();
        }
        return null;
    }

    /// <summary>How the text of a record of that kind and reference begins.</summary>
    public static string Begin(string kind, string reference)
    {
        var text = new StringBuilder(128).Append(Kind).Append('\n');
        Line(text, "record", kind);
        Line(text, "reference", reference);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append(": ")
        .Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)).Append('\n');
}
