// hold FILE SHARE MILLISECONDS: has a file open for a while. SHARE adds up 1 read, 2 write, 4 delete: what others may do meanwhile.
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments)
{
    HANDLE file = count == 4
        ? CreateFileW(arguments[1], GENERIC_READ, (DWORD)_wtoi(arguments[2]), NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL)
        : INVALID_HANDLE_VALUE;
    if (file == INVALID_HANDLE_VALUE)
    {
        fprintf(stderr, "hold FILE SHARE MILLISECONDS; error %lu\n", GetLastError());
        return 2;
    }

    puts("held");
    fflush(stdout);
    Sleep((DWORD)_wtoi(arguments[3]));
    CloseHandle(file);
    return 0;
}
