// An AWS CLI that does what the files beside it say: prints 'says', waits for 'go', copies 'token' to the path in 'token-path', prints 'ends'.
// Its arguments go into 'called'.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static wchar_t folder[MAX_PATH];

static const wchar_t *beside(const wchar_t *name)
{
    static wchar_t path[MAX_PATH];
    swprintf(path, MAX_PATH, L"%ls%ls", folder, name);
    return path;
}

static void print(const wchar_t *name)
{
    char text[4096];
    FILE *file = _wfopen(beside(name), L"rb");
    if (file != NULL)
    {
        fwrite(text, 1, fread(text, 1, sizeof text, file), stdout);
        fflush(stdout);
        fclose(file);
    }
}

int wmain(int count, wchar_t **arguments)
{
    GetModuleFileNameW(NULL, folder, MAX_PATH);
    wcsrchr(folder, L'\\')[1] = 0;
    if (count == 2 && wcscmp(arguments[1], L"--version") == 0)
    {
        puts("aws-cli/2.36.7 Python/3.13.0 Windows/10 exe/AMD64");
        return 0;
    }

    FILE *called = _wfopen(beside(L"called"), L"wb");
    for (int i = 1; called != NULL && i < count; i++)
    {
        fprintf(called, "%ls\n", arguments[i]);
    }

    if (called != NULL)
    {
        fclose(called);
    }

    print(L"says");
    for (int look = 0; look < 600 && GetFileAttributesW(beside(L"go")) == INVALID_FILE_ATTRIBUTES; look++)
    {
        Sleep(50);
    }

    char target[MAX_PATH] = "";
    FILE *file = _wfopen(beside(L"token-path"), L"rb");
    if (file != NULL)
    {
        target[fread(target, 1, sizeof target - 1, file)] = 0;
        fclose(file);
    }

    char source[MAX_PATH];
    WideCharToMultiByte(CP_UTF8, 0, beside(L"token"), -1, source, MAX_PATH, NULL, NULL);
    if (!CopyFileA(source, target, FALSE))
    {
        fprintf(stderr, "error %lu\n", GetLastError());
        return 1;
    }

    print(L"ends");
    return 0;
}
