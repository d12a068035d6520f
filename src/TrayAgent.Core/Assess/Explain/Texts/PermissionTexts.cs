using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>AWS knows who asks, and says no.</summary>
internal static class PermissionTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "denied-by-organisation",
            ErrorWeight.Exact,
            "A policy of the organisation (SCP) forbids the call, often because of its region; no permission of a role can undo that.",
            PermissionReplies.Organisation,
            "User: arn:{user} is not authorized to perform: {action} on resource: {resource} with an explicit deny in a service control policy",
            "User: arn:{user} is not authorized to perform: {action} with an explicit deny in a service control policy",
            "with an explicit deny in a service control policy"),
        new(
            "denied-explicitly",
            ErrorWeight.Exact,
            "A policy forbids the call with an explicit deny, which wins over every permission.",
            PermissionReplies.Explicit,
            "User: arn:{user} is not authorized to perform: {action} on resource: {resource} with an explicit deny",
            "User: arn:{user} is not authorized to perform: {action} with an explicit deny",
            "with an explicit deny in an identity-based policy",
            "with an explicit deny in a permissions boundary",
            "with an explicit deny in a resource-based policy",
            "with an explicit deny"),
        new(
            "not-authorized",
            ErrorWeight.Definite,
            "AWS accepted the keys, but the role lacks the permission: signing in again does not help.",
            PermissionReplies.NotAuthorized,
            "User: arn:{user} is not authorized to perform: {action} on resource: {resource} because no",
            "User: arn:{user} is not authorized to perform: {action} on resource: {resource}",
            "User: arn:{user} is not authorized to perform: {action} because no",
            "User: arn:{user} is not authorized to perform: {action}",
            "is not authorized to perform: {action} on resource: {resource} because no",
            "is not authorized to perform: {action} on resource: {resource}",
            "is not authorized to perform: {action} because no",
            "is not authorized to perform"),
        new(
            "access-denied",
            ErrorWeight.Vague,
            "AWS denied access.",
            PermissionReplies.Unclear,
            "Access denied",
            "AccessDenied",
            "AccessDeniedException"),
        new(
            "role-not-assigned",
            ErrorWeight.Definite,
            "AWS SSO gives no keys for the role of a profile: it is not assigned to you in that account.",
            PermissionReplies.RoleNotAssigned,
            "GetRoleCredentials operation: No access",
            "ForbiddenException: No access"),
        new(
            "not-found-at-aws",
            ErrorWeight.Vague,
            "AWS does not know what was asked for: a role that is not assigned to you, or a model.",
            PermissionReplies.NotFound,
            "ResourceNotFoundException"),
    ];
}
