package tranche.world.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses are on the open internet, by the registries of special-purpose addresses of IANA (RFC 6890): whatever leads
 * to this machine, to its own network, to many machines at once or through a translation to one of these is not.
 */
public final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private
            Block.of("100.64.0.0", 10), // shared by carriers
            Block.of("127.0.0.0", 8), // this machine
            Block.of("169.254.0.0", 16), // this link, and the metadata of clouds
            Block.of("172.16.0.0", 12), // private
            Block.of("192.0.0.0", 24), // protocol assignments
            Block.of("192.0.2.0", 24), // documentation
            Block.of("192.88.99.0", 24), // relays to IPv6
            Block.of("192.168.0.0", 16), // private
            Block.of("198.18.0.0", 15), // measuring
            Block.of("198.51.100.0", 24), // documentation
            Block.of("203.0.113.0", 24), // documentation
            Block.of("224.0.0.0", 4), // many at once
            Block.of("240.0.0.0", 4)); // reserved, and everybody

    /** All that is given out to the open internet of IPv6: local addresses and translations of IPv4 lie elsewhere. */
    private static final Block GIVEN_OUT_6 = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of("2001::", 23), // protocol assignments, Teredo among them
            Block.of("2001:db8::", 32), // documentation
            Block.of("2002::", 16), // carries an address of IPv4
            Block.of("3fff::", 20)); // documentation

    private PublicAddresses() {}

    private record Block(byte[] network, int bits) {

        static Block of(String network, int bits) {
            return new Block(InetAddress.ofLiteral(network).getAddress(), bits);
        }

        boolean holds(byte[] address) {
            int whole = bits / Byte.SIZE;
            for (int i = 0; i < whole; i++) {
                if (address[i] != network[i]) {
                    return false;
                }
            }
            int rest = bits % Byte.SIZE;
            int mask = 0xff << (Byte.SIZE - rest) & 0xff;
            return rest == 0 || (address[whole] & mask) == (network[whole] & mask);
        }
    }

    /** Whether an address is on the open internet. */
    public static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes))
                : GIVEN_OUT_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /**
     * Whether a host may be on the open internet, as far as its name says without asking anybody: a number in whatever form
     * is its address, and some names stand for this machine or its network everywhere.
     *
     * @param host of a URI; an address of IPv6 in brackets
     */
    public static boolean mayHave(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        boolean isLocalName =
                !name.contains(".") && !name.contains(":") && literal(name).isEmpty()
                        || name.endsWith(".localhost")
                        || name.endsWith(".local")
                        || name.endsWith(".internal")
                        || name.endsWith(".home.arpa");
        return !isLocalName && literal(name).map(PublicAddresses::has).orElse(true);
    }

    /** The address that a host spells, in the forms of every resolver: dotted, one number, octal, hexadecimal. */
    static Optional<InetAddress> literal(String host) {
        try {
            if (host.startsWith("[") && host.endsWith("]")) {
                return Optional.of(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
            }
            return Optional.of(host.contains(":") ? InetAddress.ofLiteral(host) : Inet4Address.ofPosixLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
