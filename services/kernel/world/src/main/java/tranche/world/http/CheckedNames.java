package tranche.world.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up for {@link SocketOutsideCalls}: the addresses that it gives back are those that are connected to, so that a
 * name which is shown to be harmless and then stands for something else is refused all the same.
 */
final class CheckedNames implements DnsResolver {

    private final boolean allowPrivate;

    CheckedNames(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** The name stands for an address that is not on the open internet. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!allowPrivate && !PublicAddresses.mayHave(host)) {
            throw new NotPublic(host);
        }
        InetAddress[] addresses = PublicAddresses.literal(host)
                .map(address -> new InetAddress[] {address})
                .orElse(null);
        if (addresses == null) {
            addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        }
        for (InetAddress address : addresses) {
            if (!PublicAddresses.has(address) && !(allowPrivate && isNearby(address))) {
                throw new NotPublic(host);
            }
        }
        return addresses;
    }

    /** This machine and private networks; the link has the metadata of clouds, which nobody tries out. */
    private static boolean isNearby(InetAddress address) {
        boolean isUniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
