; The setup program for Windows. Built by 'dotnet run build.cs -- package', which names VERSION, FILES and OUT.
; setup.exe /S installs silently, /D=C:\folder chooses where; uninstall.exe /S leaves nothing, /KEEP=1 leaves settings and backups.
; /WAIT=SECONDS says how long either waits for a program in use.

; NSIS's usual stub is a 32-bit program, which ends without a word where Wine has only 64 bits.
Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinMessages.nsh"
!include "WordFunc.nsh"

!define NAME "TrayAgent"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

; The class of the agent's window: src/TrayAgent.Desktop/Windows/MessageWindow.cs.
!define WINDOW "TrayAgent"
!define /ifndef SYNCHRONIZE 0x00100000

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "The ${NAME} team, Apache-2.0"

!define MUI_ICON "${FILES}/trayagent.ico"
!define MUI_UNICON "${FILES}/trayagent.ico"
!define MUI_FINISHPAGE_RUN "$Starter"
!define MUI_FINISHPAGE_RUN_PARAMETERS "run"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME} now"
!insertmacro MUI_PAGE_LICENSE "${FILES}/LICENSE.txt"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolderPage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; And ended by us.
Var WasRunning

; Where the version is that is there already; empty: there is none.
Var Earlier

; Whose program is meant.
Var Folder
Var Starter

; Says the sentence in $3. Nothing has been changed, so what ran before runs on.
!define IN_USE "'$Folder\trayagent.exe' is still in use, by the agent or by a command in a terminal. End it and try again; nothing was changed."
!macro GiveUp UN
Function ${UN}GiveUp
  ${If} $WasRunning = 1
    SetOutPath "$PROFILE"
    ${If} ${FileExists} "$Earlier\trayagentw.exe"
      Exec '"$Earlier\trayagentw.exe" run'
    ${Else}
      Exec '"$Earlier\trayagent.exe" run'
    ${EndIf}
  ${EndIf}
  MessageBox MB_OK|MB_ICONSTOP "$3" /SD IDOK
  SetErrorLevel 1
  Abort "Nothing was changed."
FunctionEnd
!macroend
!insertmacro GiveUp ""
!insertmacro GiveUp "un."

; Asks the window $0 to close, and waits until its program has ended; $0 is 0 then.
!macro CloseWindow
  System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r3)'
  System::Call 'kernel32::OpenProcess(i ${SYNCHRONIZE}, i 0, i r3) p.r3'
  SendMessage $0 ${WM_CLOSE} 0 0 /TIMEOUT=5000
  System::Call 'kernel32::WaitForSingleObject(p r3, i 10000) i.r0'
  System::Call 'kernel32::CloseHandle(p r3)'
!macroend

; Asks the agent to end, as "Quit" does, and waits until its file can be written over, at most 15 s. One that has just been started
; has no window yet, so it is looked for each time.
!macro EndAgent UN
Function ${UN}EndAgent
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/WAIT=" $2
  ${If} ${Errors}
    StrCpy $2 15
  ${EndIf}
  IntOp $2 $2 * 4

  ; The message box of trayagentw.exe, which tells people to install this again, keeps that file in use.
  ${Do}
    FindWindow $0 "#32770" "${NAME}"
    ${If} $0 = 0
      ${ExitDo}
    ${EndIf}
    !insertmacro CloseWindow
  ${LoopUntil} $0 <> 0

  StrCpy $1 0
  ${Do}
    FindWindow $0 "${WINDOW}"
    ${If} $0 <> 0
      ; Only when its process is gone another agent can start.
      !insertmacro CloseWindow
      ${If} $0 = 0
        StrCpy $WasRunning 1
      ${EndIf}
    ${EndIf}
    ${IfNot} ${FileExists} "$Folder\trayagent.exe"
      Return
    ${EndIf}
    ClearErrors
    FileOpen $0 "$Folder\trayagent.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    Sleep 250
    IntOp $1 $1 + 1
  ${LoopUntil} $1 >= $2
  StrCpy $3 "${IN_USE}"
  Call ${UN}GiveUp
