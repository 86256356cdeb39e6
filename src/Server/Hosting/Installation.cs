using Plateau.Telephony.Trunks;

namespace Plateau.Server.Hosting;

/// <summary>What one running Plateau is made of: where its things live and which lines it may use.</summary>
/// <param name="SwitchFolder">Belongs to this floor's switch alone.</param>
/// <param name="SwitchPrefix">The folder of an Asterisk; null when there is none.</param>
/// <param name="Trunks">The carriers' lines, and the practice line where it may be used.</param>
/// <param name="Elsewhere">A switch that somebody else runs; it comes before one of our own.</param>
internal sealed record Installation(string SwitchFolder, string? SwitchPrefix, IReadOnlyList<TrunkSettings> Trunks, SwitchAddress? Elsewhere = null);
