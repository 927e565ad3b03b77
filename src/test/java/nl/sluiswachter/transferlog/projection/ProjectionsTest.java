package nl.sluiswachter.transferlog.projection;

import static nl.sluiswachter.transferlog.projection.SomeLogged.read;
import static nl.sluiswachter.transferlog.projection.SomeLogged.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import org.junit.jupiter.api.Test;

/** One entry in the words of each standard, exactly. */
class ProjectionsTest {

    private static final Oin MUNICIPALITY = new Oin("00000099000000000100");
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final String KEY = "00000000-0000-0001-0000-000000000002";

    @Test
    void fsc() {
        assertThat(tree(new FscRecord(MUNICIPALITY).of(SomeLogged.permit(), true)))
                .isEqualTo(read(
                        """
                        {"transaction_id":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f52","direction":"DIRECTION_OUTGOING",
                         "grant_hash":"GRANT",
                         "source":{"type":"SOURCE_TYPE_SOURCE","outway_peer_id":"00000099000000001000"},
                         "destination":{"type":"DESTINATION_TYPE_DESTINATION","service_peer_id":"00000099000000002000"},
                         "service_name":"WMO_ALLOCATION","created_at":1795251600,
                         "additional_data":{"transfer_id":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50",
                                            "purpose":"DELIVER_PROVISION","policy_version":"sha256:1"},
                         "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"b7ad6b7169203331"}
                        """
                                .replace("GRANT", GRANT)));
    }

    /** Computed by another program, from the canonical JSON that the documentation gives. */
    private static final String GRANT =
            "$1$3$1pXuYe7eDb6OzzynMFOiYFBkgB5nCDj2FBIkTYsUQZaFwvHa3xcpEWUHOWqg6_uCA-QOEfqfgR_T1NDsP1rVbw";

    @Test
    void ldv() {
        List<LdvLine> lines = new LdvLines(MUNICIPALITY).of(SomeLogged.permit(), keys -> true);

        assertThat(lines).hasSize(2);
        assertThat(tree(lines.get(0).core())).isEqualTo(ldvLine("b7ad6b7169203331", "00f067aa0ba902b7", ""));
        assertThat(tree(lines.get(1).core()))
                .isEqualTo(ldvLine(
                        "4a5d838324a7a50a",
                        "b7ad6b7169203331",
                        """
                        ,"dpl.core.data_subject_id":"%s","dpl.core.data_subject_id_type":"urn:sluiswachter:subject-key",
                         "gateway.relation":"SUBJECT","gateway.fields":["identity.name","care.indication"]
                        """
                                .formatted(KEY)));
    }

    private static JsonNode ldvLine(String span, String parent, String more) {
        return read(
                """
                {"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"%s","parent_span_id":"%s","status":"Unset",
                 "name":"WMO_ALLOCATION","start_time":1795251600001,"end_time":1795251600008,
                 "resource":{"attributes":{"service.name":"sluiswachter","gateway.oin":"00000099000000000100"}},
                 "attributes":{
                   "dpl.core.processing_activity_id":"urn:sluiswachter:processing-activity:WMO_ALLOCATION:sha256:1",
                   "gateway.transfer_id":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50",
                   "gateway.transaction_id":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f52",
                   "gateway.outcome":"PERMIT","gateway.dry_run":false,"gateway.sender":"00000099000000001000",
                   "gateway.receiver":"00000099000000002000","gateway.purpose":"DELIVER_PROVISION",
                   "gateway.reasons":[]%s}}
                """
                        .formatted(span, parent, more));
    }

