using Microsoft.AspNetCore.Localization;

namespace Plateau.Server.Web.Looks;

/// <summary>How a reader has the pages shown, kept in cookies of this browser: theme and density; the language has ASP.NET Core's own cookie.</summary>
/// <param name="Theme">light or dark; null follows the machine.</param>
/// <param name="Density">compact or comfortable.</param>
public sealed record Appearance(string? Theme, string Density)
{
    public const string ThemeCookie = "plateau.theme", DensityCookie = "plateau.density";

    /// <summary>The cookie that holds the language, where the script of the pages writes it.</summary>
    public static string LanguageCookie => CookieRequestCultureProvider.DefaultCookieName;

    public static Appearance Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Appearance(request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null, request.Cookies[DensityCookie] is "comfortable" ? "comfortable" : "compact");
    }
}
