using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Plateau.Server.Calendars;

/// <summary>Passwords of calendars and mail servers, sealed as they are kept: whoever has the database alone can't read them.</summary>
public sealed class KeptSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("plateau.calendars");

    public string Seal(string password) => seal.Protect(password);

    /// <returns>Null when there is none, or when the keys under which it was sealed are gone: then it must be entered anew.</returns>
    public string? Open(string? kept)
    {
        try
        {
            return kept is { Length: > 0 } ? seal.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
