namespace Plateau.Storage.Prospecting;

/// <summary>Where a prospect stands on its list. The numbers are kept in the database and never change.</summary>
public enum ProspectState
{
    /// <summary>Never tried.</summary>
    Fresh = 0,
    /// <summary>Resting until it is due.</summary>
    Waiting = 1,
    /// <summary>Closed; its reason says by what.</summary>
    Done = 2,
    /// <summary>An attempt is permitted and not yet over.</summary>
    Taken = 3,
    /// <summary>A callback is kept for it: the floor asks for it by name when its time comes.</summary>
    Promised = 4,
    /// <summary>A rule refused it and no date will change that; a new ground or a changed campaign may.</summary>
    Barred = 5,
}

/// <summary>On what a call to a person may rest. The numbers are kept in the database and never change.</summary>
public enum GroundKind
{
    Consent = 1,
    Contract = 2,
    Request = 3,
}

/// <summary>How kinds of ground are named beside the database.</summary>
public static class GroundNames
{
    /// <summary>As permits name it.</summary>
    public static string Name(this GroundKind kind) => kind switch { GroundKind.Consent => "consent", GroundKind.Contract => "contract", _ => "request" };
}
