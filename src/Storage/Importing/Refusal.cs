namespace Plateau.Storage.Importing;

/// <summary>Why one row of a file is not imported: where, what stood there, and what to do about it.</summary>
/// <param name="Code">Stable word for programs: phone-letters, phone-zeros, zone-unknown, duplicate, opposed...</param>
/// <param name="Record">The row's own cells, so that nothing is lost; null when they could not be read.</param>
internal sealed record RowRefusal(long Row, string Column, string Value, string Code, string Remedy, string[]? Record);
