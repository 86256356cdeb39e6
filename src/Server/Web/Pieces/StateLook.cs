using Plateau.Core.People;
using Plateau.Server.Web.Words;

namespace Plateau.Server.Web.Pieces;

/// <summary>How a state looks: the class that colours it, its icon and its word, the same on every page.</summary>
public static class StateLook
{
    public static (string Class, string Icon, Word Word) Of(AgentState state, bool onHold = false, bool offPhone = false, bool lost = false) => state switch
    {
        _ when lost => ("s-lost", "lost", StateWords.Lost),
        AgentState.Ready => ("s-ready", "ready", StateWords.Ready),
        AgentState.Offered => ("s-offered", "offered", StateWords.Offered),
        AgentState.Engaged when onHold => ("s-hold", "hold", StateWords.Hold),
        AgentState.Engaged => ("s-engaged", "engaged", StateWords.Engaged),
        AgentState.WrapUp => ("s-wrapup", "wrapup", StateWords.WrapUp),
        AgentState.Away when offPhone => ("s-task", "task", StateWords.OffPhone),
        AgentState.Away => ("s-break", "break", StateWords.Away),
        _ => ("s-out", "out", StateWords.LoggedOut),
    };
}
