using NodaTime;

namespace Plateau.Storage;

/// <summary>An instant as both databases keep it: ticks of 100 nanoseconds since 1970, a whole number that sorts as time does.</summary>
internal static class StoredInstant
{
    public static long Of(Instant at) => at.ToUnixTimeTicks();

    public static long? Of(Instant? at) => at?.ToUnixTimeTicks();

    public static Instant Read(long ticks) => Instant.FromUnixTimeTicks(ticks);

    public static Instant? Read(long? ticks) => ticks is { } told ? Instant.FromUnixTimeTicks(told) : null;
}
