// In the place of trayagent.exe: writes into files beside it how it was started, and ends with 7. 'command-line' is UTF-16; 'started', which comes
// last, says in a line each whether there is a console window to be seen, its current folder, and whether it has what 'spawn' would have it inherit.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static const wchar_t *beside(const wchar_t *name)
{
    static wchar_t path[MAX_PATH];
    GetModuleFileNameW(NULL, path, MAX_PATH);
    wcscpy(wcsrchr(path, L'\\') + 1, name);
    return path;
}

// Who started this may still have it, and ends soon.
static BOOL inherited(void)
{
    for (int look = 0; look < 100; look++)
    {
        HANDLE opened = OpenEventW(SYNCHRONIZE, FALSE, L"to be inherited");
        if (opened == NULL)
        {
            return FALSE;
        }

        CloseHandle(opened);
        Sleep(50);
    }

    return TRUE;
}

int wmain(void)
{
    FILE *line = _wfopen(beside(L"command-line"), L"wb");
    fwrite(GetCommandLineW(), sizeof(wchar_t), wcslen(GetCommandLineW()), line);
    fclose(line);

    wchar_t folder[MAX_PATH];
    GetCurrentDirectoryW(MAX_PATH, folder);
    FILE *started = _wfopen(beside(L"started"), L"wb");
    fprintf(
        started, "%s\n%ls\n%s\n", GetConsoleWindow() != NULL && IsWindowVisible(GetConsoleWindow()) ? "console" : "no console", folder,
        inherited() ? "handle" : "no handle");
    fclose(started);
    return 7;
}
