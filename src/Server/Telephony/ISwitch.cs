using Plateau.Core.Interactions;
using Plateau.Core.Prospecting;

namespace Plateau.Server.Telephony;

/// <summary>What carries the floor's calls: the real switch, or a simulated one in a demonstration.</summary>
internal interface ISwitch
{
    /// <summary>Whether calls can be made.</summary>
    bool IsReady { get; }

    /// <summary>Why calls can't be made; null when they can, or when nobody knows yet.</summary>
    string? Trouble { get; }

    /// <summary>Takes an instruction and returns at once; what comes of it is told to the floor as a signal.</summary>
    void Carry(Instruction instruction);

    /// <summary>A prospect is shown to an agent. Desks read it from the floor's view; whoever plays agents needs to be told.</summary>
    void Look(ShowPreview shown) { }

    /// <summary>Tells the floor what lives on the switch now.</summary>
    void Recount();
}
