using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>No answer of AWS, or one of somebody in between.</summary>
internal static class NetworkTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "network-unreachable",
            ErrorWeight.Definite,
            "AWS could not be reached.",
            NetworkReplies.Unreachable,
            "Could not connect to the endpoint URL",
            "Connect timeout on endpoint URL",
            "Read timeout on endpoint URL",
            "Connection was closed before we received a valid response from endpoint URL"),
        new(
            "network-timeout",
            ErrorWeight.Vague,
            "The network gave no answer.",
            NetworkReplies.Unreachable,
            "Network timeout",
            "connect ETIMEDOUT",
            "read ETIMEDOUT",
            "code: ETIMEDOUT",
            "UND_ERR_CONNECT_TIMEOUT",
            "Connect Timeout Error",
            "UND_ERR_SOCKET",
            "no such host",
            "EHOSTUNREACH",
            "ENETUNREACH",
            "ECONNREFUSED",
            "ECONNRESET",
            "ENOTFOUND",
            "EAI_AGAIN",
            "Name or service not known",
            "Temporary failure in name resolution"),
        new(
            "untrusted-certificate",
            ErrorWeight.Definite,
            "A connection showed a certificate that the program does not trust; mostly a proxy of the company opens the traffic.",
            NetworkReplies.Certificate,
            "self-signed certificate in certificate chain",
            "self signed certificate",
            "SELF_SIGNED_CERT_IN_CHAIN",
            "unable to get local issuer certificate",
            "unable to verify the first certificate",
            "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
            "CERTIFICATE_VERIFY_FAILED",
            "SSL validation failed"),
        new(
            "answer-of-a-proxy",
            ErrorWeight.Definite,
            "The answer did not come from Bedrock but from a proxy or gateway in between.",
            NetworkReplies.Proxy,
            "Bedrock streaming response has content-type",
            "Failed to connect to proxy URL",
            "Proxy Authentication Required"),
        new(
            "page-instead-of-an-answer",
            ErrorWeight.Vague,
            "The answer was a web page, and AWS sends none: a proxy, a firewall or a gateway in between wrote it.",
            NetworkReplies.Proxy,
            "<!DOCTYPE html",
            "<html><head",
            "<html><body",
            "Unexpected token '<', \"<!DOCTYPE",
            "Unexpected token '<', \"<html"),
    ];
}
