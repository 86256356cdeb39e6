using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Plateau.Server.People;

/// <summary>Turns the operation that a page names into a question to the table of operations.</summary>
internal sealed class OperationPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(RequiresAttribute.Prefix, StringComparison.Ordinal)
            ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder(Person.Session).RequireAuthenticatedUser().AddRequirements(new OperationAsked(policyName[RequiresAttribute.Prefix.Length..])).Build())
            : base.GetPolicyAsync(policyName);
}

/// <summary>An operation that is asked for.</summary>
internal sealed record OperationAsked(string Operation) : IAuthorizationRequirement;

/// <summary>Answers by the table, and writes every refusal down.</summary>
internal sealed class OperationJudge(Audited audited) : AuthorizationHandler<OperationAsked>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OperationAsked requirement)
    {
        if (Person.Of(context.User) is not { } person) return;
        if (person.May(requirement.Operation)) context.Succeed(requirement);
        else await audited.RefusedAsync(person.Who, requirement.Operation, "page");
    }
}