FunctionEnd
!macroend
!insertmacro EndAgent ""
!insertmacro EndAgent "un."

; What others put into $Folder stays, and so does the folder then.
!macro TakeAway UN
Function ${UN}TakeAway
  nsExec::Exec '"$Folder\trayagent.exe" path off'
  Pop $0
  Delete "$Folder\trayagent.exe"
  Delete "$Folder\trayagentw.exe"
  Delete "$Folder\trayagent.ico"
  Delete "$Folder\LICENSE.txt"
  Delete "$Folder\THIRD-PARTY-NOTICES.txt"
  Delete "$Folder\trayagent.cdx.json"
  Delete "$Folder\uninstall.exe"
  RMDir "$Folder"
FunctionEnd
!macroend
!insertmacro TakeAway ""
!insertmacro TakeAway "un."

!macro RefuseBelow OWN
  StrLen $1 "${OWN}\"
  StrCpy $2 "$INSTDIR\" $1
  ${If} $2 == "${OWN}\"
    StrCpy $3 "'$INSTDIR' is where ${NAME} keeps settings or state, which the uninstallation removes. Choose another folder; nothing was changed."
  ${EndIf}
!macroend

; Why the program cannot be put into $INSTDIR: a sentence in $3, or nothing. What lies there would be written over, and removed one day.
Function WhyNotThere
  StrCpy $3 ""
  System::Call 'kernel32::GetFullPathNameW(w "$INSTDIR", i ${NSIS_MAX_STRLEN}, w .r0, p 0)'
  StrCpy $INSTDIR $0
  !insertmacro RefuseBelow "$APPDATA\${NAME}"
  !insertmacro RefuseBelow "$LOCALAPPDATA\${NAME}"
  !insertmacro RefuseBelow "$PROFILE\.aws\sso\trayagent"
  ReadRegStr $1 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $3 != ""
  ${OrIf} $INSTDIR == $1
  ${OrIf} $INSTDIR == "$LOCALAPPDATA\Programs\${NAME}"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\trayagent.exe"
  ${AndIf} ${FileExists} "$INSTDIR\trayagent.cdx.json"
    Return
  ${EndIf}
  FindFirst $1 $2 "$INSTDIR\*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      StrCpy $3 "'$INSTDIR' has files of others in it. Choose a new or an empty folder; nothing was changed."
    ${EndIf}
    ClearErrors
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd

Function LeaveFolderPage
  Call WhyNotThere
  ${If} $3 != ""
    MessageBox MB_OK|MB_ICONSTOP "$3"
    Abort
  ${EndIf}
FunctionEnd

; Somebody who rolls out an older version silently means it.
Function .onInit
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${IfNot} ${Silent}
  ${AndIf} $0 != ""
  ${AndIf} $1 = 1
    MessageBox MB_OKCANCEL|MB_ICONQUESTION "${NAME} $0 is installed, which is newer than the ${VERSION} of this setup program. Put the older one in its place?" IDOK go
    Abort
    go:
  ${EndIf}
FunctionEnd

