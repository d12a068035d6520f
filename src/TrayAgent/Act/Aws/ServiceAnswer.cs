using System.Net;
using System.Xml;
using Amazon.Runtime;

namespace TrayAgent.Act.Aws;

/// <summary>A service's answer, or why there is none; no exception text gets out, it may hold the whole HTTP body.</summary>
internal readonly record struct ServiceAnswer<T>(T? Value, ServiceFault Fault)
    where T : class
{
    /// <summary>The value may hold secrets.</summary>
    public override string ToString() => Fault.ToString();
}

/// <summary>Asks a service and sorts what goes wrong.</summary>
internal static class ServiceAnswer
{
    public static async Task<ServiceAnswer<T>> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return new ServiceAnswer<T>(await ask(cancellationToken), ServiceFault.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (AmazonServiceException e)
        {
            return new ServiceAnswer<T>(null, WasCut(e) ? ServiceFault.Unreachable : Sort(e));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or TimeoutException or IOException
            or AmazonClientException)
        {
            return new ServiceAnswer<T>(null, ServiceFault.Unreachable);
        }
        catch (XmlException)
        {
            // STS speaks XML, and a proxy's page with status 200 is none.
            return new ServiceAnswer<T>(null, ServiceFault.Unexpected);
        }
    }

    /// <summary>The part of a sentence that follows "because".</summary>
    public static string Reason(ServiceFault fault) => fault switch
    {
        ServiceFault.Rejected => "AWS rejected the request (400)",
        ServiceFault.Refused => "AWS no longer accepts its token (401)",
        ServiceFault.Forbidden => "AWS denied it (403)",
        ServiceFault.NotFound => "AWS does not know it (404)",
        ServiceFault.Throttled => "AWS is throttling requests (429)",
        ServiceFault.Failing => "AWS had an internal error",
        ServiceFault.Unreachable => "AWS could not be reached",
        _ => "AWS gave an answer that makes no sense",
    };

    /// <summary>The SDK calls half an answer one that it cannot read; by chance it notices the cut before.</summary>
    private static bool WasCut(Exception? e) => e is not null && (e is IOException or HttpRequestException || WasCut(e.InnerException));

    private static ServiceFault Sort(AmazonServiceException e) => e.StatusCode switch
    {
        HttpStatusCode.BadRequest => ServiceFault.Rejected,
        HttpStatusCode.Unauthorized => ServiceFault.Refused,
        HttpStatusCode.Forbidden => ServiceFault.Forbidden,
        HttpStatusCode.NotFound => ServiceFault.NotFound,
        HttpStatusCode.TooManyRequests => ServiceFault.Throttled,
        >= HttpStatusCode.InternalServerError => ServiceFault.Failing,

        // No status: the request never got an answer.
        0 => ServiceFault.Unreachable,
        _ => ServiceFault.Unexpected,
    };
}
