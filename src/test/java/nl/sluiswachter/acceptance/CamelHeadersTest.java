package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What steers Camel from inside cannot be sent from outside, in whatever letters. */
class CamelHeadersTest {

    private static final String VALUE = "canary-Roerdomp";

    private final Client municipality = Client.of("gemeente-wmo");

    static Stream<String> names() {
        return Stream.of(
                "CamelHttpUri",
                "CAMELHTTPURI",
                "cAmElHtTpPaTh",
                "CamelHttpMethod",
                "CamelHttpResponseCode",
                "camelhttpresponsecode",
                "CamelBeanMethodName",
                "CAmelBEANmethodNAME",
                "CamelFileName",
                "CamelServletContextPath",
                "CamelAuthentication",
                "org.apache.camel.Exchange",
                "ORG.APACHE.CAMEL.x",
                "breadcrumbId",
                "X-HTTP-Method-Override",
                "X-Forwarded-For",
                "X-Forwarded-Client-Cert",
                "SSL_CLIENT_CERT");
    }

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aHeaderChangesNothingAndDoesNotComeBack(String name) {
        Reply reply = municipality
                .post("/v1/transfers", Messages.allocation())
                .key(UUID.randomUUID().toString())
                .header(name, VALUE)
                .send();

        isAnOrdinaryPermit(reply);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aQueryParameterChangesNothingAndDoesNotComeBack(String name) {
        Reply reply = municipality
                .post("/v1/transfers?" + name + "=" + VALUE, Messages.allocation())
                .key(UUID.randomUUID().toString())
                .bad()
                .send();

        isAnOrdinaryPermit(reply);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRefusedCallDoesNotSendItBackEither(String name) {
        Reply reply = municipality
                .get("/v1/transfers/0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50?" + name + "=" + VALUE)
                .header(name, VALUE)
                .bad()
                .send();

        assertThat(reply.status()).isEqualTo(404);
        isSilent(reply);
    }

    private static void isAnOrdinaryPermit(Reply reply) {
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/decision")).isEqualTo("PERMIT");
        assertThat(Tables.entries(reply.transferId(), "DECISION")).isOne();
        isSilent(reply);
    }

    private static void isSilent(Reply reply) {
        assertThat(reply.headers().toString() + reply.text()).doesNotContain(VALUE);
        assertThat(reply.headers().keySet()).noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                .matches("camel.*|org\\.apache.*|breadcrumb.*"));
    }
}
