/* Stands in for Windows' notification library, which Wine does not have: takes the calls that show and remove toasts, at the places in
   the tables that windows.ui.notifications.idl and windows.data.xml.dom.idl give them, and writes them down in 'toasts.log' beside this
   library. Every object is counted; when the last one is released the log says 'all released'. */
#include <windows.h>
#include <stdio.h>
#include <hstring.h>
#include <winstring.h>

typedef struct Object Object;

typedef struct {
    void *const *slots;
    Object *owner;
} Face;

struct Object {
    LONG references;
    const struct Kind *kind;
    Face faces[2];
    IUnknown *handlers[2];
    HSTRING tag;
    int reason;
};

typedef struct Kind {
    const char *name;
    GUID ids[2];
    void *const *slots[2];
} Kind;

static HMODULE library;
static LONG alive;
static CRITICAL_SECTION guard;

static FILE *beside(const char *name, const char *mode)
{
    char path[MAX_PATH];
    GetModuleFileNameA(library, path, sizeof path);
    strcpy(strrchr(path, '\\') + 1, name);
    return fopen(path, mode);
}

static void note(const char *what, HSTRING one, HSTRING two, HSTRING three)
{
    char text[16384];
    EnterCriticalSection(&guard);
    FILE *log = beside("toasts.log", "ab");
    fputs(what, log);
    for (int i = 0; i < 3; i++) {
        HSTRING string = i == 0 ? one : i == 1 ? two : three;
        if (string) {
            WideCharToMultiByte(CP_UTF8, 0, WindowsGetStringRawBuffer(string, NULL), -1, text, sizeof text, NULL, NULL);
            fprintf(log, " %s", text);
        }
    }

    fputc('\n', log);
    fclose(log);
    LeaveCriticalSection(&guard);
}

static Object *make(const Kind *kind)
{
    Object *object = calloc(1, sizeof *object);
    object->references = 1;
    object->kind = kind;
    for (int i = 0; i < 2; i++) {
        object->faces[i].slots = kind->slots[i];
        object->faces[i].owner = object;
    }

    InterlockedIncrement(&alive);
    return object;
}

static HRESULT give(const Kind *kind, void **result)
{
    *result = &make(kind)->faces[0];
    return S_OK;
}

static ULONG WINAPI add_reference(Face *face)
{
    return InterlockedIncrement(&face->owner->references);
}

static ULONG WINAPI release(Face *face)
{
    LONG left = InterlockedDecrement(&face->owner->references);
    if (left == 0) {
        for (int i = 0; i < 2; i++) {
            IUnknown *handler = face->owner->handlers[i];
            if (handler && handler->lpVtbl->Release(handler) != 0) {
                note("unexpected reference to a handler", NULL, NULL, NULL);
            }
        }

        WindowsDeleteString(face->owner->tag);
        free(face->owner);
        if (InterlockedDecrement(&alive) == 0) {
            note("all released", NULL, NULL, NULL);
        }
    }

    return left;
}

static const GUID unknown = { 0, 0, 0, { 0xC0, 0, 0, 0, 0, 0, 0, 0x46 } };
static const GUID inspectable = { 0xAF86E2E0, 0xB12D, 0x4C6A, { 0x9C, 0x5A, 0xD7, 0xAA, 0x65, 0x10, 0x1E, 0x90 } };
static const GUID activation = { 0x35, 0, 0, { 0xC0, 0, 0, 0, 0, 0, 0, 0x46 } };

static HRESULT WINAPI query(Face *face, const GUID *id, void **result)
{
    const Kind *kind = face->owner->kind;
    *result = NULL;
    for (int i = 0; i < 2; i++) {
        if (kind->slots[i] && (IsEqualGUID(id, &kind->ids[i]) || (i == 0 && (IsEqualGUID(id, &unknown) || IsEqualGUID(id, &inspectable))))) {
            *result = &face->owner->faces[i];
        }
    }

    /* Every factory has this face as well. */
    if (!*result && strstr(kind->name, "factory") && IsEqualGUID(id, &activation)) {
        *result = face;
    }

    return *result ? (add_reference(face), S_OK) : E_NOINTERFACE;
}

static HRESULT WINAPI unexpected(Face *face)
{
    note("unexpected call of", NULL, NULL, NULL);
    note(face->owner->kind->name, NULL, NULL, NULL);
    return E_NOTIMPL;
}

