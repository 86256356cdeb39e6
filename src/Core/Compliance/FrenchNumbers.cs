namespace Plateau.Core.Compliance;

/// <summary>French numbers as the numbering plan writes them: ten digits from 0, or a short number.</summary>
public static class FrenchNumbers
{
    /// <summary>Digits of a full number.</summary>
    public const int Length = 10;

    private static readonly string[] Countries = ["33", "262", "590", "594", "596", "508"];

    /// <summary>The number as it is dialled within France: 0162000001 for +33162000001; foreign numbers keep their plus sign.</summary>
    public static string National(string number)
    {
        // Three rules ask this of each call, and a campaign shows few numbers.
        var known = last;
        if (!ReferenceEquals(known.Number, number)) last = known = new(number, Read(number));
        return known.National;
    }

    private sealed record Known(string Number, string National);

    private static Known last = new("", "");

    private static string Read(string number)
    {
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        var international = number.TrimStart().StartsWith('+');
        if (!international && digits.StartsWith("00", StringComparison.Ordinal)) (international, digits) = (true, digits[2..]);
        if (!international) return digits;
        foreach (var country in Countries)
        {
            if (!digits.StartsWith(country, StringComparison.Ordinal)) continue;
            var rest = digits[country.Length..];
            // A short number has no trunk digit: +33 3615 is 3615.
            return rest.Length == Length - 1 ? "0" + rest : rest;
        }
        return "+" + digits;
    }
}
