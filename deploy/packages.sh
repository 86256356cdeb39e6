# Sourced by the provisioning scripts: takes packages from the machine's own mirror into a folder,
# through an apt state of our own, so that neither root nor the system's packages are involved.
# apt checks every file against the signed index of the suite; nothing is fetched around it.

say() { printf '%s\n' "$*" >&2; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

cache_folder() {
    printf '%s\n' "${PLATEAU_CACHE:-${XDG_CACHE_HOME:-${HOME:?HOME is not set; set PLATEAU_CACHE to a folder we may write}/.cache}/plateau}"
}

# One builder at a time: two doors opened at once must not unpack into each other.
lock_cache() {
    mkdir -p "$1" || fail "cannot write $1; set PLATEAU_CACHE to a folder you may write"
    exec 9>"$1/.lock"
    flock -w 600 9 || fail "another build has held $1/.lock for ten minutes; end it and try again"
}

distribution() { ( . /etc/os-release 2>/dev/null && printf '%s\n' "${ID:-unknown}" ); }
codename() { ( . /etc/os-release 2>/dev/null && printf '%s\n' "${VERSION_CODENAME:-}" ); }

# Prints "URI|keyring" for the machine's main mirror, from deb822 (.sources) and one-line (.list) files.
machine_mirror() {
    local files=() f
    for f in /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -r "$f" ] && files+=("$f")
    done
    [ ${#files[@]} -gt 0 ] || return 1
    awk -v suite="$(codename)" '
        function offer(uri, suites, key,   n, s, i) {
            n = split(suites, s, /[ \t]+/)
            for (i = 1; i <= n && uri != ""; i++)
                if (s[i] == suite && !done) { split(uri, one, /[ \t]+/); print one[1] "|" key; done = 1 }
        }
        function stanza() { if (types ~ /(^| )deb( |$)/ && components ~ /(^| )main( |$)/) offer(uris, suites, key)
                            types = uris = suites = components = key = "" }
        FNR == 1 { stanza() }
        FILENAME ~ /\.sources$/ {
            if ($0 ~ /^[ \t]*$/) { stanza(); next }
            if ($0 ~ /^#/) next
            value = $0; sub(/^[^:]*:[ \t]*/, "", value)
            if ($0 ~ /^Types:/) types = value
            else if ($0 ~ /^URIs:/) uris = value
            else if ($0 ~ /^Suites:/) suites = value
            else if ($0 ~ /^Components:/) components = value
            else if ($0 ~ /^Signed-By:/) key = value
            next
        }
        /^[ \t]*deb[ \t]/ {
            line = $0; listkey = ""
            if (match(line, /\[[^]]*\]/)) {
                options = substr(line, RSTART + 1, RLENGTH - 2)
                if (match(options, /signed-by=[^ \t]+/)) listkey = substr(options, RSTART + 10, RLENGTH - 10)
                sub(/\[[^]]*\]/, "", line)
            }
            $0 = line
            if ($0 ~ / main/) offer($2, $3, listkey)
        }
        END { stanza() }' "${files[@]}"
}

# open_suite FOLDER SUITE COMPONENTS: a private apt state in FOLDER that knows one suite of the machine's mirror.
open_suite() {
    local folder=$1 suite=$2 components=$3 mirror uri key
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null ||
        fail "this machine has no apt-get and dpkg-deb; install the package yourself, or name a switch in the settings"
    mirror=$(machine_mirror); uri=${mirror%%|*}; key=${mirror#*|}
    if [ -z "$uri" ]; then
        [ "$(distribution)" = debian ] || fail "found no package mirror in /etc/apt/sources.list or /etc/apt/sources.list.d; add the machine's own and try again"
        uri=http://deb.debian.org/debian key=
    fi
    if [ -z "$key" ]; then
        for key in "/usr/share/keyrings/$(distribution)-archive-keyring.gpg" /usr/share/keyrings/debian-archive-keyring.gpg; do
            [ -r "$key" ] && break
        done
    fi
    mkdir -p "$folder"/{etc/apt.conf.d,etc/preferences.d,etc/trusted.gpg.d,state/lists/partial,cache/archives/partial}
    : > "$folder/status"
    printf 'deb [signed-by=%s] %s %s %s\n' "$key" "$uri" "$suite" "$components" > "$folder/etc/sources.list"
    APT=(-o "Dir::Etc=$folder/etc" -o "Dir::Etc::sourcelist=$folder/etc/sources.list" -o Dir::Etc::sourceparts=-
         -o "Dir::State=$folder/state" -o "Dir::State::status=$folder/status" -o "Dir::Cache=$folder/cache"
         -o Acquire::Languages=none -o Acquire::Retries=3 -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
         -o APT::Sandbox::User= -o APT::Install-Recommends=false -o APT::Update::Error-Mode=any -qq)
    say "Reading the index of $suite from $uri ..."
    apt-get "${APT[@]}" update >&2
}

# candidate PACKAGE: the version that the open suite offers, or nothing.
candidate() { apt-cache "${APT[@]}" policy "$1" | awk '/Candidate:/ && $2 != "(none)" { print $2 }'; }

# unpack FOLDER PACKAGE...: the packages and everything they need, unpacked side by side into FOLDER.
unpack() {
    local root=$1 cache deb; shift
    say "Fetching $* ..."
    apt-get "${APT[@]}" -y --download-only install "$@" >&2 ||
        fail "the packages could not be fetched; check the network and try again (nothing was left half done)"
    cache=$(apt-config "${APT[@]}" shell d Dir::Cache/d | sed "s/^d='\(.*\)'$/\1/")
    mkdir -p "$root"
    for deb in "$cache"/archives/*.deb; do
        dpkg-deb -x "$deb" "$root" || fail "cannot unpack $deb"
    done
}

# loader ROOT: the dynamic loader inside an unpacked tree.
loader() { find "$1" -name 'ld-linux*.so.*' \( -type f -o -type l \) | sort | head -n 1; }