#define COMMON query, add_reference, release, unexpected, unexpected, unexpected

static HRESULT WINAPI load_xml(Face *face, HSTRING xml)
{
    note("LoadXml", xml, NULL, NULL);
    return S_OK;
}

static void *const document_slots[] = { COMMON, unexpected };
static void *const document_io_slots[] = { COMMON, load_xml, unexpected };
static const Kind document = {
    "document",
    {
        { 0xF7F3A506, 0x1E87, 0x42D6, { 0xBC, 0xFB, 0xB8, 0xC8, 0x09, 0xFA, 0x54, 0x94 } },
        { 0x6CD0E74E, 0xEE65, 0x4489, { 0x9E, 0xBF, 0xCA, 0x43, 0xE8, 0x7B, 0xA6, 0x37 } },
    },
    { document_slots, document_io_slots },
};

static HRESULT WINAPI new_document(Face *face, void **result) { return give(&document, result); }

static void *const document_factory_slots[] = { COMMON, new_document };
static const Kind document_factory = { "document factory", { activation }, { document_factory_slots } };

static HRESULT WINAPI put_tag(Face *face, HSTRING tag)
{
    note("put_Tag", tag, NULL, NULL);
    return WindowsDuplicateString(tag, &face->owner->tag);
}

static HRESULT WINAPI get_tag(Face *face, HSTRING *tag) { return WindowsDuplicateString(face->owner->tag, tag); }
static HRESULT WINAPI put_group(Face *face, HSTRING group) { note("put_Group", group, NULL, NULL); return S_OK; }

static const GUID dismissed_handler = { 0x61C2402F, 0x0ED0, 0x5A18, { 0xAB, 0x69, 0x59, 0xF4, 0xAA, 0x99, 0xA3, 0x68 } };

static const GUID failed_handler = { 0x95E3E803, 0xC969, 0x5E3A, { 0x97, 0x53, 0xEA, 0x2A, 0xD2, 0x2A, 0x9A, 0x33 } };

static HRESULT WINAPI add_dismissed(Face *face, IUnknown *handler, INT64 *token)
{
    *token = 1;
    return handler->lpVtbl->QueryInterface(handler, &dismissed_handler, (void **)&face->owner->handlers[0]);
}

static HRESULT WINAPI add_failed(Face *face, IUnknown *handler, INT64 *token)
{
    *token = 2;
    return handler->lpVtbl->QueryInterface(handler, &failed_handler, (void **)&face->owner->handlers[1]);
}

static void *const toast_slots[] = {
    COMMON, unexpected, unexpected, unexpected, add_dismissed, unexpected, unexpected, unexpected, add_failed, unexpected,
};
static void *const toast2_slots[] = { COMMON, put_tag, get_tag, put_group, unexpected, unexpected, unexpected };
static const Kind toast = {
    "toast",
    {
        { 0x997E2675, 0x059E, 0x4E60, { 0x8B, 0x06, 0x17, 0x60, 0x91, 0x7C, 0x8B, 0x80 } },
        { 0x9DFB9FD1, 0x143A, 0x490E, { 0x90, 0xBF, 0xB9, 0xFB, 0xA7, 0x13, 0x2D, 0xE7 } },
    },
    { toast_slots, toast2_slots },
};

static HRESULT WINAPI new_toast(Face *face, Face *content, void **result)
{
    return content->owner->kind == &document ? give(&toast, result) : E_INVALIDARG;
}

static void *const toast_factory_slots[] = { COMMON, new_toast };
static const Kind toast_factory = {
    "toast factory", { { 0x04124B20, 0x82C6, 0x4229, { 0xB1, 0x09, 0xFD, 0x9E, 0xD4, 0x66, 0x2B, 0x53 } } }, { toast_factory_slots },
};

static HRESULT WINAPI get_reason(Face *face, int *reason) { *reason = face->owner->reason; return S_OK; }

static void *const dismissal_slots[] = { COMMON, get_reason };
static const Kind dismissal = {
    "dismissal", { { 0x3F89D935, 0xD9CB, 0x4538, { 0xA0, 0xF0, 0xFF, 0xE7, 0x65, 0x99, 0x38, 0xF8 } } }, { dismissal_slots },
};

