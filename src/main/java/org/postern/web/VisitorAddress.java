package org.postern.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which network a visitor comes from, for the brakes on guessing and for nothing else. The address itself never leaves
 * this class: what it gives is a fingerprint under a secret that dies with the process, so that nothing that is stored
 * or logged by mistake tells who was here.
 */
@ApplicationScoped
public class VisitorAddress {
    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 64;
    private static final Network PRIVATE_IPV6 = Network.parse("fc00::/7");

    private final byte[] secret = new byte[32];
    private final List<Network> proxies;

    @Inject
    public VisitorAddress(Settings settings) {
        this.proxies = settings.proxies().stream().map(Network::parse).toList();
        new SecureRandom().nextBytes(secret);
    }

    /** For CDI's proxy only. */
    protected VisitorAddress() {
        this.proxies = List.of();
    }

    /**
     * @return a fingerprint of the visitor's /24 (IPv4) or /64 (IPv6); null if nobody can tell visitors apart, as behind
     *     an onion service, on this machine, or behind a proxy that does not say whom it serves
     */
    public @Nullable String network(HttpServletRequest request) {
        return visitor(request)
                .filter(address -> !isShared(address))
                .map(this::fingerprint)
                .orElse(null);
    }

    /** The last address that none of our own proxies has; what stands left of it, anyone may have written. */
    private Optional<InetAddress> visitor(HttpServletRequest request) {
        Optional<InetAddress> peer = peer(request);
        Optional<InetAddress> last = peer;
        for (String hop : hopsFromTheRight(request)) {
            if (last.filter(this::isOurProxy).isEmpty()) {
                return last;
            }
            last = Network.address(hop);
            if (last.isEmpty()) {
                return peer;
            }
        }
        return last;
    }

    private static Optional<InetAddress> peer(HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        int zone = address.indexOf('%');
        return Network.address(zone < 0 ? address : address.substring(0, zone));
    }

    private static List<String> hopsFromTheRight(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            Arrays.stream(line.split(",", -1)).map(String::strip).forEach(hops::add);
        }
        Collections.reverse(hops);
        return hops;
    }

    private boolean isOurProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** An address of this machine or house is a proxy's or Tor's, whether or not the operator named it. */
    private boolean isShared(InetAddress address) {
        return isOurProxy(address)
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || PRIVATE_IPV6.contains(address);
    }

    private String fingerprint(InetAddress address) {
        Network network = Network.around(address, address instanceof Inet4Address ? IPV4_BITS : IPV6_BITS);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return Base64.getEncoder()
                    .encodeToString(digest.digest(network.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
