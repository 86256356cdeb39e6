using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace Plateau.Specs.House;

/// <summary>What compiled code really names: the rooms of Core that each room's signatures and method bodies refer to.</summary>
/// <remarks>Source rules see words; this sees what the compiler made of them (a short name, an inferred type, an extension method).</remarks>
internal static class Compiled
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> OpCodeOf =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    /// <summary>Every pair (room, room it names), with one example of each.</summary>
    public static Dictionary<(string From, string To), string> Edges(Assembly assembly)
    {
        var edges = new Dictionary<(string, string), string>();
        foreach (var type in assembly.GetTypes())
            foreach (var (named, where) in NamedBy(type))
                if (RoomOf(type) is { } from && RoomOf(named) is { } to && from != to)
                    edges.TryAdd((from, to), $"{where} names {named.Name}");
        return edges;
    }

    private static string? RoomOf(Type type) => Storeys.RoomOf($"{type.Namespace}.{type.Name}");

    private static IEnumerable<(Type Named, string Where)> NamedBy(Type type)
    {
        foreach (var named in new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().SelectMany(Parts))
            yield return (named, type.Name);
        foreach (var member in type.GetMembers(All))
            foreach (var named in OfMember(member).SelectMany(Parts))
                yield return (named, $"{type.Name}.{member.Name}");
    }

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. OfMethod(method)],
        ConstructorInfo constructor => OfMethod(constructor),
        _ => [],
    };

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            yield return parameter.ParameterType;
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
            if (Resolve(method, token) is { } named)
                yield return named;
    }

    /// <summary>The metadata tokens in a method body, by walking its instructions (ECMA-335, partition III).</summary>
    private static IEnumerable<int> Tokens(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? OpCodeOf[(short)(0xFE00 | body[at + 1])] : OpCodeOf[body[at]];
            at += code.Size;
            switch (code.OperandType)
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: at += 1; break;
                case OperandType.InlineVar: at += 2; break;
                case OperandType.InlineI8 or OperandType.InlineR: at += 8; break;
                case OperandType.InlineSwitch: at += 4 + (4 * BitConverter.ToInt32(body, at)); break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BitConverter.ToInt32(body, at);
                    at += 4;
                    break;
                default: at += 4; break;
            }
        }
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method is { IsConstructor: false, IsGenericMethod: true } ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod) switch
        {
            Type type => type,
            { DeclaringType: { } declaring } => declaring,
            _ => null,
        };
    }

    /// <summary>A type and the types it is built of: <c>Dictionary&lt;AgentId, Desk[]&gt;</c> names three.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];
    }
}
