using NodaTime;
using Plateau.Core.Compliance;
using Plateau.Storage.Prospecting;

namespace Plateau.Server.Setup.Customers;

/// <summary>A ground as somebody enters it by hand, with its proof and the evidence of how it came about.</summary>
/// <param name="Given">The day it was given, by the clock of the law.</param>
/// <param name="Ends">Its last day; null when no end was told.</param>
public sealed record GroundEntry(GroundKind Kind, string Proof, IReadOnlyList<string> Products, LocalDate Given, LocalDate? Ends, ConsentEvidence Evidence);
