// A browser that writes the page that it is to open into the file 'page' beside it.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments)
{
    wchar_t path[MAX_PATH];
    GetModuleFileNameW(NULL, path, MAX_PATH);
    wcscpy(wcsrchr(path, L'\\') + 1, L"page");
    FILE *file = count == 2 ? _wfopen(path, L"wb") : NULL;
    if (file == NULL)
    {
        return 1;
    }

    fprintf(file, "%ls\n", arguments[1]);
    fclose(file);
    return 0;
}
