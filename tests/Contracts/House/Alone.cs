namespace Plateau.Contracts.House;

/// <summary>Contracts that measure the whole process, and so must have it to themselves: they run after the parallel ones.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
