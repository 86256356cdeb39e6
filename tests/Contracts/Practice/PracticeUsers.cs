namespace Plateau.Contracts.Practice;

/// <summary>Practices are timed by people's patience, so they have the machine to themselves, after all other contracts.</summary>
[CollectionDefinition("practice", DisableParallelization = true)]
public sealed class PracticeUsers;
