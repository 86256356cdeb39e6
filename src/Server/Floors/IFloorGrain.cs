namespace Plateau.Server.Floors;

/// <summary>A floor's address in the cluster: one grain per floor, and one thread of thought in it.</summary>
public interface IFloorGrain : IGrainWithStringKey
{
    /// <summary>Takes signals in their order. When this returns, their facts are written and their instructions are on their way.</summary>
    /// <param name="signals">As SignalJson writes them.</param>
    /// <returns>What the floor could not take as it stood, as JSON; an empty array when nothing.</returns>
    /// <exception cref="JournalIsAwayException">Nothing was written and nothing has left; tell it again later.</exception>
    [return: Immutable]
    Task<byte[]> Take([Immutable] byte[] signals);

    /// <summary>The floor as it stands, as JSON of <see cref="FloorView"/>.</summary>
    [return: Immutable]
    Task<byte[]> Look();

    /// <summary>The callbacks that an agent has promised or may make, the next first, as JSON of <see cref="Plateau.Core.Prospecting.Callback"/>.</summary>
    [return: Immutable]
    Task<byte[]> Promised(string agent, int most);
}

/// <summary>The journal could not be written or read. The floor stands still until it can.</summary>
[GenerateSerializer]
public sealed class JournalIsAwayException : Exception
{
    public JournalIsAwayException() { }
    public JournalIsAwayException(string message) : base(message) { }
    public JournalIsAwayException(string message, Exception inner) : base(message, inner) { }
}
