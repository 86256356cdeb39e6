using Plateau.Core.Interactions;

namespace Plateau.Core.Floors;

/// <summary>What the floor made of a signal: first what is now true, then what to do about it.</summary>
/// <remarks>The lists are the floor's own and hold until the next signal; who needs them longer copies them.</remarks>
public sealed class Reaction
{
    private readonly List<Fact> facts = [];
    private readonly List<Instruction> instructions = [];

    /// <summary>To be written before any instruction is carried out.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>To be carried out in this order, after the facts are written.</summary>
    public IReadOnlyList<Instruction> Instructions => instructions;

    internal void Clear()
    {
        facts.Clear();
        instructions.Clear();
    }

    internal void Add(Fact fact) => facts.Add(fact);
    internal void Add(Instruction instruction) => instructions.Add(instruction);
}