static const Kind failure = {
    "failure", { { 0x35176862, 0xCFD4, 0x44F8, { 0xAD, 0x64, 0xF5, 0x00, 0xFD, 0x89, 0x6C, 0x3B } } }, { dismissal_slots },
};

typedef struct {
    HRESULT (WINAPI *common[3])(void);
    HRESULT (WINAPI *invoke)(IUnknown *handler, Face *toast, Face *arguments);
} HandlerSlots;

/* What the file beside this library says, a number; -1 without it. */
static int told(const char *name)
{
    int number = -1;
    FILE *file = beside(name, "rb");
    if (file) {
        fscanf(file, "%i", &number);
        fclose(file);
    }

    return number;
}

static void tell(Face *shown, int which, const Kind *kind, int number)
{
    IUnknown *handler = shown->owner->handlers[which];
    Object *arguments = make(kind);
    arguments->reason = number;
    ((HandlerSlots *)handler->lpVtbl)->invoke(handler, shown, &arguments->faces[0]);
    release(&arguments->faces[0]);
}

static HRESULT WINAPI show(Face *face, Face *shown)
{
    note("Show", NULL, NULL, NULL);
    if (shown->owner->kind != &toast) {
        return E_INVALIDARG;
    }

    if (told("dismiss") >= 0) {
        tell(shown, 0, &dismissal, told("dismiss"));
    }

    if (told("fail") >= 0) {
        tell(shown, 1, &failure, told("fail"));
    }

    return S_OK;
}

/* Windows does not know a program without a package before its first toast. */
static HRESULT WINAPI get_setting(Face *face, int *setting)
{
    *setting = told("setting");
    return *setting < 0 ? HRESULT_FROM_WIN32(ERROR_NOT_FOUND) : S_OK;
}

static void *const notifier_slots[] = { COMMON, show, unexpected, get_setting, unexpected, unexpected, unexpected };
static const Kind notifier = {
    "notifier", { { 0x75927B93, 0x03F3, 0x41EC, { 0x91, 0xD3, 0x6E, 0x5B, 0xAC, 0x1B, 0x38, 0xE7 } } }, { notifier_slots },
};

static HRESULT WINAPI remove_one(Face *face, HSTRING tag, HSTRING group, HSTRING app)
{
    note("RemoveGroupedTagWithId", tag, group, app);
    return S_OK;
}

static HRESULT WINAPI clear(Face *face, HSTRING app) { note("ClearWithId", app, NULL, NULL); return S_OK; }

static void *const history_slots[] = { COMMON, unexpected, unexpected, remove_one, unexpected, unexpected, unexpected, clear };
static const Kind history = {
    "history", { { 0x5CADDC63, 0x01D3, 0x4C97, { 0x98, 0x6F, 0x05, 0x33, 0x48, 0x3F, 0xEE, 0x14 } } }, { history_slots },
};

static HRESULT WINAPI new_notifier(Face *face, HSTRING app, void **result)
{
    note("CreateToastNotifierWithId", app, NULL, NULL);
    return give(&notifier, result);
}

static HRESULT WINAPI get_history(Face *face, void **result) { return give(&history, result); }

static void *const manager_slots[] = { COMMON, unexpected, new_notifier, unexpected };
static void *const manager2_slots[] = { COMMON, get_history };
static const Kind manager = {
    "manager factory",
    {
        { 0x50AC103F, 0xD235, 0x4598, { 0xBB, 0xEF, 0x98, 0xFE, 0x4D, 0x1A, 0x3A, 0xD4 } },
        { 0x7AB93C52, 0x0E48, 0x4750, { 0xBA, 0x9D, 0x1A, 0x41, 0x13, 0x98, 0x18, 0x47 } },
    },
    { manager_slots, manager2_slots },
};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(HSTRING name, void **factory)
{
    const WCHAR *text = WindowsGetStringRawBuffer(name, NULL);
    const Kind *kind = !wcscmp(text, L"Windows.Data.Xml.Dom.XmlDocument") ? &document_factory
        : !wcscmp(text, L"Windows.UI.Notifications.ToastNotification") ? &toast_factory
        : !wcscmp(text, L"Windows.UI.Notifications.ToastNotificationManager") ? &manager
        : NULL;
    return kind ? give(kind, factory) : REGDB_E_CLASSNOTREG;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        library = instance;
        InitializeCriticalSection(&guard);
    }

    return TRUE;
}
