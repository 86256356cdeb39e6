namespace Plateau.Specs.House;

/// <summary>One rule of the house: a sentence, a pure function from a file to complaints, and bad samples that it must refuse.</summary>
/// <param name="Sentence">What holds, as the name of the test.</param>
/// <param name="Judge">Complaints about one file, each naming the place and the remedy.</param>
/// <param name="Canaries">Small bad files. A rule that lets one of them pass guards nothing.</param>
internal sealed record HouseRule(string Sentence, Func<Source, IEnumerable<string>> Judge, params (string Path, string Text)[] Canaries);
