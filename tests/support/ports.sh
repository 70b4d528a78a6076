# Free ports for shell tests: sourced. They lie below the range that the kernel takes the ports of
# outgoing connections from, which may come and go between the look and the use.

# free_port [FROM]: the first port from FROM (a random one without it) that nobody uses
free_port() {
    port_seen=${1:-$((10000 + $(od -An -N2 -tu2 /dev/urandom) % 20000))}
    while awk -v p=":$(printf %04X "$port_seen")\$" '$2 ~ p && $4 != "06" { f = 1 } END { exit !f }' \
        /proc/net/tcp /proc/net/tcp6 2>/dev/null; do
        port_seen=$((port_seen + 1))
    done
    echo "$port_seen"
}
