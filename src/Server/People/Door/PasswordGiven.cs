namespace Plateau.Server.People.Door;

/// <summary>A password as it is typed twice, with the link that allows it where there is one.</summary>
public sealed class PasswordGiven
{
    public string? Password { get; set; }
    public string? Again { get; set; }
    public string? Link { get; set; }
}
