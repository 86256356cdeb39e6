using Plateau.Core.Interactions;

namespace Plateau.Core.Floors;

/// <summary>What the floor made of a signal: first what is now true, then what to do about it.</summary>
/// <remarks>The lists are the floor's own and hold until the next signal; who needs them longer copies them.</remarks>
public sealed class Reaction
{
    /// <summary>To be written before any instruction is carried out.</summary>
    public List<Fact> Facts { get; } = [];

    /// <summary>To be carried out in this order, after the facts are written.</summary>
    public List<Instruction> Instructions { get; } = [];

    internal void Clear()
    {
        Facts.Clear();
        Instructions.Clear();
    }

    internal void Add(Fact fact) => Facts.Add(fact);
    internal void Add(Instruction instruction) => Instructions.Add(instruction);
}
