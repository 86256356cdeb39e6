using System.Globalization;
using System.Text;
using NodaTime;
using Plateau.Core.Interactions;
using Plateau.Storage.Importing;

namespace Plateau.Server.Setup.FirstSteps;

/// <summary>Twenty-four invented people for the practice line: their numbers are of a range kept for fiction, and nobody is reached.</summary>
internal sealed class PracticePeople(ListImport import, IClock clock)
{
    private const int Count = 24;

    private static readonly string[] Names = ["Moreau", "Petit", "Garnier", "Leroy", "Fontaine", "Marchand", "Roussel", "Lambert"], FirstNames = ["Camille", "Hugo", "Zoé", "Nadia", "Paul", "Inès"];

    /// <summary>Puts them on a list, each with a consent to this product.</summary>
    /// <returns>What kept them from being entered.</returns>
    public async Task<Flaw?> EnterAsync(ClientId client, ListId list, string product, CancellationToken cancel)
    {
        var at = clock.GetCurrentInstant();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(File(Core.Compliance.RuleBook.DayOf(at).PlusDays(-10))));
        return (await import.RunAsync(new ImportOrder(client, list, "exemple.csv", at) { Products = [product] }, file, null, cancel)).Flaw is { } broken ? new Flaw($"list {list}", broken.Code, broken.Remedy) : null;
    }

    /// <summary>Everybody consented some days ago; the last two digits of a number say who picks up on the practice line.</summary>
    private static string File(LocalDate consented) => string.Join('\n', (string[])["Nom;Prénom;Téléphone;Code postal;Date consentement;Preuve consentement",
        .. Enumerable.Range(0, Count).Select(each => string.Create(CultureInfo.InvariantCulture, $"{Names[each % Names.Length]};{FirstNames[each % FirstNames.Length]};019900{9001 + each * 4};75001;{consented:uuuu-MM-dd};EXEMPLE-{each + 1}")), ""]);
}
