using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Plateau.Simulation;

namespace Plateau.Server.Practice;

/// <summary>The people of a practice: each with a number kept for fiction, most of them to be called, some not.</summary>
/// <remarks>
/// Numbers are of the range +33 1 99 00, which the French regulator keeps for films (ARCEP, décision 2018-0881); the last two
/// digits decide on the practice line what happens. The same seed invents the same people.
/// </remarks>
internal sealed class PracticeList(int count, long seed, Instant start)
{
    public const string Product = "practice";

    /// <summary>Who somebody is, as far as a practice needs to know.</summary>
    public enum Kind { Callable, WithoutConsent, Opposed, CalledFourTimes, NoonInReunion }

    public int Count => count;

    /// <summary>The n-th person's number, from 0. Endings are mixed, so that a short list meets all sorts of people too.</summary>
    public static string NumberOf(int index)
    {
        var mixed = index / 100 * 100 + index * 37 % 100;
        return string.Create(CultureInfo.InvariantCulture, $"+33{(index < 10_000 ? 199_000_000L : 261_910_000L - 10_000) + mixed:000000000}");
    }

    /// <summary>The first five of a list are one of each, so that even a small practice shows every refusal; after them the seed decides.</summary>
    public Kind KindOf(int index) => index < 5 && count >= 10
        ? (Kind)(4 - index)
        : new Chance(seed, "practice-person", index).Below(100) switch
        {
            < 5 => Kind.WithoutConsent,
            < 9 => Kind.Opposed,
            < 13 => Kind.CalledFourTimes,
            < 17 => Kind.NoonInReunion,
            _ => Kind.Callable,
        };

    /// <summary>When the client called the n-th person before, in another centre; empty for most.</summary>
    public IReadOnlyList<Instant> EarlierAttempts(int index) => KindOf(index) == Kind.CalledFourTimes
        ? [.. Enumerable.Range(1, 4).Select(days => start - Duration.FromDays(days * 3))]
        : [];

    /// <summary>The list as a client would send it: semicolons, French headers.</summary>
    public byte[] File()
    {
        var text = new StringBuilder("nom;telephone;fuseau;consentement_date;consentement_preuve;produits\n");
        var collected = LocalDatePattern.Iso.Format((start - Duration.FromDays(30)).InUtc().Date);
        for (var index = 0; index < count; index++)
        {
            var kind = KindOf(index);
            var zone = kind == Kind.NoonInReunion ? "Indian/Reunion" : "Europe/Paris";
            var proof = kind == Kind.WithoutConsent ? ";" : string.Create(CultureInfo.InvariantCulture, $"{collected};PRACTICE-{index}");
            text.Append(CultureInfo.InvariantCulture, $"Practice person {index};{NumberOf(index)};{zone};{proof};{Product}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
