/* Stands in for Windows' session library, which says nothing of locks under Wine: the screen is locked, and has been for a while.
   The structure is laid out by the compiler from what wtsapi32.h declares. */
#include <windows.h>

typedef struct {
    ULONG SessionId;
    DWORD SessionState;
    LONG SessionFlags;
    WCHAR WinStationName[33];
    WCHAR UserName[21];
    WCHAR DomainName[18];
    LARGE_INTEGER Times[5];
    DWORD Counts[6];
} Level1;

typedef struct {
    DWORD Level;
    union {
        Level1 Level1;
    } Data;
} SessionInfoEx;

__declspec(dllexport) BOOL WTSQuerySessionInformationW(HANDLE server, DWORD session, int what, void **answer, DWORD *length)
{
    if (server || session != (DWORD)-1 || what != 25) {
        return FALSE;
    }

    SessionInfoEx *info = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *info);
    info->Level = 1;
    info->Data.Level1.SessionId = 2;
    info->Data.Level1.SessionFlags = 0;
    *answer = info;
    *length = sizeof *info;
    return TRUE;
}

__declspec(dllexport) void WTSFreeMemory(void *memory)
{
    HeapFree(GetProcessHeap(), 0, memory);
}

__declspec(dllexport) BOOL WTSRegisterSessionNotification(HWND window, DWORD flags)
{
    return IsWindow(window) && flags == 0;
}

__declspec(dllexport) BOOL WTSUnRegisterSessionNotification(HWND window)
{
    return IsWindow(window);
}
