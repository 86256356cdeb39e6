using CsCheck;
using Plateau.Storage.Importing;

namespace Plateau.Contracts.Storage;

/// <summary>The short cut for French numbers answers exactly as the library does.</summary>
public sealed class NumberContract
{
    private static readonly string[] Prefixes = ["0", "+33", "0033", "33", "", "+33 0", "(0)"];
    private static readonly string[] Between = ["", " ", ".", "-"];
    private static readonly string[] Regions = ["FR", "BE", "RE"];

    private static readonly Gen<string> Numbers = Gen.Select(
        Gen.Int[0, Prefixes.Length - 1], Gen.Int[0, 9].Array[7, 10], Gen.Int[0, Between.Length - 1], Gen.Int[1, 4],
        (prefix, digits, between, every) => Prefixes[prefix] + string.Concat(digits.Select((digit, at) => at > 0 && at % every == 0 ? $"{Between[between]}{digit}" : $"{digit}")));

    [Fact]
    public void The_short_cut_is_the_library_in_other_words() =>
        Gen.Select(Numbers, Gen.Int[0, Regions.Length - 1]).Sample(
            (text, region) => NumberReading.Read(text, Regions[region]) == NumberReading.ReadByLibrary(text, Regions[region]), iter: 20_000);

    [Fact]
    public void Every_range_of_the_short_cut_is_the_librarys()
    {
        for (var range = 0; range < 10_000; range++)
        {
            var text = $"0{range:D4}12345";
            NumberReading.Read(text, "FR").Should().Be(NumberReading.ReadByLibrary(text, "FR"));
        }
    }
}
