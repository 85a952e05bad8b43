"""Asks Python's ipaddress and our own rule of the same random addresses: addresses_agree.py HELPER.

Where the two differ we are the stricter ones, and each difference is named here."""

import ipaddress
import random
import subprocess
import sys

HOW_MANY = 20_000  # of each family and of each clothing; a second in all

# Global to Python, or to some of its versions, and called by nobody's webhook.
STRICTER = [ipaddress.ip_network(each) for each in (
    "192.0.0.0/24",     # IETF protocols; Python takes parts of it for global
    "192.31.196.0/24",  # AS112
    "192.88.99.0/24",   # 6to4 relays
    "224.0.0.0/4",      # multicast
    "2001::/23",        # IETF protocols, Teredo; Python takes parts of it for global
    "2002::/16",        # 6to4: whatever stands inside
    "3fff::/20",        # documentation, since 2024
)]
ALLOCATED = ipaddress.ip_network("2000::/3")  # what lies outside is refused without being named
NAT64 = ipaddress.ip_network("64:ff9b::/96")

# Around their edges most mistakes are made.
EDGES = [ipaddress.ip_network(each) for each in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "::ffff:0:0/96",
    "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2000::/3", "2001::/23", "2001:db8::/32",
    "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")]


def is_public(address):
    if address.version == 6:
        inside = address.ipv4_mapped
        if address in NAT64:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(inside)
        if address not in ALLOCATED:
            return False
    return address.is_global and not any(
        address in network for network in STRICTER if network.version == address.version)


def around(network):
    first, last = int(network[0]), int(network[-1])
    top = 2 ** network.max_prefixlen - 1
    kind = type(network[0])
    return [kind(number) for number in (first - 1, first, first + 1, last - 1, last, last + 1)
            if 0 <= number <= top]


def some_addresses(chance):
    for network in EDGES:
        yield from around(network)
        for _ in range(50):
            yield type(network[0])(chance.randint(int(network[0]), int(network[-1])))
    for _ in range(HOW_MANY):
        small = chance.getrandbits(32)
        yield ipaddress.IPv4Address(small)
        yield ipaddress.IPv6Address(0xFFFF << 32 | small)                     # mapped
        yield ipaddress.IPv6Address(int(NAT64[0]) | small)
        yield ipaddress.IPv6Address(0x2002 << 112 | small << 80)              # 6to4
        yield ipaddress.IPv6Address(small)                                    # compatible
        yield ipaddress.IPv6Address(chance.getrandbits(128))
        yield ipaddress.IPv6Address(1 << 125 | chance.getrandbits(125))       # allocated


def main(helper):
    seed = random.randrange(2 ** 32)
    addresses = list(some_addresses(random.Random(seed)))
    answers = subprocess.run(
        [helper], input="".join(f"{each}\n" for each in addresses), capture_output=True, text=True,
        check=True, timeout=120).stdout.split()
    wrong = [f"{address}: we say {answer}"
             for address, answer in zip(addresses, answers, strict=True)
             if answer != ("public" if is_public(address) else "refused")]
    print(f"{len(addresses)} addresses, {len(wrong)} differences, seed {seed}", *wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
