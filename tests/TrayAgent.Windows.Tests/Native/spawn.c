// spawn PROGRAM FILE FOLDER: starts a program as the desktop does, without a console of ours, with the command line that FILE has in UTF-16, and lets
// it inherit a handle. FOLDER is its current one and its PATH. The exit code is the program's.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments)
{
    static wchar_t line[32768];
    FILE *file = count == 4 ? _wfopen(arguments[2], L"rb") : NULL;
    if (file == NULL)
    {
        return 90;
    }

    line[fread(line, sizeof(wchar_t), 32767, file)] = 0;
    SECURITY_ATTRIBUTES inherited = { sizeof inherited, NULL, TRUE };
    HANDLE event = CreateEventW(&inherited, TRUE, FALSE, L"to be inherited");
    SetCurrentDirectoryW(arguments[3]);
    SetEnvironmentVariableW(L"PATH", arguments[3]);
    FreeConsole();
    STARTUPINFOW start = { .cb = sizeof start };
    PROCESS_INFORMATION child;
    DWORD code = 92;
    if (!CreateProcessW(arguments[1], line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &child))
    {
        return 91;
    }

    CloseHandle(event);
    WaitForSingleObject(child.hProcess, 60000);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code;
}
