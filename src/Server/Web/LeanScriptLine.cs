using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.JSInterop;

namespace Plateau.Server.Web;

/// <summary>Keeps what each open page's line to its scripts learns about types small.</summary>
/// <remarks>
/// Every circuit of Blazor has serialization options of its own, and asks them about each interface that a number or a text
/// has, in case one of them told how its kinds are named: sixty descriptions, 50 kB for each open page all day. None of
/// those of the runtime itself does, so that they are not described (decision 0064). What is given to a script or taken
/// from it is therefore declared as what it is, a List rather than an IReadOnlyList.
/// </remarks>
internal static class LeanScriptLine
{
    private static readonly LeanTypes Types = new();

    /// <summary>Puts the shared, leaner description of types before the one that the line would make; call it after the pages were added.</summary>
    /// <exception cref="InvalidOperationException">The pages bring no line of a type of its own: this version of Blazor is made otherwise.</exception>
    public static IServiceCollection AddLeanScriptLine(this IServiceCollection services)
    {
        var at = services.Select((service, place) => (service, place)).LastOrDefault(each => each.service.ServiceType == typeof(IJSRuntime)) is { service.ImplementationType: not null } last ? last.place
            : throw new InvalidOperationException("No line to the scripts of pages is registered by its type: look again at how Blazor makes it, or leave this step out.");
        var line = services[at].ImplementationType!;
        services[at] = ServiceDescriptor.Describe(typeof(IJSRuntime), provider =>
        {
            var made = (JSRuntime)ActivatorUtilities.CreateInstance(provider, line);
            OptionsOf(made).TypeInfoResolver = Types;
            return made;
        }, services[at].Lifetime);
        return services;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime line);

    private sealed class LeanTypes : DefaultJsonTypeInfoResolver
    {
        public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) =>
            IsOfTheRuntime(type) ? null! : base.GetTypeInfo(type, options);

        private static bool IsOfTheRuntime(Type type) => (type.IsInterface && type.Namespace!.StartsWith("System", StringComparison.Ordinal)) || type == typeof(ValueType) || type == typeof(Enum);
    }
}
