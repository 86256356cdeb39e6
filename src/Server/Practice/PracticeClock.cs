using NodaTime;

namespace Plateau.Server.Practice;

/// <summary>A clock that runs as fast as the wall's, from a moment of its own.</summary>
/// <param name="starts">What it shows when it is made.</param>
internal sealed class PracticeClock(Instant starts) : IClock
{
    private readonly long began = System.Diagnostics.Stopwatch.GetTimestamp();

    public Instant GetCurrentInstant() => starts + Duration.FromTimeSpan(System.Diagnostics.Stopwatch.GetElapsedTime(began));
}
