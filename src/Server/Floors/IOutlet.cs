using Plateau.Core.Interactions;

namespace Plateau.Server.Floors;

/// <summary>Where instructions leave the floor. It returns at once; what came of an instruction comes back as a signal.</summary>
internal interface IOutlet
{
    void Carry(Instruction instruction);

    /// <summary>The floor begins anew from its journal: let everything outside say how it stands.</summary>
    void Recount();
}
