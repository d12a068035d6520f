namespace TrayAgent.Act.Sessions;

internal enum SignInFlow
{
    /// <summary>PKCE for an <c>[sso-session]</c> (with the AWS CLI since 2.22), else the device code.</summary>
    Usual,

    /// <summary><c>--device-code</c>: works when the browser is on another machine or outside a container.</summary>
    DeviceCode,
}
