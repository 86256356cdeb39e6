# Sourced by the provisioning scripts of servers that know where they live (their programs, modules, users):
# the packages are unpacked into one folder that looks like a whole machine, and PRoot shows it to them as the machine.
# Nothing is installed, no service starts, no root is needed.

# unpacked_machine NAME PACKAGE...: prints the folder of the unpacked packages; its file "run" starts a program inside.
# A caller sets $suite to look in another suite than the machine's own.
unpacked_machine() {
    local name=$1 here cache stamp final build components; shift
    here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
    cache=$(cache_folder)
    suite=${suite:-$(codename)}
    stamp=$(cat "$here/unpacked.sh" "$here/provision-$name" | sha256sum | cut -c1-8)
    final=$cache/$name-$suite-$stamp
    [ -x "$final/run" ] && { printf '%s\n' "$final"; return 0; }
    lock_cache "$cache"
    [ -x "$final/run" ] && { printf '%s\n' "$final"; return 0; }

    rm -rf "$cache"/.building-"$name"-*
    build=$(mktemp -d "$cache/.building-$name-XXXXXX")
    trap 'rm -rf "$build"' EXIT
    case $(distribution) in
        debian) components=main ;;
        *)      components="main universe" ;;
    esac
    open_suite "$build/apt" "$suite" "$components" || fail "the machine's package index could not be read; check the network and try again"
    unpack "$build/root" proot coreutils dash "$@"
    rm -rf "$build/apt"
    merge_usr "$build/root"
    write_run "$build"
    chmod -R u+rwX,go+rX "$build"
    rm -rf "$final"
    mv "$build" "$final"
    trap - EXIT
    printf '%s\n' "$final"
}

# Newer packages leave /bin and /lib as links that only an installed system makes.
merge_usr() {
    local root=$1 part
    for part in bin sbin lib lib64; do
        mkdir -p "$root/usr/$part"
        [ -L "$root/$part" ] && continue
        [ -d "$root/$part" ] && { cp -a "$root/$part/." "$root/usr/$part/"; rm -rf "${root:?}/$part"; }
        ln -s "usr/$part" "$root/$part"
    done
    [ -e "$root/usr/bin/sh" ] || ln -s dash "$root/usr/bin/sh"
}

# PRoot itself runs from the unpacked tree, with the tree's own loader and libraries.
write_run() {
    local build=$1
    mkdir -p "$build/root"/{tmp,proc,dev,sys,run,var/lib}
    cat > "$build/run" <<'RUN'
#!/bin/sh
# run FOLDER PROGRAM ARGUMENT...: runs a program of this unpacked tree, which sees the tree as / and works in FOLDER.
# Who is root appears as an ordinary user, because a mail server refuses to work as root.
root=$(cd "$(dirname "$0")" && pwd)/root
folder=$1; shift
user=$(id -u) group=$(id -g) seen=
[ "$user" -ne 0 ] || { user=1000 group=1000 seen="-i 1000:1000"; }
if [ ! -e "$folder/passwd" ]; then
    printf 'root:x:0:0::/:/bin/sh\nplateau:x:%s:%s::/tmp:/bin/sh\nDebian-exim:x:%s:%s::/tmp:/bin/sh\n' "$user" "$group" "$user" "$group" > "$folder/passwd"
    printf 'root:x:0:\nplateau:x:%s:\nDebian-exim:x:%s:\nmail:x:%s:\n' "$group" "$group" "$group" > "$folder/group"
fi
loader=$(find "$root/usr/lib" "$root/usr/lib64" -name 'ld-linux*.so.*' | sort | head -n 1)
libraries=$(find "$root/usr/lib" -maxdepth 2 -name 'lib*.so.*' -printf '%h\n' | sort -u | paste -sd:)
# shellcheck disable=SC2086 # two words or none
exec "$loader" --library-path "$libraries" "$root/usr/bin/proot" $seen -r "$root" -w "$folder" \
    -b /proc -b /dev -b /sys -b "$folder" -b "$folder/passwd:/etc/passwd" -b "$folder/group:/etc/group" \
    -b /etc/hosts -b /etc/resolv.conf "$@"
RUN
    chmod 755 "$build/run"
}
