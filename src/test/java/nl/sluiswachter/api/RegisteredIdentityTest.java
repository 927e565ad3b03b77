package nl.sluiswachter.api;

import static nl.sluiswachter.api.RegisterCalls.GEMEENTE;
import static nl.sluiswachter.api.RegisterCalls.HUISARTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.lifecycle.BeforeTry;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transfer.Registers.Known;

/** Nothing that identifies a person is at rest in the registers, and yet every entry is found. */
class RegisteredIdentityTest {

    private static final String FREEDOM =
            """
            {"initiatedByResident":true,"benefitForResident":true,"noDetrimentExplained":true,
             "notUsedForEnforcement":false}""";

    private RegisterCalls calls;

    /** A person with a name that no code or key can look like. */
    record Resident(String bsn, String given, String family, String birthdate, String postcode, String house) {

        String json() {
            return """
                    {"bsn":"%s","name":{"given":"%s","family":"%s"},"birthdate":"%s","postcode":"%s",
                     "houseNumber":"%s"}"""
                    .formatted(bsn, given, family, birthdate, postcode, house);
        }

        List<String> identity() {
            return List.of(bsn, given, family, birthdate, postcode, house);
        }
    }

    @BeforeProperty
    void start() {
        calls = new RegisterCalls();
    }

    /** Tries share a few persons, and nobody may have more than twenty standing consents from one registrar. */
    @BeforeTry
    void forget() {
        calls.owner.sql("truncate consent, consent_event, fact, fact_event").update();
    }

    @Property(tries = 40)
    void keepsNoIdentityAndFindsEveryEntry(@ForAll("residents") Resident resident) {
        calls.post(
                HUISARTS,
                "/v1/consents",
                """
                {"subject":%s,"kind":"SECRECY_WAIVER","purpose":"EARLY_HELP","receivers":["GEMEENTE_JEUGD"],
                 "dataCategories":["health"],"givenBy":{"relation":"REPRESENTATIVE","bsn":"123456782","mandate":"CURATELE"},
                 "givenAt":"2026-11-21T08:00:00Z","freedom":%s}"""
                        .formatted(resident.json(), FREEDOM));
        calls.post(
                GEMEENTE,
                "/v1/facts",
                "{\"kind\":\"ADDRESS_SECRECY\",\"subject\":%s,\"validFrom\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(resident.json()));

        assertThat(calls.atRest())
                .isNotEmpty()
                .doesNotContain(resident.identity())
                .doesNotContain("123456782");
        assertThat(calls.log.toString()).doesNotContain(resident.identity()).doesNotContain("123456782");
        SubjectKey key = calls.keys.of(new Bsn(resident.bsn()));
        Known known = calls.registers.lookUp(List.of(key));
        assertThat(known.consents()).isNotEmpty().extracting(Consent::subject).allMatch(subject -> subject.byBsn()
                .orElseThrow()
                .equals(key));
        assertThat(known.facts()).isNotEmpty().extracting(Fact::subject).allMatch(subject -> subject.bySet()
                .isPresent());
    }

    @Provide
    Arbitrary<Resident> residents() {
        Arbitrary<String> name = Arbitraries.of("Żółć", "Ünlü", "van 't Hőf", "Ørsted", "Çelik", "Ñandú");
        return Combinators.combine(
                        Arbitraries.of("111222333", "999990019", "999993653", "010464554"),
                        name,
                        name,
                        Arbitraries.integers().between(1930, 2006).map(year -> year + "-03-12"),
                        Arbitraries.integers().between(1000, 9999).map(number -> number + " QZ"),
                        Arbitraries.integers().between(1, 99).map(number -> number + " hoog"))
                .as(Resident::new);
    }
}
