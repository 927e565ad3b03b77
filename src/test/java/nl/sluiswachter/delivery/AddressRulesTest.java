package nl.sluiswachter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private final AddressRules strict = new AddressRules(List.of());
    private final AddressRules listed = new AddressRules(List.of("Receiver.Internal"));

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "192.169.0.1", "2a00:1450::1"})
    void allowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(strict.allow("receiver.example", InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.1", "2130706433", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                "100.64.0.1", "100.127.255.255", "::1", "fc00::1", "fdff::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"
            })
    void allowsPrivateAddressesOnlyForListedHosts(String address) throws UnknownHostException {
        InetAddress resolved = InetAddress.getByName(address);

        assertThat(strict.allow("receiver.internal", resolved)).isFalse();
        assertThat(listed.allow("other.internal", resolved)).isFalse();
        assertThat(listed.allow("receiver.INTERNAL", resolved)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "ff02::1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "192.0.0.8",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2001:0:1::1",
                "2001:db8::1",
                "::127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1"
            })
    void neverAllowsSpecialAddresses(String address) throws UnknownHostException {
        InetAddress resolved = InetAddress.getByName(address);

        assertThat(strict.allow("receiver.internal", resolved)).isFalse();
        assertThat(listed.allow("receiver.internal", resolved)).isFalse();
    }
}
