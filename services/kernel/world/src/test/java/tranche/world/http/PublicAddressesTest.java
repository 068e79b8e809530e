package tranche.world.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F28: an address")
class PublicAddressesTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // This machine, in every spelling.
                "localhost",
                "LOCALHOST",
                "localhost.",
                "app.localhost",
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "127.255.255.254",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "0.0.0.0",
                "0",
                "0.1.2.3",
                "[::]",
                // Its own network.
                "10.0.0.1",
                "10.255.255.255",
                "167772161",
                "0xa000001",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                "3232235521",
                "[fc00::1]",
                "[fd12:3456:789a::1]",
                "[::ffff:192.168.0.1]",
                "printer.local",
                "db.internal",
                "router.home.arpa",
                "intranet",
                // Its link, and the metadata of clouds.
                "169.254.0.1",
                "169.254.169.254",
                "2852039166",
                "0xa9fea9fe",
                "[fe80::1]",
                "[::ffff:169.254.169.254]",
                "[fd00:ec2::254]",
                "metadata.google.internal",
                // Shared by carriers, kept for protocols, measuring and documentation.
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "[2001:db8::1]",
                "[3fff::1]",
                "[100::1]",
                "[5f00::1]",
                // Translations to IPv4, whatever stands behind them.
                "[64:ff9b::7f00:1]",
                "[64:ff9b::10.0.0.1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::1]",
                "[2001::1]",
                "[2001:10::1]",
                // Many at once, everybody, and nobody.
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "4294967295",
                "[ff02::1]",
                "[ff0e::1]"
            })
    void that_is_not_on_the_open_internet_is_refused_by_name_and_at_the_connection(String host) {
        assertThat(PublicAddresses.mayHave(host)).isFalse();
        assertThatThrownBy(() -> new CheckedNames(false).resolve(host)).isInstanceOf(CheckedNames.NotPublic.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "134744072",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "[2606:4700::1]",
                "[2a00:1450:4001::1]",
                "[2001:200::1]",
                "[2003::1]"
            })
    void of_the_open_internet_is_taken(String host) throws UnknownHostException {
        assertThat(PublicAddresses.mayHave(host)).isTrue();
        assertThat(new CheckedNames(false).resolve(host)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"127.0.0.1", "[::1]", "10.0.0.1"})
    void is_taken_where_the_operator_allows_it(String host) {
        assertThatCode(() -> new CheckedNames(true).resolve(host)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"example.com", "hooks.example.com.", "xn--bcher-kva.example", "a-b.c1.example.org"})
    void behind_a_name_is_asked_for_when_it_is_called(String host) {
        assertThat(PublicAddresses.mayHave(host)).isTrue();
    }
}
