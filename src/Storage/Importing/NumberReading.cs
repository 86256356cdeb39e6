using System.Globalization;
using PhoneNumbers;
using Plateau.Core.Interactions;

namespace Plateau.Storage.Importing;

/// <summary>A number as it is dialled anywhere, or the reason why the text is none.</summary>
/// <param name="Number">E.164 without its plus sign; 0 when there is a fault.</param>
/// <param name="Region">ISO 3166-1 region that the number belongs to.</param>
/// <param name="Fault">A code of the error file; null when the number is good.</param>
internal readonly record struct NumberVerdict(long Number, string Region, string? Fault);

/// <summary>
/// Turns what people type as a telephone number into E.164, by libphonenumber. Nine numbers in ten of a French
/// list are plain French ones: those take a short cut whose answers are the library's own (a property test holds
/// the two together).
/// </summary>
internal static class NumberReading
{
    private const int LongestText = 64;
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public static NumberVerdict Read(string text, string region)
    {
        if (FrenchShortCut(text, region) is var number and > 0)
            return new NumberVerdict(number, "FR", null);
        return ReadByLibrary(text, region);
    }

    public static NumberVerdict ReadByLibrary(string text, string region)
    {
        if (Fault(text) is { } fault)
            return new NumberVerdict(0, "", fault);
        PhoneNumber parsed;
        try
        {
            parsed = Library.Parse(text, region);
        }
        catch (NumberParseException wrong)
        {
            return new NumberVerdict(0, "", wrong.ErrorType switch
            {
                ErrorType.INVALID_COUNTRY_CODE => "phone-country-code",
                ErrorType.TOO_LONG => "phone-too-long",
                ErrorType.TOO_SHORT_AFTER_IDD or ErrorType.TOO_SHORT_NSN => "phone-too-short",
                _ => "phone-unreadable",
            });
        }

        if (!Library.IsValidNumber(parsed))
        {
            return new NumberVerdict(0, "", Library.IsPossibleNumberWithReason(parsed) switch
            {
                PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => "phone-too-short",
                PhoneNumberUtil.ValidationResult.TOO_LONG => "phone-too-long",
                _ => "phone-not-assigned",
            });
        }

        // A list that makes us dial an expensive number is a mistake or a fraud; either way nobody lives there.
        if (Library.GetNumberType(parsed) is PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST)
            return new NumberVerdict(0, "", "phone-premium");
        var e164 = long.Parse(Library.Format(parsed, PhoneNumberFormat.E164).AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        return new NumberVerdict(e164, Library.GetRegionCodeForNumber(parsed) ?? "", null);
    }

    /// <summary>What sort of line it is, as the numbering plan tells: the number of a <c>NumberKind</c>.</summary>
    public static short KindOf(long number) => (short)(Library.GetNumberType(Library.Parse($"+{number}", null)) switch
    {
        PhoneNumberType.MOBILE => NumberKind.Mobile,
        PhoneNumberType.FIXED_LINE or PhoneNumberType.VOIP => NumberKind.Fixed,
        _ => NumberKind.Unknown,
    });

    /// <summary>ISO 3166-1 region that a number belongs to; empty when it belongs to none.</summary>
    /// <param name="number">E.164 without its plus sign.</param>
    public static string RegionOf(long number) => Library.GetRegionCodeForNumber(Library.Parse($"+{number}", null)) ?? "";

    /// <summary>What is wrong with the text itself, before any library is asked.</summary>
    private static string? Fault(string text)
    {
        int digits = 0, zeros = 0;
        foreach (var sign in text)
        {
            if (char.IsDigit(sign))
            {
                digits++;
                zeros += CharUnicodeInfo.GetDecimalDigitValue(sign) == 0 ? 1 : 0;
            }
            else if (char.IsLetter(sign))
            {
                return "phone-letters";
            }
        }

        return digits == 0 ? (string.IsNullOrWhiteSpace(text) ? "phone-missing" : "phone-unreadable")
            : zeros == digits ? "phone-zeros"
            : text.Length > LongestText ? "phone-too-long"
            : null;
    }

    /// <summary>06 12 34 56 78, +33 6 12 34 56 78 and 0033612345678 with spaces, dots or hyphens; 0 for anything else.</summary>
    private static long FrenchShortCut(string text, string region)
    {
        if (text.Length > 24)
            return 0;
        Span<char> digits = stackalloc char[24];
        var count = 0;
        var plus = false;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (char.IsAsciiDigit(sign))
                digits[count++] = sign;
            else if (sign == '+' && at == 0)
                plus = true;
            else if (sign is not (' ' or '.' or '-'))
                return 0;
        }

        ReadOnlySpan<char> number = digits[..count];
        if (plus)
            number = number.StartsWith("33") ? number[2..] : [];
        else if (region == "FR" && number.StartsWith("0033"))
            number = number[4..];
        else if (region == "FR" && number.Length == 10 && number[0] == '0')
            number = number[1..];
        else
            return 0;
        return number.Length == 9 && Assigned(number) ? 33_000_000_000 + long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The ranges of the French plan that are assigned as a whole, as the library's data have them; the rest goes the long way.</summary>
    private static bool Assigned(ReadOnlySpan<char> number) => (number[0], number[1], number[2]) switch
    {
        ('1' or '3', _, _) => true,
        ('2', '0' or '2' or '3' or '4' or '5' or '7' or '8' or '9', _) => true,
        ('4', >= '1', _) => true,
        ('5', <= '8' and not '9', _) => true,
        ('6', not ('3' or '9'), _) => true,
        ('6', '3', <= '8') => true,
        ('7', >= '3', _) => true,
        _ => false,
    };

    /// <summary>The remedy that goes with a fault, for the person who mends the file.</summary>
    public static string Remedy(string fault, string region) => fault switch
    {
        "phone-missing" => "Enter a telephone number or remove the row.",
        "phone-letters" => "Write digits only. If it reads like 3,36E+10, format the column as text in the spreadsheet and save again.",
        "phone-zeros" => "The number is all zeros: enter the real one or remove the row.",
        "phone-country-code" => "No country has this code: write the number as +33612345678.",
        "phone-too-long" => $"Too many digits for {region}: check the number, or write it with its country code (+33...).",
        "phone-too-short" => $"Too few digits for {region}: a leading zero or a digit may be missing.",
        "phone-premium" => "Premium-rate numbers are never dialled: enter the person's own number.",
        "phone-not-assigned" => $"No such number exists in {region}: check it, or write it with its country code (+33...).",
        _ => "This is not a telephone number: write it as 06 12 34 56 78 or +33612345678.",
    };
}
