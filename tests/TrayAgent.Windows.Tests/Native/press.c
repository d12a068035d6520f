// press FILE COMMAND ARGUMENT...: starts a command in a console of its own, its output in a file, and presses Ctrl-C when the file has
// something in it. Its exit code is the command's.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static BOOL WINAPI ignore(DWORD event)
{
    (void)event;
    return TRUE;
}

int wmain(int count, wchar_t **arguments)
{
    SECURITY_ATTRIBUTES inherited = { sizeof inherited, NULL, TRUE };
    wchar_t command[1024] = L"";
    for (int i = 2; i < count; i++)
    {
        wcscat(wcscat(command, arguments[i]), L" ");
    }

    if (count < 3)
    {
        return 90;
    }

    FreeConsole();
    AllocConsole();
    HANDLE file = CreateFileW(
        arguments[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    STARTUPINFOW start = { .cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES, .hStdOutput = file, .hStdError = file };
    PROCESS_INFORMATION child;
    if (file == INVALID_HANDLE_VALUE || !CreateProcessW(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &child))
    {
        return 91;
    }

    for (int look = 0; look < 600 && GetFileSize(file, NULL) == 0 && WaitForSingleObject(child.hProcess, 50) == WAIT_TIMEOUT; look++)
    {
    }

    SetConsoleCtrlHandler(ignore, TRUE);
    DWORD code = GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0) ? 93 : 92;
    if (code == 93 && WaitForSingleObject(child.hProcess, 30000) == WAIT_OBJECT_0)
    {
        GetExitCodeProcess(child.hProcess, &code);
    }
    else
    {
        TerminateProcess(child.hProcess, 1);
    }

    return (int)code;
}