    @Test
    void authorizationDecisionLog() {
        assertThat(tree(new AccessDecision(MUNICIPALITY).of(SomeLogged.permit())))
                .isEqualTo(read(
                        """
                        {"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"b7ad6b7169203331",
                         "parent_span_id":"00f067aa0ba902b7","event_name":"adl.access_evaluation",
                         "timestamp":1795251600008,"status":"Unset",
                         "attributes":{"adl.core.policies":["urn:sluiswachter:catalogue:sha256:1"],
                           "adl.core.information":["urn:sluiswachter:consent:0199f3c2-0000-7000-8000-000000000002"],
                           "adl.fsc.transaction_id":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f52","gateway.dry_run":false},
                         "resource":{"attributes":{"service.name":"sluiswachter","gateway.oin":"00000099000000000100"}},
                         "body":{"adl.core.request":{
                             "subject":{"type":"organisatie","id":"00000099000000001000",
                                        "properties":{"hoedanigheid":"GEMEENTE_WMO"}},
                             "action":{"name":"WMO_ALLOCATION"},
                             "resource":{"type":"uitwisseling","id":"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50",
                               "properties":{"betrokkenen":[{"ref":"p1","id":"%s","relatie":"SUBJECT",
                                 "velden":["care.indication","identity.name"]}]}},
                             "context":{"time":"2026-11-21T09:00:00.001Z","doelbinding":"DELIVER_PROVISION",
                               "grondslag":["Wmo 2015 art. 5.2.1 lid 2 onder a"],"ontvanger":"00000099000000002000"}},
                           "adl.core.response":{"decision":true,"context":{"reasons":[],
                             "fields":{"p1":["identity.name","care.indication"]}}}}}
                        """
                                .formatted(KEY)));
    }

    @Test
    void aRefusalIsNoErrorAndNamesNoTransactionThatNobodyNamed() {
        JsonNode record = tree(new AccessDecision(MUNICIPALITY).of(SomeLogged.refusedReport()));

        assertThat(record.path("status").asText()).isEqualTo("Unset");
        assertThat(record.has("parent_span_id")).isFalse();
        assertThat(record.path("attributes").has("adl.fsc.transaction_id")).isFalse();
        assertThat(record.at("/body/adl.core.response").toString())
                .startsWith("{\"decision\":false,\"context\":{\"reasons\":[\"LEGAL_BASIS_NOT_IN_FORCE\"]");
    }

    @Test
    void verwerkingenlogging() {
        assertThat(tree(new Verwerkingsactie(MUNICIPALITY).of(SomeLogged.permit(), LAW)))
                .isEqualTo(read(
                        """
                        {"actieId":"0199f3c2-0000-7000-8000-000000000001","actieNaam":"Toewijzing maatwerkvoorziening",
                         "handelingNaam":"Verstrekking","verwerkingNaam":"DELIVER_PROVISION",
                         "verwerkingId":"4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
                         "verwerkingsactiviteitId":"fe06ea85-43ce-35cd-acdd-96d4f2f7f89e",
                         "verwerkingsactiviteitUrl":"urn:sluiswachter:processing-activity:WMO_ALLOCATION:sha256:1",
                         "vertrouwelijkheid":"normaal","bewaartermijn":"P15Y","uitvoerder":"00000099000000000100",
                         "systeem":"Sluiswachter","gebruiker":"00000099000000001000","gegevensbron":"GEMEENTE_WMO",
                         "soortAfnemerId":"OIN","afnemerId":"00000099000000002000",
                         "tijdstip":"2026-11-21T09:00:00.001Z","tijdstipRegistratie":"2026-11-21T09:00:00.008Z",
                         "verwerkteObjecten":[{"objecttype":"persoon","soortObjectId":"urn:sluiswachter:subject-key",
                           "objectId":"%s","betrokkenheid":"SUBJECT",
                           "verwerkteSoortenGegevens":[{"soortGegeven":"naam"},{"soortGegeven":"toegekende voorziening"}]}]}
                        """
                                .formatted(KEY)));
    }

