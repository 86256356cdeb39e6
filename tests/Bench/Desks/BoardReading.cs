using System.Buffers.Binary;
using System.Text;

namespace Plateau.Bench.Desks;

/// <summary>Reads, off the drawings of a board, which look each agent's tile has: what a supervisor sees.</summary>
/// <remarks>A drawing names components by number; a tile is known by its button, whose class begins with "agent" and in which the name stands.</remarks>
internal sealed class BoardReading(Action<string, string> shown)
{
    private const int PrependFrame = 1, SetAttribute = 3, Element = 1, Text = 2, Attribute = 3, EditSize = 16, FrameSize = 20;

    private readonly Dictionary<int, (string Name, string Look)> tiles = [];

    /// <summary>The agents on the board with their looks.</summary>
    public IReadOnlyDictionary<string, string> Tiles
    {
        get { lock (tiles) return tiles.Values.GroupBy(tile => tile.Name).ToDictionary(same => same.Key, same => same.Last().Look); }
    }

    public void Read(byte[] drawing)
    {
        var batch = new Batch(drawing);
        lock (tiles)
        {
            foreach (var gone in batch.Disposed()) tiles.Remove(gone);
            foreach (var (component, edits) in batch.Changed())
            {
                foreach (var (kind, frame) in edits)
                {
                    if (kind == PrependFrame && batch.KindOf(frame) == Element) Take(component, batch, frame);
                    else if (kind == SetAttribute && tiles.TryGetValue(component, out var known) && LookOf(batch, frame) is { } look) Show(component, known.Name, look);
                }
            }
        }
    }

    /// <summary>A whole element came: when it is a tile, whose it is and how it looks.</summary>
    private void Take(int component, Batch batch, int frame)
    {
        string? look = null, name = null;
        for (var at = frame + 1; at < frame + batch.LengthOf(frame); at++)
        {
            if (batch.KindOf(at) == Attribute) look ??= LookOf(batch, at);
            else if (batch.KindOf(at) == Text && look is not null) name ??= batch.WordOf(at, 4);
        }
        if (look is not null && name is not null) Show(component, name, look);
    }

    private void Show(int component, string name, string look)
    {
        tiles[component] = (name, look);
        shown(name, look);
    }

    private static string? LookOf(Batch batch, int frame) =>
        batch.KindOf(frame) == Attribute && batch.WordOf(frame, 4) == "class" && batch.WordOf(frame, 8) is { } value && value.StartsWith("agent ", StringComparison.Ordinal)
            ? value.Split(' ').FirstOrDefault(part => part.StartsWith("s-", StringComparison.Ordinal)) : null;

    /// <summary>A drawing as it comes over the line: parts behind each other, and where each begins in the last twenty bytes.</summary>
    private readonly struct Batch(byte[] bytes)
    {
        public IEnumerable<int> Disposed()
        {
            var from = Number(bytes.Length - 12);
            for (var each = 0; each < Number(from); each++) yield return Number(from + 4 + each * 4);
        }

        public IEnumerable<(int Component, IEnumerable<(int Kind, int Frame)> Edits)> Changed()
        {
            var from = Number(bytes.Length - 20);
            for (var each = 0; each < Number(from); each++)
            {
                var diff = Number(from + 4 + each * 4);
                yield return (Number(diff), Edits(diff + 4));
            }
        }

        public int KindOf(int frame) => Number(At(frame));

        public int LengthOf(int frame) => Number(At(frame) + 4);

        public string? WordOf(int frame, int offset)
        {
            var index = Number(At(frame) + offset);
            if (index < 0) return null;
            var place = Number(Number(bytes.Length - 4) + index * 4);
            int length = 0, shift = 0;
            byte part;
            do
            {
                part = bytes[place++];
                length |= (part & 0x7F) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);
            return Encoding.UTF8.GetString(bytes, place, length);
        }

        private IEnumerable<(int Kind, int Frame)> Edits(int from)
        {
            for (var each = 0; each < Number(from); each++) yield return (Number(from + 4 + each * EditSize), Number(from + 4 + each * EditSize + 8));
        }

        private int At(int frame) => Number(bytes.Length - 16) + 4 + frame * FrameSize;

        private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
    }
}
