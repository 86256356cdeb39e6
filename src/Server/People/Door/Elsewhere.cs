namespace Plateau.Server.People.Door;

/// <summary>The house's provider of identities, when the settings name one.</summary>
/// <param name="Name">As the button at the door says it; null when there is none.</param>
internal sealed record Elsewhere(string? Name);
