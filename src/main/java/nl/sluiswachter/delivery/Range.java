package nl.sluiswachter.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in CIDR notation. */
record Range(byte[] network, int prefix) {

    /** @param text a literal network and its prefix length */
    static Range of(String text) {
        int slash = text.indexOf('/');
        try {
            byte[] network = InetAddress.getByName(text.substring(0, slash)).getAddress();
            return new Range(network, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not a literal network", e);
        }
    }

    /** Whether the address is of the same family and in the block. */
    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == network.length && leading(bytes).equals(leading(network));
    }

    private BigInteger leading(byte[] bytes) {
        return new BigInteger(1, bytes).shiftRight(Byte.SIZE * bytes.length - prefix);
    }
}
