namespace TrayAgent.Act.Oidc;

/// <summary>What the browser brought back from the sign-in page: a closed set.</summary>
internal abstract record CallbackAnswer
{
    private CallbackAnswer()
    {
    }

    /// <param name="Code">Good for one token, together with the verifier.</param>
    internal sealed record Approved(string Code) : CallbackAnswer
    {
        public override string ToString() => "***";
    }

    /// <param name="Error">The code of RFC 6749, 4.1.2.1.</param>
    internal sealed record Refused(string Error) : CallbackAnswer
    {
        public bool IsByPerson => Error == "access_denied";
    }

    /// <summary>Not the answer that we wait for; it is refused with this status, and waiting goes on.</summary>
    internal sealed record Foreign(int Status) : CallbackAnswer;
}
