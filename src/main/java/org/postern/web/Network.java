package org.postern.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, such as {@code 172.28.0.0/16}; of one address, if all its bits count.
 *
 * @param width 32 or 128 bits
 * @param bits how many of them count
 * @param prefix those that count
 */
record Network(int width, int bits, BigInteger prefix) {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    static Network around(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        int width = 8 * bytes.length;
        return new Network(width, bits, new BigInteger(1, bytes).shiftRight(width - bits));
    }

    /**
     * @param text an address, or an address, a slash and a number of bits
     * @throws IllegalArgumentException if it is neither; also for {@code /0}, which is everybody
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("no address: " + text));
        int width = 8 * address.getAddress().length;
        int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
        if (bits < 1 || bits > width) {
            throw new IllegalArgumentException("1 to " + width + " bits: " + text);
        }
        return around(address, bits);
    }

    /** Reads digits only: a name would be asked of the network's name server. */
    static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        return width == 8 * address.getAddress().length && equals(around(address, bits));
    }
}
