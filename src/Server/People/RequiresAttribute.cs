using Microsoft.AspNetCore.Authorization;

namespace Plateau.Server.People;

/// <summary>Says which operation of the table a page is; the server asks before it shows anything of it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string operation) : AuthorizeAttribute(Prefix + operation)
{
    internal const string Prefix = "operation:";

    public string Operation { get; } = operation;
}
