<#
.SYNOPSIS
Makes target\package\Guichet-VERSION-machine.msi and Guichet-VERSION-user.msi.

.DESCRIPTION
The first installs for everybody (silently: msiexec /i FILE /qn, as an administrator), the second for one person who
is no administrator. Each keeps its own upgrade code from version to version, so that a newer version takes the older
one's place. The two do not know of each other: where both are installed there are two entries in the menu and two
programs, of which only one at a time opens the person's training database. Remove the personal one when the
machine's comes: msiexec /x Guichet-VERSION-user.msi /qn, as that person.
Needs target\guichet, which "mvn package" leaves on Windows, a JDK 25 (JAVA_HOME, or jpackage on the PATH), and the
WiX Toolset 3.14 or newer on the PATH, which jpackage calls.

.PARAMETER Scope
machine, user, or both (the default).
#>
param([ValidateSet('machine', 'user', 'both')] [string] $Scope = 'both')

$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

# Fixed for ever: Windows knows by them that a newer package is the same program.
$upgradeCodes = @{
    machine = 'a471bf83-17cd-44e3-96da-f555e956cf82'
    user    = 'e7412efa-0728-4678-8a5a-7ac30c524770'
}
$image = 'target\guichet'
$out = 'target\package'

function Stop-Packaging([string] $sentence) {
    [Console]::Error.WriteLine("packaging: $sentence")
    exit 1
}

if ($env:OS -ne 'Windows_NT') {
    Stop-Packaging 'an MSI can be made on Windows only; on Linux run packaging/linux/deb.sh.'
}
if (-not ((Test-Path "$image\lib\guichet.jar") -and (Test-Path "$image\bin\glass.dll") -and (Test-Path "$image\runtime\bin\java.exe"))) {
    Stop-Packaging "$image is not complete; run mvn package on this machine first."
}
$jpackage = if ($env:JAVA_HOME -and (Test-Path "$env:JAVA_HOME\bin\jpackage.exe")) { "$env:JAVA_HOME\bin\jpackage.exe" }
            else { (Get-Command jpackage -ErrorAction SilentlyContinue).Source }
if (-not $jpackage) { Stop-Packaging 'no jpackage was found; set JAVA_HOME to a JDK 25.' }
$major = [int] ((& $jpackage --version) -replace '^(\d+).*$', '$1')
if ($major -lt 25) { Stop-Packaging "$jpackage is of JDK $major; set JAVA_HOME to a JDK 25." }
if (-not ((Get-Command candle -ErrorAction SilentlyContinue) -or (Get-Command wix -ErrorAction SilentlyContinue))) {
    Stop-Packaging 'the WiX Toolset is not on the PATH; install it, jpackage needs it to make an MSI.'
}
$version = ([xml] (Get-Content -Encoding UTF8 pom.xml)).project.version

$javaOptions = @()
foreach ($line in Get-Content packaging\bin\jvm.args) {
    $option = $line.Trim()
    if ($option -and -not $option.StartsWith('#')) { $javaOptions += '--java-options', $option }
}

# The trust store of Windows and its accessibility bridge are in the runtime (pom.xml, profile windows).
$staging = "$out\input"
if (Test-Path $staging) { Remove-Item -Recurse -Force $staging }
New-Item -ItemType Directory -Force $staging | Out-Null
Copy-Item -Recurse "$image\lib" $staging
# JavaFX looks for its libraries in ..\bin, seen from its jars, before it would unpack them into the user's profile.
New-Item -ItemType Directory -Force "$staging\bin" | Out-Null
Copy-Item "$image\bin\*.dll" "$staging\bin"

$wanted = @(if ($Scope -eq 'both') { 'machine', 'user' } else { $Scope })
foreach ($one in $wanted) {
    $perUser = @(if ($one -eq 'user') { '--win-per-user-install' })
    & $jpackage '@packaging/jpackage.args' --type msi --name Guichet --app-version $version `
        --icon icons\guichet.ico --license-file LICENSE --input $staging --runtime-image "$image\runtime" --dest $out `
        --add-launcher guichet-console=packaging\windows\console.properties `
        --win-menu --win-menu-group Guichet --win-shortcut --win-upgrade-uuid $upgradeCodes[$one] @perUser @javaOptions
    if ($LASTEXITCODE -ne 0) { Stop-Packaging "jpackage failed for the $one package; its own message is above." }
    Move-Item -Force "$out\Guichet-$version.msi" "$out\Guichet-$version-$one.msi"
    Write-Output "$out\Guichet-$version-$one.msi"
}
Remove-Item -Recurse -Force $staging