Section
  StrCpy $WasRunning 0
  Call WhyNotThere
  ${If} $3 != ""
    Call GiveUp
  ${EndIf}
  ReadRegStr $Earlier HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $Earlier == ""
    StrCpy $Earlier $INSTDIR
  ${EndIf}
  StrCpy $Folder $Earlier
  Call EndAgent
  StrCpy $Folder $INSTDIR
  Call EndAgent
  SetOutPath "$INSTDIR"

  ; Beside the old one, and then in its place in one step: a full disk, or a command that was started meanwhile, leaves that whole.
  ClearErrors
  File "/oname=trayagent.exe.new" "${FILES}/trayagent.exe"
  ${If} ${Errors}
    Delete "$INSTDIR\trayagent.exe.new"
    StrCpy $3 "'$INSTDIR\trayagent.exe.new' could not be written; nothing was changed. Make room on the disk and try again."
    Call GiveUp
  ${EndIf}

  ; One folder may have two names.
  ${If} ${FileExists} "$Earlier\trayagent.exe.new"
    StrCpy $Earlier $INSTDIR
  ${EndIf}
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\trayagent.exe.new", w "$INSTDIR\trayagent.exe", i 1) i.r0'
  ${If} $0 = 0
    Delete "$INSTDIR\trayagent.exe.new"
    StrCpy $3 "${IN_USE}"
    Call GiveUp
  ${EndIf}
  File "${FILES}/trayagentw.exe"
  File "${FILES}/trayagent.ico"
  File "${FILES}/LICENSE.txt"
  File "${FILES}/THIRD-PARTY-NOTICES.txt"
  File "${FILES}/trayagent.cdx.json"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  ; A virus scanner may take a small program away that starts others.
  StrCpy $Starter "$INSTDIR\trayagentw.exe"
  ${IfNot} ${FileExists} $Starter
    StrCpy $Starter "$INSTDIR\trayagent.exe"
  ${EndIf}

  ; Whoever has a folder for its current one keeps it from being removed.
  SetOutPath "$PROFILE"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$Starter" "run" "$INSTDIR\trayagent.ico"

  ; Whoever turned it off keeps it off when a newer version comes.
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 == ""
    nsExec::Exec '"$INSTDIR\trayagent.exe" autostart on'
    Pop $0
    nsExec::Exec '"$INSTDIR\trayagent.exe" path on'
    Pop $0
  ${ElseIf} $Earlier != $INSTDIR
    StrCpy $Folder $Earlier
    Call TakeAway
    ReadRegStr $0 HKCU "${RUN}" "${NAME}"
    ${If} $0 != ""
      WriteRegStr HKCU "${RUN}" "${NAME}" '"$Starter" run'
    ${EndIf}
    nsExec::Exec '"$INSTDIR\trayagent.exe" path on'
    Pop $0
  ${Else}
    ; Versions that had no trayagentw.exe started this at login. Another program, which somebody chose there, stays.
    ReadRegStr $1 HKCU "${RUN}" "${NAME}"
    ${If} $1 == '"$0\trayagent.exe" run'
      WriteRegStr HKCU "${RUN}" "${NAME}" '"$Starter" run'
    ${EndIf}
  ${EndIf}

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\trayagent.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The ${NAME} team"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"

  ; What ran before the upgrade runs after it.
  ${If} $WasRunning = 1
    Exec '"$Starter" run'
  ${EndIf}
SectionEnd

Function un.onInit
  ${IfNot} ${Silent}
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "If Claude Code's settings call ${NAME} (awsAuthRefresh, awsCredentialExport), its sign-in fails without it. 'trayagent claude fix --mode plain' in a terminal changes that; do it before you go on." IDOK go
    Abort
  ${EndIf}
  go:
FunctionEnd

Section "Uninstall"
  StrCpy $WasRunning 0
  StrCpy $Earlier $INSTDIR
  StrCpy $Folder $INSTDIR
  Call un.EndAgent
  Call un.TakeAway
  DeleteRegValue HKCU "${RUN}" "${NAME}"
  DeleteRegValue HKCU "${APPROVED}" "${NAME}"
  DeleteRegKey HKCU "Software\Classes\trayagent"
  DeleteRegKey HKCU "Software\Classes\AppUserModelId\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEP=" $1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION "Keep your settings, and the backups of the files that ${NAME} changed?" /SD IDNO IDYES done
  ${ElseIf} $1 = 1
    Goto done
  ${EndIf}
  RMDir /r "$APPDATA\${NAME}"
  RMDir /r "$LOCALAPPDATA\${NAME}"
  RMDir /r "$PROFILE\.aws\sso\trayagent"
  done:
SectionEnd
