namespace Plateau.Core.Compliance;

/// <summary>How a ground came about, as its evidence tells: by which act, with what told, for which ways of being reached, asked by whom and in which words.</summary>
/// <remarks>What a client attests for a whole list is null here; what a file has a column for and leaves empty is known of nobody, and no rule takes it for a consent.</remarks>
public sealed record ConsentEvidence
{
    /// <summary>Acts of a person's own by which they say yes (R223-1).</summary>
    public static IReadOnlyList<string> PositiveActs { get; } = ["ticked-box", "signature", "click", "spoken", "message", "other-act"];

    /// <summary>What is none.</summary>
    public static IReadOnlyList<string> NoActs { get; } = ["pre-ticked", "silence", "no-act"];

    /// <summary>Ways of being reached, the telephone first: without one of the first two there is no consent to be called.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["voice", "voice_bot", "sms", "email"];

    /// <summary>Characters that collector or wording may have.</summary>
    public const int MostCollector = 200, MostWording = 2_000;

    /// <summary>How files write that the client attests it, and that nothing was told.</summary>
    public const string AttestedCell = "attested", NoneCell = "none";

    /// <summary>Nothing but what the client attests.</summary>
    public static ConsentEvidence Attested { get; } = new();

    /// <summary>One of the acts; empty when nobody knows, null when the client attests one.</summary>
    public string? Act { get; init; }

    /// <summary>What the person was told, of <see cref="ConsentForm.Compulsory"/>; null when the client attests all of it.</summary>
    public IReadOnlyList<string>? Statements { get; init; }

    /// <summary>Some of the ways; empty when none was named, which means a person's voice.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Who asked, or where: a form, a shop, a centre.</summary>
    public string? Collector { get; init; }

    /// <summary>The words that were shown or heard.</summary>
    public string? Wording { get; init; }

    /// <summary>As the rules ask for it.</summary>
    public ConsentForm Form => Act is null && Statements is null ? ConsentForm.Attested : new(
        Act switch { null => true, "" => null, _ => PositiveActs.Contains(Act) }, Statements ?? ConsentForm.Compulsory);

    /// <summary>True when a person may be called by what was named.</summary>
    public bool ReachesTelephone => Channels.Count == 0 || Channels.Any(each => each is "voice" or "voice_bot");
}
