package nl.sluiswachter.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses may be pushed to, so that nobody can make the gateway call its own network (server-side request
 * forgery). Public unicast addresses may; private ones only for host names that the operator listed; link-local ones,
 * among them the metadata services of clouds, never.
 */
final class AddressRules {

    // IANA special-purpose registries for IPv4 (RFC 6890); private ranges apart, because an operator may allow those.
    private static final List<Range> PRIVATE_V4 = List.of(
            Range.of("10.0.0.0/8"),
            Range.of("100.64.0.0/10"),
            Range.of("127.0.0.0/8"),
            Range.of("172.16.0.0/12"),
            Range.of("192.168.0.0/16"));
    private static final List<Range> SPECIAL_V4 = List.of(
            Range.of("0.0.0.0/8"),
            Range.of("100.100.100.200/32"),
            Range.of("169.254.0.0/16"),
            Range.of("192.0.0.0/24"),
            Range.of("192.0.2.0/24"),
            Range.of("192.88.99.0/24"),
            Range.of("198.18.0.0/15"),
            Range.of("198.51.100.0/24"),
            Range.of("203.0.113.0/24"),
            Range.of("224.0.0.0/3"));

    private static final List<Range> PRIVATE_V6 = List.of(Range.of("::1/128"), Range.of("fc00::/7"));
    // Within global unicast: protocol assignments with Teredo, documentation, and 6to4, which hides an IPv4 address.
    private static final List<Range> SPECIAL_V6 = List.of(
            Range.of("fd00:ec2::254/128"),
            Range.of("2001::/23"),
            Range.of("2001:db8::/32"),
            Range.of("2002::/16"),
            Range.of("3fff::/20"));
    private static final Range GLOBAL_UNICAST_V6 = Range.of("2000::/3");

    private final Set<String> privateHosts;

    /** @param privateHosts host names that may have a private or loopback address */
    AddressRules(List<String> privateHosts) {
        this.privateHosts = privateHosts.stream().map(AddressRules::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a connection to the address may be made for this host name or literal. */
    boolean allow(String host, InetAddress address) {
        if (address instanceof Inet4Address) {
            return allow(host, address, SPECIAL_V4, PRIVATE_V4, true);
        }
        // Java turns IPv4-mapped forms into IPv4 addresses; what embeds one otherwise is not global unicast.
        return address instanceof Inet6Address
                && allow(host, address, SPECIAL_V6, PRIVATE_V6, GLOBAL_UNICAST_V6.contains(address));
    }

    private boolean allow(
            String host, InetAddress address, List<Range> never, List<Range> onlyListed, boolean otherwise) {
        if (anyContains(never, address)) {
            return false;
        }
        return anyContains(onlyListed, address) ? privateHosts.contains(lowerCase(host)) : otherwise;
    }

    private static boolean anyContains(List<Range> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static String lowerCase(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
