using System.Text;

namespace Plateau.Server.Web.Pieces;

/// <summary>A client's colour: one of eight, chosen at set-up, else always the same one for the same client.</summary>
public static class ClientTone
{
    public const int Count = 8;

    /// <summary>The class that colours a band, a monogram or a card's edge.</summary>
    public static string Class(string client, int? chosen = null) => $"tone-{chosen ?? Own(client)}";

    /// <summary>The colour of a client for whom none was chosen.</summary>
    public static int Of(string client) => Own(client);

    /// <summary>Adds the bytes up, which is the same on every machine and at every start.</summary>
    private static int Own(string client) => (Encoding.UTF8.GetBytes(client ?? "").Aggregate(0, (sum, letter) => ((sum * 31) + letter) & 0xFFFF) % Count) + 1;
}
