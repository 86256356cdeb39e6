namespace Plateau.Core.People;

/// <summary>What an agent is doing, in the words of the floor.</summary>
public enum AgentState
{
    LoggedOut,
    /// <summary>Waiting for work: the time that must not be wasted.</summary>
    Ready,
    /// <summary>Work stands before them and waits for their yes.</summary>
    Offered,
    /// <summary>Speaking, or on hold with somebody.</summary>
    Engaged,
    /// <summary>Writing down what came of it.</summary>
    WrapUp,
    /// <summary>Not to be given work, for a stated reason.</summary>
    Away,
}
