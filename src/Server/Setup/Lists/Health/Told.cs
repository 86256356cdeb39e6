using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Lists.Health;

/// <summary>Tells a page how far a long look is, and does not wait for it.</summary>
internal sealed class Told(Func<LookProgress, Task> tell) : IProgress<LookProgress>
{
    public void Report(LookProgress value) => _ = tell(value);
}
