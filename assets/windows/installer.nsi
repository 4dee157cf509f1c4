; Makes the installer for Windows; `bash assets/windows/package` gives what it needs.
; For one user, without an administrator. What it writes is a folder, an entry in the Start menu,
; and keys of this user; the uninstaller takes all of it away.
;
; Windows knows a file by what follows its last dot, so `mine.opatlas.ron` is a `.ron` for it, as are
; the files of other programs. Opatlas is offered for `.ron` and `.view` under "Open with"; it opens
; them by double click only where nothing else did when it was installed, or where the user says so.
Unicode true
!include MUI2.nsh
!include FileFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Opatlas"
!define CLASSES "Software\Classes"
!define CAPABILITIES "Software\Opatlas\Capabilities"

Name "Opatlas"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Opatlas"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Opatlas"
VIAddVersionKey "FileDescription" "Opatlas installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT or Apache 2.0"

!define MUI_ICON "${SOURCE}\assets\icon\opatlas.ico"
!define MUI_UNICON "${SOURCE}\assets\icon\opatlas.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\opatlas.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that is open cannot be replaced or removed.
!macro ClosedFirst
  again:
    IfFileExists "$INSTDIR\opatlas.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\opatlas.exe" a
    IfErrors 0 closes
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Opatlas is open. Close its window, then try again." /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  closes:
    FileClose $0
  closed:
!macroend

; A kind of file: what it is called, and what opens it.
!macro Kind ENDING CLASS NAME
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "FriendlyTypeName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" '"$INSTDIR\opatlas.exe",0'
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\opatlas.exe" "%1"'
  ReadRegStr $0 HKCR "${ENDING}" ""
  StrCmp $0 "" 0 +2
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\opatlas.exe\SupportedTypes" "${ENDING}" ""
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${ENDING}" "${CLASS}"
!macroend

!macro NoKind ENDING CLASS
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
  DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  StrCmp $0 "${CLASS}" 0 +2
  DeleteRegValue HKCU "${CLASSES}\${ENDING}" ""
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
!macroend

; Has the desktop look at the kinds of files again.
!macro KindsChanged
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro ClosedFirst
  SetOutPath "$INSTDIR"
  File "${BUILT}\opatlas.exe"
  File "${BUILT}\opatlas.com"
  File "${BUILT}\THIRD-PARTY.txt"
  File "${SOURCE}\LICENSE-MIT"
  File "${SOURCE}\LICENSE-APACHE"
  File /oname=LICENSE-fonts "${SOURCE}\assets\fonts\OFL.txt"
  File /oname=LICENSE-icons "${SOURCE}\assets\icons\LICENSE-phosphor"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Opatlas.lnk" "$INSTDIR\opatlas.exe"

  !insertmacro Kind ".ron" "Opatlas.Dataset" "Opatlas dataset"
  !insertmacro Kind ".view" "Opatlas.View" "Opatlas view"
  WriteRegStr HKCU "${CLASSES}\Applications\opatlas.exe" "FriendlyAppName" "Opatlas"
  WriteRegStr HKCU "${CLASSES}\Applications\opatlas.exe\shell\open\command" "" '"$INSTDIR\opatlas.exe" "%1"'
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "Opatlas"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "Compares international police operations"
  WriteRegStr HKCU "Software\RegisteredApplications" "Opatlas" "${CAPABILITIES}"
  !insertmacro KindsChanged

  WriteRegStr HKCU "${KEY}" "DisplayName" "Opatlas"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" '"$INSTDIR\opatlas.exe",0'
  WriteRegStr HKCU "${KEY}" "Publisher" "The Opatlas authors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section "un."
  !insertmacro ClosedFirst
  Delete "$INSTDIR\opatlas.exe"
  Delete "$INSTDIR\opatlas.com"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\LICENSE-fonts"
  Delete "$INSTDIR\LICENSE-icons"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir "$LOCALAPPDATA\Programs"
  Delete "$SMPROGRAMS\Opatlas.lnk"

  !insertmacro NoKind ".ron" "Opatlas.Dataset"
  !insertmacro NoKind ".view" "Opatlas.View"
  DeleteRegKey HKCU "${CLASSES}\Applications\opatlas.exe"
  DeleteRegKey HKCU "Software\Opatlas"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Opatlas"
  DeleteRegKey HKCU "${KEY}"
  !insertmacro KindsChanged

  ; What the program itself keeps: settings, and the report of a fault.
  MessageBox MB_YESNO|MB_ICONQUESTION "Remove the settings of Opatlas too?$\nYour datasets and pictures stay where they are." /SD IDYES IDNO done
  RMDir /r "$APPDATA\opatlas\Opatlas"
  RMDir "$APPDATA\opatlas"
  RMDir /r "$LOCALAPPDATA\opatlas\Opatlas"
  RMDir "$LOCALAPPDATA\opatlas"
  done:
SectionEnd
