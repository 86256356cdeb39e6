namespace Plateau.Core.Compliance;

/// <summary>Whose clock and calendar are asked alike: when one of them may not be called at this hour, none of them may.</summary>
/// <param name="Zones">Every zone in which the person may be, with commas between them.</param>
public readonly record struct Whereabouts(Audience Audience, string Country, string Zones, string? Territory)
{
    public static Whereabouts Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new(dossier.Audience, dossier.Country, dossier.Zones.Count == 1 ? dossier.Zones[0] : string.Join(',', dossier.Zones), dossier.Territory);
    }
}