    @Test
    void aReportToVeiligThuisIsConfidentialAndGivesNothingWhenRefused() {
        JsonNode actie = tree(new Verwerkingsactie(MUNICIPALITY).of(SomeLogged.refusedReport(), LAW));

        assertThat(actie.path("vertrouwelijkheid").asText()).isEqualTo("vertrouwelijk");
        assertThat(actie.path("handelingNaam").asText()).isEqualTo("Geweigerde verstrekking");
        assertThat(actie.at("/verwerkteObjecten/0/verwerkteSoortenGegevens")).isEmpty();
        assertThat(actie.at("/verwerkteObjecten/0").has("objectId")).isFalse();
    }

    @Test
    void anOrdinaryMessageWithDataOfVeiligThuisIsConfidential() {
        JsonNode actie = tree(new Verwerkingsactie(MUNICIPALITY).of(SomeLogged.permitWithSafetyData(), LAW));

        assertThat(actie.path("vertrouwelijkheid").asText()).isEqualTo("vertrouwelijk");
    }

    @Test
    void aTypeThatNobodyKnowsIsConfidential() {
        assertThat(LAW.isConfidential("GONE")).isTrue();
        assertThat(LAW.isConfidential("WMO_ALLOCATION")).isFalse();
    }

    @Test
    void theRegisterHasEveryActivityWithAGroundAndAnIdOfItsOwn() {
        List<Map<String, Object>> register = new ProcessingRegister(MUNICIPALITY).of(LAW);

        assertThat(register)
                .hasSize(LAW.types().values().stream()
                        .mapToInt(type -> type.rules().size())
                        .sum())
                .allSatisfy(activity -> assertThat(activity.get("grondslag")).isNotIn("Niet vastgesteld", "", null));
        assertThat(register.stream().map(activity -> activity.get("id"))).doesNotHaveDuplicates();
        Map<String, Object> allocation = register.stream()
                .filter(activity -> activity.get("naam").equals("Toewijzing maatwerkvoorziening"))
                .findFirst()
                .orElseThrow();
        assertThat(allocation)
                .containsEntry("verantwoordelijkeOrganisatie", "00000099000000000100")
                .containsEntry("doel", "DELIVER_PROVISION")
                .containsEntry("grondslag", "Publieke taak")
                .containsEntry("bewaartermijn", "P15Y")
                .containsEntry(
                        "toelichtingGrondslag",
                        "Wmo 2015 art. 5.2.1 lid 2 onder a; Wmo 2015 art. 5.2.9; AVG art. 6 lid 1 onder e;"
                                + " AVG art. 9 lid 2 onder h; AVG art. 9 lid 2 onder g");
        assertThat(allocation).doesNotContainKey("toelichtingBewaartermijn");
        assertThat(register)
                .allSatisfy(activity -> assertThat(activity).containsKey("bewaartermijn"))
                .filteredOn(activity -> activity.get("bewaartermijn") == null)
                .isNotEmpty()
                .allSatisfy(activity -> assertThat(activity.get("toelichtingBewaartermijn"))
                        .isEqualTo("De catalogus heeft hiervoor geen bewaartermijn."
                                + " De verwerkingsverantwoordelijke stelt die zelf vast."));
        assertThat(register).allSatisfy(activity -> assertThat(
                        activity.get("toelichtingGrondslag").toString().split("; "))
                .doesNotHaveDuplicates()
                .noneMatch(article -> article.contains("(")));
        assertThat(allocation.get("verwerktePersoonsgegevens").toString())
                .contains("{rolBetrokkene=SUBJECT, naam=toegekende voorziening}");
    }

    @Test
    void anActivityIsReadBackWithAndWithoutItsVersion() {
        String version = "sha256:" + "a".repeat(64);

        assertThat(Names.parseActivity(Names.activity("VT_REPORT", version))
                        .orElseThrow()
                        .policyVersion())
                .hasValue(version);
        assertThat(Names.parseActivity("urn:sluiswachter:processing-activity:VT_REPORT")
                        .orElseThrow()
                        .policyVersion())
                .isEmpty();
        assertThat(Names.parseActivity("urn:sluiswachter:processing-activity:vt"))
                .isEmpty();
    }
}
