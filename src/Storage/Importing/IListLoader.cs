namespace Plateau.Storage.Importing;

/// <summary>Puts slices of a list into the database, each in one short transaction: two answers exist, one per engine.</summary>
internal interface IListLoader : IAsyncDisposable
{
    /// <summary>Loads the slice whole or not at all.</summary>
    /// <returns>The rows whose person was on this list before this import; they are not put on it twice.</returns>
    Task<IReadOnlySet<long>> LoadAsync(Slice slice, CancellationToken cancellation);

    /// <summary>Keeps grounds of people who were loaded before; those of whom nobody is known are let go.</summary>
    Task LoadGroundsAsync(IReadOnlyList<(long Number, GroundLine Ground)> grounds, CancellationToken cancellation);
}

/// <summary>For whom a loader loads.</summary>
internal readonly record struct LoadTarget(string Client, string List, long Batch);
