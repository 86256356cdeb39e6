namespace Plateau.Server.Web.Pieces;

/// <summary>Says to those who listen to a page what others see: politely, or at once when it rings.</summary>
public sealed class Announcer
{
    public event Action? Changed;

    public string Polite { get; private set; } = "";
    public string Urgent { get; private set; } = "";

    public void Say(string sentence)
    {
        Polite = sentence;
        Changed?.Invoke();
    }

    public void SayAtOnce(string sentence)
    {
        Urgent = sentence;
        Changed?.Invoke();
    }
}
