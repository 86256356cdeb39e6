namespace Plateau.Core.Prospecting;

/// <summary>Draws lots without chance: an id always draws the same, and ids one after the other draw far from each other.</summary>
internal static class Lot
{
    /// <returns>From 0 up to 1, as evenly spread as the ids are many (FNV-1a, stirred once more as MurmurHash3 ends).</returns>
    public static double Of(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in id) hash = unchecked((hash ^ letter) * 1099511628211UL);
        hash = unchecked((hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL);
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}
