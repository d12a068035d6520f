using System.Runtime.InteropServices;

// What lies beside the program, as in a folder of downloads, is nobody's library of ours.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
