namespace TrayAgent.Cli;

internal enum DoctorReach
{
    Files,
    Online,
}
